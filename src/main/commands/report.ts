// `gongkai report check FILE…`: what is wrong with reports that somebody else wrote. No server and no database is needed, nothing is stored.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command } from 'commander'
import { csvRows } from '../../kernel/csv.ts'
import { checkFile, readCited, unreadableSentences, type CitedTo, type ReportCheck } from '../../modules/reports/index.ts'
import { openReader, type Reader } from '../../platform/documents/read/reader.ts'

interface Options {
  readonly json: boolean
  readonly citations?: string
}

type Read = { readonly check: ReportCheck } | { readonly code: string; readonly sentence: string }

const largestBytes = 100 * 1024 * 1024

async function readOne(reader: Reader, path: string, documents: readonly CitedTo[] | undefined): Promise<Read> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return { code: 'file-missing', sentence: '没有找到这个文件。' }
  if (!found.isFile()) return { code: 'not-a-file', sentence: '这是目录，请给出文件。' }
  if (found.size > largestBytes) return { code: 'file-too-large', sentence: '文件超过 100 MB，请只检查报告正文。' }
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return { code: 'file-not-readable', sentence: '没有读取这个文件的权限。' }
  const result = await checkFile(reader, { name: basename(path), bytes }, documents)
  return result.ok ? { check: { ...result.check, file: path } } : { code: result.code, sentence: unreadableSentences[result.code] }
}

/** Null: it cannot be read as such a table. */
async function tableOf(path: string): Promise<readonly CitedTo[] | null> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  const read = text === undefined ? undefined : readCited(csvRows(text))
  return read && read.refused.length === 0 ? read.documents.filter(({ ended }) => !ended) : null
}

const signs = { error: '× 错误', warning: '! 存疑', remark: '· 提示' } as const
const formTitles = { A: '2018年以前格式', B: '2019年格式', C: '2021年格式' } as const

function textOf({ file, generation, year, unit, cells, findings }: ReportCheck): string {
  const form = generation ? formTitles[generation] : '不是年度报告，或者没有认出格式'
  const head = [unit ?? '单位未认出', year === null ? '年份未认出' : `${year}年`, form, `读出单元格${Object.keys(cells).length}个`].join('，')
  const lines = findings.map(({ severity, place, message }) => `  ${signs[severity]}　${place}\n      ${message}`)
  return [`\n${file}`, `  ${head}`, ...(lines.length === 0 ? ['  √ 没有发现问题。'] : lines)].join('\n')
}

export function reportCommand(): Command {
  const check = new Command('check')
    .description('检查年度报告、工作总结：合计、文字与表格、分项、比率、列举、引用、日期等\ncheck reports that somebody else wrote')
    .argument('<file...>', '网页、文本、Word（DOCX）或者有文字层的 PDF HTML, TXT, DOCX or PDF with text')
    .option('--citations <file>', '引用文件表（工作平台导出的 CSV），没有则用自带的表 table of cited documents as the office exports it')
    .option('--json', '每个文件输出一行 JSON one JSON object a line for each file', false)
    .addHelpText('after', '\n退出码 exit code：0 没有错误 no errors；1 有错误 errors found；2 有文件不能读取 a file could not be read')
    .action(async (paths: string[], { json, citations }: Options) => {
      const documents = citations === undefined ? undefined : await tableOf(citations)
      if (documents === null) {
        console.error(`${citations}：不是引用文件表：第一行应为“文号、标题、标题用语”。`)
        process.exitCode = 2
        return
      }
      const reader = openReader()
      let code = 0
      try {
        for (const path of paths) {
          const read = await readOne(reader, path, documents)
          if ('check' in read) {
            console.log(json ? JSON.stringify(read.check) : textOf(read.check))
            if (code === 0 && read.check.findings.some(({ severity }) => severity === 'error')) code = 1
          } else {
            code = 2
            if (json) console.log(JSON.stringify({ file: path, error: { code: read.code, message: read.sentence } }))
            console.error(`${path}：${read.sentence}`)
          }
        }
      } finally {
        await reader.close()
      }
      process.exitCode = code
    })
  return new Command('report').description('检查别人写的报告 check reports').addCommand(check)
}
