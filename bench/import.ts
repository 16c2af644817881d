// What old stock costs on its whole way: files read, drafts kept, and the released batch judged, cut into words, inserted and indexed; against COPY of the same bytes and against jieba alone.
import { generateKeyPairSync } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import { importAll } from '../src/main/commands/import.ts'
import { takeStepWithBatch, type BatchStepTaken } from '../src/modules/disclosure/actions/batch-step.ts'
import { releaseBatches } from '../src/modules/disclosure/index.ts'
import { startSequencer } from '../src/modules/publication/index.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { openDatabase, type Database } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { folderStore } from '../src/platform/files/file-store.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { county, layCounty, must, type Person } from '../test/disclosure/cast.ts'
import { alternate, figure, millisecondsOf, ratios, type Bench } from './harness/bench.ts'
import { textOf } from './harness/texts.ts'

const documents = 2000
const characters = 1500
const rounds = 3
const unit = '青岚县教育局'
const clock = systemClock('Asia/Shanghai')

let made = 0
function pageOf(): string {
  made += 1
  const { title, paragraphs } = textOf(made, characters)
  return `${title.replace('的通知', '的公示')}\n\n索引号：015/2015-${String(made).padStart(5, '0')}\n\n发布日期：2015-05-04\n\n${paragraphs.join('\n\n')}\n`
}

interface Round {
  readonly name: string
  readonly folder: string
  readonly texts: readonly string[]
}

async function writeRound(folder: string, number: number): Promise<Round> {
  const round = { name: `第${number}批`, folder: join(folder, String(number)), texts: Array.from({ length: documents }, pageOf) }
  await mkdir(round.folder)
  await Promise.all(round.texts.map((text, at) => writeFile(join(round.folder, `${String(at).padStart(6, '0')}.txt`), text)))
  return round
}

const perSecond = (milliseconds: number): number => (documents * 1000) / milliseconds

async function sign(database: Database, batch: string): Promise<void> {
  const town = county({ ...database, url: '', portalUrl: '', officeUrl: '' })
  const { rows } = await sql<{ id: string }>`select id from disclosure.historic_batch where name = ${batch}`.execute(database.db)
  const take = async (login: Person, step: Omit<BatchStepTaken, 'batchId'>): Promise<void> => {
    const by = { ...(await town.by(login)), at: clock.now(), today: clock.today() }
    must(await database.transaction((tx) => takeStepWithBatch(tx, by, { batchId: rows[0]?.id ?? '', ...step })))
  }
  await take('lin', { step: 'submit' })
  await take('bao', { step: 'pass-secrecy', secrecy: { basis: '保密事项范围', conclusion: '可以公开' } })
  await take('zhu', { step: 'approve' })
  await take('zhu', { step: 'release' })
}

/** The same texts into a table without an index. */
async function copy(database: Database, texts: readonly string[]): Promise<void> {
  const client = await database.pool.connect()
  try {
    const line = (text: string): string => `${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}\n`
    await pipeline(Readable.from(texts.map(line)), client.query(copyFrom('copy bench_text from stdin')))
  } finally {
    client.release()
  }
}

function openCutters(): { cut(texts: readonly string[]): Promise<void>; close(): Promise<void> } {
  const workers = Array.from({ length: availableParallelism() }, () => new Worker(new URL('./cut-worker.ts', import.meta.url)))
  return {
    async cut(texts) {
      await Promise.all(
        workers.map(
          (worker, at) =>
            new Promise<void>((resolve, reject) => {
              worker.once('message', () => resolve()).once('error', reject)
              worker.postMessage(texts.filter((_, place) => place % workers.length === at))
            }),
        ),
      )
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** With two pools, as in life: the command's, which plans a text once, and the worker's. */
async function measure(database: Database, ofCommand: Database, folder: string, tell: (line: string) => void) {
  await layCounty({ ...database, url: '', portalUrl: '', officeUrl: '' })
  await sql`create table bench_text (text text)`.execute(database.db)
  const connection = { database: ofCommand, clock, fileStore: folderStore(join(folder, 'files')) }
  const cutters = openCutters()
  const sequencer = startSequencer({ database, clock, key: generateKeyPairSync('ed25519').privateKey })
  let number = 0
  let round: Round | undefined
  let taken = 0
  const current = (): Round => {
    if (!round) throw new Error('no round has begun')
    return round
  }
  const sides = {
    taken: async () => {
      number += 1
      round = await writeRound(folder, number)
      const options = { unit, column: ['通知公告'], batch: round.name, json: false }
      taken = await millisecondsOf(() => importAll(connection, [current().folder], options, () => {}))
      await sign(database, round.name)
      return perSecond(taken)
    },
    released: async () => {
      let released = 0
      // As in the worker the sequencer runs beside it: what it has still to link, sort in and count belongs to the release.
      const milliseconds = await millisecondsOf(async () => {
        released = await releaseBatches(database, clock)
        await sequencer.catchUp()
      })
      if (released !== documents) throw new Error(`the release went through ${released} of ${documents}`)
      // Words by chance now and then make what the gate holds up.
      const { rows } = await sql<{ failed: number }>`select count(*) as failed from disclosure.document where release_failure is not null`.execute(database.db)
      tell(
        `${current().name}: ${documents} taken in ${(taken / 1000).toFixed(1)} s, released in ${(milliseconds / 1000).toFixed(1)} s; held up by the gate so far: ${rows[0]?.failed}`,
      )
      return perSecond(milliseconds)
    },
    copied: async () => perSecond(await millisecondsOf(() => copy(database, current().texts))),
    cut: async () => perSecond(await millisecondsOf(() => cutters.cut(current().texts))),
  }
  try {
    return await alternate(rounds, sides)
  } finally {
    await sequencer.stop()
    await cutters.close()
  }
}

export const bench: Bench = {
  name: 'import',
  measures: `Documents a second of old stock (texts of ${characters} characters, ${documents} a round) on their whole way from the file to the search index, through the gate and the one door, on all cores; against COPY of the same bytes into a table without an index, and against jieba alone on all cores.`,
  async run(tell) {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
    const server = await startEmbedded({ folder: join(folder, 'server'), password: 'bench' })
    const database = openDatabase({ url: server.url, name: 'bench import', poolSize: 10 })
    const ofCommand = openDatabase({ url: server.url, name: 'bench import', poolSize: 4, prepared: true })
    try {
      await migrate(server.url, join(import.meta.dirname, '../db/migrations'))
      const { taken, released, copied, cut } = await measure(database, ofCommand, folder, tell)
      const whole = taken.map((rate, round) => 1 / (1 / rate + 1 / (released[round] ?? Number.NaN)))
      return [
        figure('whole way against COPY without an index', '×', ratios(whole, copied), { atLeast: 0.05 }),
        figure('whole way against jieba alone on all cores', '×', ratios(whole, cut), { atLeast: 0.7 }),
        figure('released documents against COPY without an index', '×', ratios(released, copied)),
        figure('documents on the whole way', '/s', whole),
        figure('documents taken in: read, understood, kept as drafts with their files', '/s', taken),
        figure('documents released: judged, cut, inserted, indexed, linked, counted', '/s', released),
        figure('documents by COPY', '/s', copied),
        figure('documents cut by jieba', '/s', cut),
      ]
    } finally {
      await ofCommand.close()
      await database.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
