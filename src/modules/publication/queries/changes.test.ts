// What each change of the public touches, in whatever order transactions begin and commit.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import pg from 'pg'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { putSite, putStandardColumns, putUnit, withdraw } from '../index.ts'
import { anItem, civilAffairs, publishItem, valueOf } from '../fixtures.ts'
import { siteSettings } from '../rules/site.ts'
import { unitProfile } from '../rules/unit-profile.ts'
import type { Topic } from '../rules/topics.ts'
import { forgetOldChanges } from '../actions/forget-changes.ts'
import { standingClock } from '../../../platform/clock/clock.ts'
import { changesSince, type Position } from './changes.ts'

const at = new Date('2026-11-28T09:00:00+08:00')
const first = '0c000000-0000-4000-8000-000000000001'
const second = '0c000000-0000-4000-8000-000000000002'
const unitTopic: Topic = `unit/${civilAffairs.unitId}`
const ofUnit: Topic = `of-unit/${civilAffairs.unitId}`

let database: FreshDatabase
let columns: ReadonlyMap<string, string>
beforeAll(async () => {
  database = await freshDatabase()
  columns = await database.transaction((tx) => putStandardColumns(tx, at))
})
afterAll(() => database.close())

let position: Position
beforeEach(async () => {
  position = (await changesSince(database.db)).position
})
const column = (slug: string): string => columns.get(slug) ?? ''
async function told(): Promise<Topic[]> {
  const changes = await changesSince(database.db, position)
  expect(changes.complete).toBe(true)
  ;({ position } = changes)
  return changes.topics.toSorted()
}

describe('what a change touches', () => {
  it('a first publication touches the document, its unit, its columns, its names and every list', async () => {
    const item = anItem({ documentId: first, columnIds: [column('tongzhi')], title: '关于防汛的通知', documentNumber: null })
    valueOf(await publishItem(database, item, at))
    expect(await told()).toEqual([`cited/e85b`, `column/${column('tongzhi')}`, `document/${first}`, 'documents', 'listed/2026-11-28', ofUnit].toSorted())
  })

  it('a new title touches the columns where the document stays, and a move both columns', async () => {
    const item = anItem({ documentId: first, columnIds: [column('zhengce')], title: '关于防汛抗旱的通知', documentNumber: null })
    valueOf(await publishItem(database, item, at))
    expect(await told()).toEqual(
      expect.arrayContaining([`column/${column('tongzhi')}`, `column/${column('zhengce')}`, `document/${first}`, 'documents', ofUnit]),
    )
  })

  it('whoever cites a number touches what carries it', async () => {
    valueOf(
      await publishItem(
        database,
        anItem({ documentId: second, documentNumber: null, bodyHtml: '<p>根据《困难群众救助办法》（青民发〔2025〕7号）执行。</p>' }),
        at,
      ),
    )
    expect(await told()).toContain('cited/af28')
  })

  it('a withdrawal touches the document and every list that showed it', async () => {
    valueOf(await database.transaction((tx) => withdraw(tx, { documentId: first, reason: 'wrong-content', at })))
    expect(await told()).toEqual(expect.arrayContaining([`column/${column('zhengce')}`, `document/${first}`, 'documents', ofUnit]))
  })

  it('the settings of the site and the profile of a unit touch what they are shown on, and no document', async () => {
    await database.transaction((tx) =>
      putSite(tx, siteSettings.parse({ name: '青岚县人民政府', domain: 'www.qinglan.example', homeUrl: '/', sponsor: '办公室' }), at),
    )
    expect(await told()).toEqual(['site'])
    await database.transaction((tx) =>
      putUnit(
        tx,
        {
          id: civilAffairs.unitId, parentId: null, kind: 'department', name: '民政局', shortName: '民政局', slug: 'minzheng', frontCode: '11100000000013338W', position: 1,
          emptyColumns: 'none-held', successorId: null, validUntil: null, profile: unitProfile.parse({}),
        },
        at,
      ),
    ) // prettier-ignore
    expect(await told()).toEqual([unitTopic, 'units'].toSorted())
  })
})

describe('the order in which changes are told', () => {
  const clientOf = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    return client
  }
  const note = (client: pg.Client, topic: string): Promise<unknown> => client.query(`select publication.note_topics(array[$1])`, [topic])

  it('a transaction that began earlier and commits later is told when it commits, and each once', async () => {
    const [slow, quick] = [await clientOf(), await clientOf()]
    try {
      await slow.query('begin')
      await note(slow, 'document/slow')
      await note(quick, 'document/quick')
      expect(await told()).toEqual(['document/quick'])
      expect(await told()).toEqual([])
      await note(quick, 'document/later')
      await slow.query('commit')
      expect(await told()).toEqual(['document/later', 'document/slow'])
      expect(await told()).toEqual([])
    } finally {
      await slow.end()
      await quick.end()
    }
  })

  it('what is rolled back is never told', async () => {
    const client = await clientOf()
    await client.query('begin')
    await note(client, 'document/undone')
    await client.query('rollback')
    await client.end()
    expect(await told()).toEqual([])
  })

  it('a statement that touches more than two thousand topics says everything', async () => {
    await sql`select publication.note_topics((select array_agg('document/' || n) from generate_series(1, 2001) n))`.execute(database.db)
    expect(await told()).toEqual(['everything'])
  })

  it('whoever last looked before changes were forgotten doubts everything', async () => {
    await sql`select publication.note_topics(array['document/old'])`.execute(database.db)
    const old = position
    expect(await told()).toEqual(['document/old'])
    expect(await forgetOldChanges(database, standingClock(new Date('2126-01-01T00:00:00Z'), 'Asia/Shanghai'))).toBeGreaterThan(5)
    expect((await changesSince(database.db, old)).complete).toBe(false)
    // what another database of the server has open holds every position back
    do position = (await changesSince(database.db)).position
    while (!(await changesSince(database.db, position)).complete)
  })

  it('a position of another server, further on than this one ever was, is doubted', async () => {
    expect((await changesSince(database.db, { low: '999999999999', seen: [] })).complete).toBe(false)
  })
})
