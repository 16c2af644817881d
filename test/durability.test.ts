// What was acknowledged to an official as published is there afterwards, whole and in the register, whatever kills the database.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anItem, civilAffairs } from '../src/modules/publication/fixtures.ts'
import { contentHashOf, publish, startSequencer, verifyRegister, withdraw, type Published } from '../src/modules/publication/index.ts'
import { standingClock } from '../src/platform/clock/clock.ts'
import { openDatabase, type Database } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded, type EmbeddedServer } from '../src/platform/postgres/embedded.ts'

const writers = 8
const rounds = 3
const acknowledgedBeforeKill = 60
const clock = standingClock(new Date('2026-11-22T02:00:00Z'), 'Asia/Shanghai')
const { privateKey: key } = generateKeyPairSync('ed25519')

let folder: string
let server: EmbeddedServer
let database: Database

interface Acknowledged {
  readonly published: Published
  /** Word of the body that no other document has. */
  readonly word: string
  withdrawn: boolean
}

const acknowledged: Acknowledged[] = []

const open = async (): Promise<void> => {
  server = await startEmbedded({ folder, password: 'test', settings: { shared_buffers: '32MB' } })
  database = openDatabase({ url: server.url, name: 'durability', poolSize: writers + 2 })
}

/** Publishes, and now and then revises or withdraws, until the database is gone. Only what came back granted is noted. */
async function writeUntilKilled(writer: number, round: number, noted: () => void): Promise<void> {
  for (let n = 0; ; n += 1) {
    const word = `第${round}轮第${writer}人第${n}件`
    const item = anItem({
      title: `关于${word}的通知`,
      documentNumber: null,
      bodyHtml: `<p>${word}</p>${'<p>为保障困难群众温暖过冬，现就有关事项通知如下。</p>'.repeat(50)}`,
    })
    try {
      const verdict = { contentHash: contentHashOf(item), passed: true }
      const ruling = await database.transaction((tx) => publish(tx, item, verdict, clock.now()))
      if (!ruling.ok) throw new Error(`refused: ${ruling.refusals.map(({ code }) => code).join()}`)
      const one: Acknowledged = { published: ruling.value, word, withdrawn: false }
      acknowledged.push(one)
      noted()
      if (n % 5 === 4) {
        const undone = await database.transaction((tx) => withdraw(tx, { documentId: item.documentId, reason: 'wrong-content', at: clock.now() }))
        one.withdrawn = undone.ok
      }
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('refused')) throw error
      return
    }
  }
}

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'gongkai-durability-')), '数据')
  await open()
  await migrate(server.url, join(import.meta.dirname, '../db/migrations'))
  await sql`insert into publication.unit (id, kind, name, short_name, slug, front_code, position, empty_columns, profile, published_at)
    values (${civilAffairs.unitId}, 'department', ${civilAffairs.unitName}, '', 'mzj', ${civilAffairs.frontCode}, 0, 'none-held', '{}', ${clock.now()})`.execute(
    database.db,
  )
})

afterAll(async () => {
  await database.close()
  await server.stop()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

describe('publishing while the database process is killed with -9', () => {
  it.each(Array.from({ length: rounds }, (_, round) => ({ round })))('keeps everything acknowledged, round $round', { timeout: 120_000 }, async ({ round }) => {
    const before = acknowledged.length
    const enough = Promise.withResolvers<void>()
    const sequencer = startSequencer({ database, clock, key, pollMilliseconds: 50 })
    const working = Array.from({ length: writers }, (_, writer) =>
      writeUntilKilled(writer, round, () => {
        if (acknowledged.length - before >= acknowledgedBeforeKill) enough.resolve()
      }),
    )
    await enough.promise
    process.kill(server.processId, 'SIGKILL')
    await Promise.all(working)
    await sequencer.stop()
    await database.close()

    await open()
    const after = startSequencer({ database, clock, key })
    await after.catchUp()
    await after.stop()

    const { rows } = await sql<{ id: string; indexNumber: string; bodyText: string; entry: number; linked: boolean; found: boolean }>`
      select d.id, d.index_number as "indexNumber", d.body_text as "bodyText", e.id as entry, l.entry_id is not null as linked, s.document_id is not null as found
      from publication.document d
        join publication.register_entry e on e.document_id = d.id and e.revision = d.revision and e.act <> 'withdraw'
        left join publication.register_link l on l.entry_id = e.id
        left join publication.search_document s on s.document_id = d.id`.execute(database.db)
    const standing = new Map(rows.map((row) => [row.id, row]))
    const gone = new Set((await sql<{ id: string }>`select document_id as id from publication.tombstone`.execute(database.db)).rows.map(({ id }) => id))
    // A withdrawal whose answer was lost may have happened; one that was acknowledged must have.
    const withdrawn = acknowledged.filter((one) => one.withdrawn || gone.has(one.published.documentId))
    expect(withdrawn.filter((one) => !gone.has(one.published.documentId) || standing.has(one.published.documentId))).toEqual([])
    for (const { published, word } of acknowledged.filter((one) => !withdrawn.includes(one))) {
      const row = standing.get(published.documentId)
      expect(row).toMatchObject({ indexNumber: published.indexNumber, entry: published.registerEntryId, linked: true, found: true })
      expect(row?.bodyText).toContain(word)
    }
    const numbers = acknowledged.map(({ published }) => published.indexNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect((await verifyRegister(database.db, key)).fault).toBeUndefined()
  })
})
