// `gongkai import FILE… --unit NAME`: files become drafts of a unit, with a report for each; works while the system runs.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { Command } from 'commander'
import { actorOf, accountsWhoMay, record, type By } from '../../modules/access/index.ts'
import { bareName, batchForCommand, filesOfBatch, importFiles, putBatchManifest, type ImportResult, type OfferedFile } from '../../modules/disclosure/index.ts'
import { unitByName } from '../../modules/organization/index.ts'
import { columnTree } from '../../modules/publication/index.ts'
import type { Refusal, Ruling } from '../../kernel/ruling.ts'
import { sentenceOf } from '../../platform/http/problem.ts'
import { decodeText } from '../../platform/documents/read/encoding.ts'
import { openReaders } from '../../platform/documents/read/readers.ts'
import { withData, type Connection } from '../connect.ts'
import { PlainFailure } from '../plain-failure.ts'
import { tellProgress } from '../progress.ts'
import { sentences } from '../wiring.ts'

export interface ImportOptions {
  readonly unit: string
  readonly as?: string
  readonly column: readonly string[]
  readonly batch?: string
  readonly manifest?: string
  readonly json: boolean
}

/** What `importAll` needs of a connection. */
export type ImportConnection = Pick<Connection, 'database' | 'clock' | 'fileStore'>

const largestBytes = 200 * 1024 * 1024
/** So much is read ahead: files of one part are taken at once, a few more than there are threads, because each waits for the disk too. */
const filesOfPart = 64
const bytesOfPart = 64 * 1024 * 1024
const threads = availableParallelism()
const atOnce = 4 * threads

const told = (refusals: readonly Refusal[]): PlainFailure => {
  const words = refusals.map((refusal) => sentenceOf(refusal, sentences)).join('')
  return new PlainFailure(words, `Refused: ${refusals.map((refusal) => refusal.code).join(', ')}.`)
}

const must = <Value>(ruling: Ruling<Value>): Value => {
  if (!ruling.ok) throw told(ruling.refusals)
  return ruling.value
}

/** Files as they are named; of a folder, all files in it, in the order of their names. */
async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (!found) throw new PlainFailure(`没有找到文件 ${path}。`, `There is no file ${path}.`, { exitCode: 2 })
    if (!found.isDirectory()) files.push(path)
    else for (const name of (await readdir(path, { recursive: true })).toSorted()) if ((await stat(join(path, name))).isFile()) files.push(join(path, name))
  }
  return files
}

/** In whose name: who is named, else the first who may import for the unit. */
async function byFor({ database: { db }, clock }: ImportConnection, unitId: string, login: string | undefined): Promise<By> {
  const today = clock.today()
  const [first] = login === undefined ? await accountsWhoMay(db, 'import.run', { unitId }, today) : []
  const actor = login === undefined ? first && (await actorOf(db, { accountId: first.accountId }, today)) : await actorOf(db, { login }, today)
  if (!actor) {
    throw login === undefined
      ? new PlainFailure('该单位没有可以导入的人员：请用 --as 指定登录名。', 'Nobody may import for this unit: name an account with --as.')
      : new PlainFailure(`没有登录名为 ${login} 的账号。`, `There is no account ${login}.`)
  }
  return { actor, at: clock.now(), today }
}

async function columnIdsOf({ database: { db } }: ImportConnection, names: readonly string[]): Promise<string[]> {
  const columns = names.length === 0 ? [] : await columnTree(db)
  return names.map((name) => {
    const column = columns.find((one) => one.name === name || one.slug === name)
    if (!column) throw new PlainFailure(`没有名为“${name}”的栏目。`, `There is no column ${name}.`, { exitCode: 2 })
    return column.id
  })
}

/** An over-large file is refused by its weight; its bytes are not held. */
async function offeredFile(path: string, size: number): Promise<OfferedFile & { readonly sha256: string }> {
  const hash = createHash('sha256')
  if (size <= largestBytes) {
    const bytes = await readFile(path)
    return { name: basename(path), bytes, sha256: hash.update(bytes).digest('hex') }
  }
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  const sha256 = hash.digest('hex')
  return { name: basename(path), bytes: Buffer.alloc(0), sha256, weighed: { bytes: size, sha256 } }
}

interface Part {
  readonly paths: readonly string[]
  readonly files: readonly OfferedFile[]
  /** Files that a former run has taken: as many of that name and content as the batch holds. */
  readonly before: number
}

/** The files in parts that fit into memory. */
async function* partsOf(paths: readonly string[], taken: Map<string, number>): AsyncGenerator<Part> {
  let part: { paths: string[]; files: OfferedFile[]; before: number } = { paths: [], files: [], before: 0 }
  let bytes = 0
  for (const path of paths) {
    const { size } = await stat(path)
    const file = await offeredFile(path, size)
    const key = `${file.sha256} ${bareName(file.name)}`
    const times = taken.get(key) ?? 0
    if (times > 0) {
      taken.set(key, times - 1)
      part.before += 1
      continue
    }
    part.paths.push(path)
    part.files.push(file)
    bytes += file.bytes.byteLength
    if (part.files.length < filesOfPart && bytes < bytesOfPart) continue
    yield part
    part = { paths: [], files: [], before: 0 }
    bytes = 0
  }
  yield part
}

export interface ImportCounts {
  readonly refused: number
  /** Taken by a former run that was stopped. */
  readonly before: number
}

/** Imports every file and calls `each` with its report, in their order. Into a batch it goes on where a former run stopped. */
export async function importAll(
  connection: ImportConnection,
  paths: readonly string[],
  options: ImportOptions,
  each: (path: string, result: ImportResult) => void,
  begun: (files: number) => (done: number, before: number) => void = () => () => {},
): Promise<ImportCounts> {
  const { database, fileStore } = connection
  const unit = await unitByName(database.db, options.unit)
  if (!unit) throw new PlainFailure(`没有名为“${options.unit}”的单位。`, `There is no unit ${options.unit}.`, { exitCode: 2 })
  const files = await filesOf(paths)
  const by = await byFor(connection, unit.id, options.as)
  const columnIds = await columnIdsOf(connection, options.column)
  const name = options.batch
  const batchId = name === undefined ? null : must(await database.transaction((tx) => batchForCommand(tx, by, { unitId: unit.id, name, columnIds })))
  if (batchId !== null && options.manifest !== undefined) {
    const { text } = decodeText(await readFile(options.manifest))
    must(await database.transaction((tx) => putBatchManifest(tx, by, { batchId, text })))
  }
  const reader = openReaders(threads)
  const parts = { transaction: database.transaction, fileStore, reader }
  const tellDone = begun(files.length)
  let [done, refused, before] = [0, 0, 0]
  try {
    for await (const part of partsOf(files, batchId === null ? new Map() : await filesOfBatch(database.db, batchId))) {
      const results = part.files.length === 0 ? [] : must(await importFiles(parts, by, { unitId: unit.id, columnIds, batchId }, part.files, atOnce))
      for (const [place, result] of results.entries()) {
        if (result.report.outcome === 'refused') refused += 1
        each(part.paths[place] ?? '', result)
      }
      before += part.before
      done += part.before + results.length
      tellDone(done, before)
    }
  } finally {
    await reader.close()
  }
  const detail = { files: files.length, refused, before, command: 'gongkai import' }
  await database.transaction((tx) =>
    record(tx, {
      at: connection.clock.now(),
      action: 'import',
      title: '批量导入文件',
      accountId: by.actor.accountId,
      login: options.as ?? null,
      objectKind: 'import',
      unitId: unit.id,
      outcome: 'done',
      detail,
      address: '',
    }),
  )
  return { refused, before }
}

function printResult(path: string, { report }: ImportResult): void {
  console.log(`\n${path}`)
  if (report.refusal) console.log(`  × ${report.refusal.sentence}`)
  else if (report.outcome === 'attachment-only') console.log(`  √ 已作为附件收下：${report.title}`)
  else console.log(`  √ ${report.title}　${report.draftedOn ?? '（无成文日期）'}　${report.signedBy ?? '（无落款单位）'}`)
  const { headings, paragraphs, tables, pictures } = report.structure
  if (report.outcome === 'draft') console.log(`    标题 ${headings} 个，段落 ${paragraphs} 段，表格 ${tables} 个，图片 ${pictures} 张`)
  for (const one of report.doubtful) console.log(`    存疑：${one.sentence}`)
  for (const one of report.lost) console.log(`    丢失：${one.sentence}`)
  for (const one of report.dropped) console.log(`    舍去：${one.sentence}`)
}

export function importCommand(): Command {
  return new Command('import')
    .description('把文件导入为某单位的草稿，每个文件一份报告\nimport files as drafts of a unit, with a report for each')
    .argument('<file...>', '文件或目录 files or folders')
    .requiredOption('--unit <name>', '单位名称 name of the unit')
    .option('--as <login>', '以谁的名义导入（默认为该单位的信息员） in whose name (default: the unit’s information officer)')
    .option('--column <name...>', '栏目 columns', [])
    .option('--batch <name>', '作为历史数据，归入该批次（没有则新建） as old stock, in this batch (made where there is none)')
    .option('--manifest <file>', '历史数据清单（CSV） list of the old stock (CSV)')
    .option('--json', '以 JSON 输出报告 answer with the reports in JSON', false)
    .action((paths: string[], options: ImportOptions) =>
      withData(
        async (connection) => {
          const reports: unknown[] = []
          let progress: ReturnType<typeof tellProgress> | undefined
          const { refused, before } = await importAll(
            connection,
            paths,
            options,
            (path, result) => {
              progress?.clear()
              if (options.json) reports.push({ path, ...result })
              else printResult(path, result)
            },
            (files) => {
              const teller = tellProgress()
              progress = teller
              return (done, taken) => teller.tell({ done, total: files, before: taken })
            },
          )
          progress?.end()
          if (options.json) console.log(JSON.stringify(reports, undefined, 2))
          else if (before > 0) console.log(`\n其中 ${before} 个文件上次已导入该批次，没有重复导入。`)
          process.exitCode = refused > 0 ? 1 : 0
        },
        { prepared: true },
      ),
    )
}
