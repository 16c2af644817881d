// Tables of an attachment as the check of sums looks at them: parted at blank rows, without what stands above the head, the rows of the head taken as one.
import { unreadCell, type FileTable } from '../../../../kernel/file-inspection.ts'
import type { SubjectTable, TableCell } from '../subject.ts'

type Rows = readonly (readonly string[])[]

const isFigure = (cell: string): boolean => /^-?[\d,，]+(?:\.\d+)?%?$/.test(cell.replaceAll(/\s+/g, '')) && /\d/.test(cell)
const filled = (row: readonly string[]): number => row.filter((cell) => cell !== '' && cell !== unreadCell).length

interface Block {
  /** Of its first row in the file, from 0. */
  readonly from: number
  readonly rows: Rows
}

function blocksOf(rows: Rows): Block[] {
  const ends = rows.flatMap((row, at) => (row.every((cell) => cell === '') ? [at] : []))
  const bounds = [-1, ...ends, rows.length]
  return bounds.slice(1).flatMap((end, at) => {
    const from = (bounds[at] ?? -1) + 1
    return end - from < 3 ? [] : [{ from, rows: rows.slice(from, end) }]
  })
}

/** The heading of each column, from all rows of the head; what stands over several columns is said of each of them. */
function headOf(rows: Rows, width: number): TableCell[] {
  const spread = rows.map((row) => {
    let last = ''
    return Array.from({ length: width }, (_, at) => (last = row[at] === unreadCell ? last : (row[at] ?? '')))
  })
  const several = rows.length > 1
  return Array.from({ length: width }, (_, at) => ({ text: [...new Set(spread.map((row) => row[at] ?? ''))].join(''), piece: several ? -1 : 0 }))
}

/** A cell that is not read is no zero: where its column holds figures it is told as words. */
function bodyOf(rows: Rows, width: number): TableCell[][] {
  const figures = Array.from({ length: width }, (_, at) => rows.some((row) => isFigure(row[at] ?? '')))
  return rows.map((row) => Array.from({ length: width }, (_, at) => ({ text: row[at] === unreadCell && !figures[at] ? '' : (row[at] ?? ''), piece: 0 })))
}

export function subjectTables(attachmentId: string, file: string, tables: readonly FileTable[]): SubjectTable[] {
  return tables.flatMap(({ place, rows }) =>
    blocksOf(rows).flatMap((block): SubjectTable[] => {
      const body = block.rows.findIndex((row, at) => at > 0 && row.some((cell, column) => column > 0 && isFigure(cell)))
      if (body < 1) return []
      const above = block.rows.slice(0, body)
      const title = above.findIndex((row) => filled(row) > 1)
      const head = title < 0 ? above.slice(-1) : above.slice(title)
      const below = block.rows.slice(body)
      const width = Math.max(...block.rows.map((row) => row.length))
      return [
        {
          place: `附件“${file}”${place}`,
          field: `attachments.${attachmentId}`,
          rows: [headOf(head, width), ...bodyOf(below, width)],
          numbers: [block.from + body, ...below.map((_, at) => block.from + body + at + 1)],
        },
      ]
    }),
  )
}
