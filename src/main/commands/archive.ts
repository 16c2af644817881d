// `gongkai export archive` writes the archive of disclosure of a unit; `gongkai archive check` proves one against its manifest.
import { createWriteStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { isDay } from '../../kernel/day.ts'
import { record } from '../../modules/access/index.ts'
import { archiveFaults, archiveStream, documentsToArchive, type ArchiveFault } from '../../modules/channels/index.ts'
import { unitByName } from '../../modules/organization/index.ts'
import { openPdfPress } from '../../platform/documents/write/pdf.ts'
import { pdfOfPage } from '../../platform/documents/write/page-pdf.ts'
import { withData } from '../connect.ts'
import { PlainFailure } from '../plain-failure.ts'

interface ExportOptions {
  readonly unit?: string
  readonly from: string
  readonly until: string
}

const mostAtOnce = 1_000_000

async function exportArchive(path: string, { unit, from, until }: ExportOptions): Promise<void> {
  for (const [name, text] of [
    ['--from', from],
    ['--until', until],
  ] as const)
    if (!isDay(text)) throw new PlainFailure(`${name} 应为日期，例如 2026-01-31。`, `${name} must be a day like 2026-01-31.`, { exitCode: 2 })
  if (from > until) throw new PlainFailure('--from 不能晚于 --until。', '--from must not be later than --until.', { exitCode: 2 })
  if (
    await access(path).then(
      () => true,
      () => false,
    )
  )
    throw new PlainFailure(`${path} 已经存在，没有覆盖。`, `${path} is there already and was not overwritten.`, { exitCode: 2 })
  await withData(async ({ database, clock, fileStore }) => {
    const found = unit === undefined ? undefined : await unitByName(database.db, unit)
    if (unit !== undefined && !found) throw new PlainFailure(`没有名为“${unit}”的单位。`, `There is no unit ${unit}.`, { exitCode: 2 })
    const scope = { reach: { everywhere: true, unitIds: [] }, unitId: found?.id }
    const documentIds = await documentsToArchive(database.db, scope, { from, until }, mostAtOnce)
    if (documentIds.length === 0) throw new PlainFailure('这段时间没有公开信息，没有生成档案。', 'Nothing was published in that time; no archive was made.')
    const press = openPdfPress()
    const by = { actor: { accountId: '', name: '', grants: [] }, at: clock.now(), today: clock.today() }
    const parts = { database, store: fileStore, pdfOf: (title: string, html: string) => pdfOfPage(press, title, html) }
    try {
      await pipeline(archiveStream(parts, by, documentIds), createWriteStream(path, { flags: 'wx' }))
    } finally {
      await press.close()
    }
    const detail = { documents: documentIds.length, from, until, command: 'gongkai export archive' }
    await database.transaction((tx) =>
      record(tx, {
        at: clock.now(),
        action: 'archive.export',
        title: '导出公开档案',
        accountId: null,
        login: null,
        objectKind: 'archive',
        ...(found && { unitId: found.id }),
        outcome: 'done',
        detail,
        address: '',
      }),
    )
    console.log(`已导出 ${documentIds.length} 条信息的公开档案：${path}\nThe archive of ${documentIds.length} documents was written: ${path}`)
  })
}

const faultWords: Readonly<Record<ArchiveFault['kind'], readonly [chinese: string, english: string]>> = {
  missing: ['清单中的文件不在档案里', 'listed but not there'],
  changed: ['文件与清单不符', 'changed'],
  unlisted: ['文件不在清单中', 'there but not listed'],
  twice: ['文件重复', 'there twice'],
}

async function checkArchive(path: string, { json }: { readonly json: boolean }): Promise<void> {
  const result = await archiveFaults(path)
  if (result === undefined) throw new PlainFailure(`${path} 不是可以读取的公开档案。`, `${path} is no archive of disclosure that can be read.`, { exitCode: 2 })
  const { files, faults } = result
  if (json) console.log(JSON.stringify({ fits: faults.length === 0, files, faults }))
  else if (faults.length === 0) console.log(`公开档案相符：${files} 个文件都与清单一致。\nThe archive fits: all ${files} files are as its manifest says.`)
  else for (const { kind, path: file } of faults) console.log(`${faultWords[kind][0]}：${file}\n${faultWords[kind][1]}: ${file}`)
  process.exitCode = faults.length === 0 ? 0 : 1
}

export function exportCommand(): Command {
  const command = new Command('export').description('导出数据\nexport data')
  command
    .command('archive')
    .description('导出公开档案（ZIP）\nexport the archive of disclosure (ZIP)')
    .argument('<file>', '写到哪个文件 file to write')
    .option('--unit <name>', '单位名称，含下级单位（默认全部） name of the unit, with those below it (default: all)')
    .requiredOption('--from <day>', '公开日期从 first day of publication')
    .requiredOption('--until <day>', '公开日期到 last day of publication')
    .action((path: string, options: ExportOptions) => exportArchive(path, options))
  return command
}

export function archiveCommand(): Command {
  const command = new Command('archive').description('核对公开档案\nprove archives of disclosure')
  command
    .command('check')
    .description('核对公开档案的每个文件是否与清单一致\nprove every file of an archive against its manifest')
    .argument('<file>', '档案文件 the archive')
    .option('--json', '以 JSON 输出 answer in JSON', false)
    .action((path: string, options: { json: boolean }) => checkArchive(path, options))
  return command
}
