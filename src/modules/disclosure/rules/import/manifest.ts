// The CSV list that comes with a former site: which file was published when, under which number and address.
import type { Day } from '../../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../../kernel/ruling.ts'
import { readWrittenDate } from '../../../../kernel/written-date.ts'
import { fold } from './fold.ts'

export interface ManifestFacts {
  readonly title: string | null
  readonly originalPublishedOn: Day | null
  readonly originalIndexNumber: string | null
  readonly originalAddress: string | null
  readonly documentNumber: string | null
  readonly draftedOn: Day | null
  readonly column: string | null
}

export interface Manifest {
  readonly rows: ReadonlyMap<string, ManifestFacts>
  readonly problems: readonly { readonly line: number; readonly sentence: string }[]
}

export const manifestHeadings = ['文件名', '标题', '原发布日期', '原索引号', '原地址', '文号', '成文日期', '栏目'] as const

const namesOf: Readonly<Record<string, keyof ManifestFacts | 'fileName'>> = {
  文件名: 'fileName',
  标题: 'title',
  原发布日期: 'originalPublishedOn',
  发布日期: 'originalPublishedOn',
  原索引号: 'originalIndexNumber',
  索引号: 'originalIndexNumber',
  原地址: 'originalAddress',
  原文地址: 'originalAddress',
  文号: 'documentNumber',
  发文字号: 'documentNumber',
  成文日期: 'draftedOn',
  栏目: 'column',
}

/** Cells of a CSV text: quotes, doubled quotes and line breaks inside quotes. */
export function csvCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === ',' || letter === '\n') {
      rows.at(-1)?.push(cell.trim())
      cell = ''
      if (letter === '\n') rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  rows.at(-1)?.push(cell.trim())
  return rows
}

const mostRows = 20_000

export function readManifest(text: string): Ruling<Manifest> {
  const [head = [], ...lines] = csvCells(text.replace(/^\uFEFF/, ''))
  const columns = head.map((heading) => namesOf[fold(heading).replace(/\s/g, '')])
  if (!columns.includes('fileName')) return refused('manifest-without-names')
  if (lines.length > mostRows) return refused('manifest-unreadable')
  const rows = new Map<string, ManifestFacts>()
  const problems: { line: number; sentence: string }[] = []
  for (const [at, cells] of lines.entries()) {
    if (cells.every((cell) => cell === '')) continue
    const line = at + 2
    const of = (name: keyof ManifestFacts | 'fileName'): string | null => {
      const column = columns.indexOf(name)
      // a leading ' keeps a spreadsheet from running the cell as a formula
      return (column < 0 ? '' : (cells[column] ?? '').replace(/^'(?=[=+\-@])/, '')) || null
    }
    const dayAt = (name: 'originalPublishedOn' | 'draftedOn', title: string): Day | null => {
      const written = of(name)
      if (!written) return null
      const read = readWrittenDate(written)
      if (!read?.day || read.doubt) {
        problems.push({ line, sentence: `第 ${line} 行的${title}“${written}”不是可以识别的日期，请改正。` })
        return null
      }
      return read.day
    }
    const fileName = of('fileName')
    if (!fileName) {
      problems.push({ line, sentence: `第 ${line} 行没有文件名，已跳过。` })
      continue
    }
    if (rows.has(fileName)) problems.push({ line, sentence: `第 ${line} 行的文件名“${fileName}”重复，以这一行为准。` })
    const address = of('originalAddress')
    if (address && !/^(?:https?:\/\/|\/)/i.test(address)) problems.push({ line, sentence: `第 ${line} 行的原地址“${address}”不是网页地址，已跳过这一项。` })
    rows.set(fileName, {
      title: of('title'),
      originalPublishedOn: dayAt('originalPublishedOn', '原发布日期'),
      originalIndexNumber: of('originalIndexNumber'),
      originalAddress: address && /^(?:https?:\/\/|\/)/i.test(address) ? address : null,
      documentNumber: of('documentNumber'),
      draftedOn: dayAt('draftedOn', '成文日期'),
      column: of('column'),
    })
  }
  return granted({ rows, problems })
}
