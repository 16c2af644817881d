// `gongkai import FILE… --unit NAME`: files become drafts of a unit, with a report for each; works while the system runs.
import type { Tx } from '../../platform/database/database.ts'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Command } from 'commander'
import { actorOf, accountsWhoMay, record, type By } from '../../modules/access/index.ts'
import { batchForCommand, importFiles, putBatchManifest, type ImportResult, type OfferedFile } from '../../modules/disclosure/index.ts'
import { unitByName } from '../../modules/organization/index.ts'
import { columnTree } from '../../modules/publication/index.ts'
import type { Refusal, Ruling } from '../../kernel/ruling.ts'
import { sentenceOf } from '../../platform/http/problem.ts'
import { decodeText } from '../../platform/documents/read/encoding.ts'
import { openReader } from '../../platform/documents/read/reader.ts'
import { withData, type Connection } from '../connect.ts'
import { PlainFailure } from '../plain-failure.ts'
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
async function offeredFile(path: string): Promise<OfferedFile> {
  const { size } = await stat(path)
  if (size <= largestBytes) return { name: basename(path), bytes: await readFile(path) }
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  return { name: basename(path), bytes: Buffer.alloc(0), weighed: { bytes: size, sha256: hash.digest('hex') } }
}

/** Imports every file and calls `each` with its report; returns how many were refused. */
export async function importAll(
  connection: ImportConnection,
  paths: readonly string[],
  options: ImportOptions,
  each: (path: string, result: ImportResult) => void,
): Promise<number> {
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
  const reader = openReader()
  let refused = 0
  try {
    for (const path of files) {
      const offered = await offeredFile(path)
      const parts = { transaction: <Value>(work: (tx: Tx) => Promise<Value>) => database.transaction(work), fileStore, reader }
      const [result] = must(await importFiles(parts, by, { unitId: unit.id, columnIds, batchId }, [offered]))
      if (!result) continue
      if (result.report.outcome === 'refused') refused += 1
      each(path, result)
    }
  } finally {
    await reader.close()
  }
  const detail = { files: files.length, refused, command: 'gongkai import' }
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
  return refused
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
      withData(async (connection) => {
        const reports: unknown[] = []
        const refused = await importAll(connection, paths, options, (path, result) => {
          if (options.json) reports.push({ path, ...result })
          else printResult(path, result)
        })
        if (options.json) console.log(JSON.stringify(reports, undefined, 2))
        process.exitCode = refused > 0 ? 1 : 0
      }),
    )
}
