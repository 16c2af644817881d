// The documents that reports cite: what the program brings, and what the administrator made of it.
import { documentNumberKey, readDocumentNumber } from '../../../kernel/document-number.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { CitedDocument } from '../law/citations.ts'

export interface KeptDocument {
  readonly number: string
  readonly title: string
  readonly words: readonly string[]
  readonly ended: boolean
}

export interface ChangedDocument extends KeptDocument {
  readonly changedByName: string
  readonly changedAt: Date
}

export interface ListedDocument extends KeptDocument {
  /** Stands as the program brings it. */
  readonly starting: boolean
  readonly changedByName: string | null
  readonly changedAt: Date | null
}

const shortestWord = 2

/** The number in its standard way of writing, words trimmed and each once; refused where it tells nothing. */
export function judgeDocument(asked: KeptDocument): Ruling<KeptDocument> {
  const number = readDocumentNumber(asked.number.trim())
  const title = asked.title.trim().replace(/^《(.*)》$/, '$1')
  const words = [...new Set(asked.words.map((word) => word.trim()).filter((word) => word !== ''))]
  const foreign = words.find((word) => !title.includes(word))
  const reasons: Refusal[] = []
  if (!number) reasons.push({ code: 'cited-number-unreadable', field: 'number' })
  if (title === '') reasons.push({ code: 'cited-title-missing', field: 'title' })
  if (words.length === 0 || words.some((word) => word.length < shortestWord)) reasons.push({ code: 'cited-words-missing', field: 'words' })
  else if (foreign !== undefined) reasons.push({ code: 'cited-word-foreign', field: 'words', facts: { word: foreign } })
  return reasons.length > 0 || !number ? refused(...reasons) : granted({ number: number.text, title, words, ended: asked.ended })
}

/** The whole list, by number; ended ones too. */
export function citedList(starting: readonly CitedDocument[], changed: readonly ChangedDocument[]): ListedDocument[] {
  const listed = new Map<string, ListedDocument>()
  for (const { number, title, words } of starting)
    listed.set(documentNumberKey(number), { number, title, words, ended: false, starting: true, changedByName: null, changedAt: null })
  for (const one of changed) listed.set(documentNumberKey(one.number), { ...one, starting: false })
  return [...listed.values()].toSorted((a, b) => a.number.localeCompare(b.number, 'zh'))
}

export const citedHeadings = ['文号', '标题', '标题用语', '停用'] as const

const between = '、'
export const citedCells = ({ number, title, words, ended }: KeptDocument): string[] => [number, title, words.join(between), ended ? '是' : '']

export interface ReadCited {
  readonly documents: readonly KeptDocument[]
  /** Rows that tell no document, as the table counts, the head being the first. */
  readonly refused: readonly number[]
}

/** The rows below the head 文号, 标题, 标题用语, as the list is exported; undefined where there is no such head. */
export function readCited(rows: readonly (readonly string[])[]): ReadCited | undefined {
  const head = rows.findIndex((row) => row[0]?.trim() === citedHeadings[0] && row[1]?.trim() === citedHeadings[1])
  if (head < 0) return undefined
  const read = rows.slice(head + 1).map((row, at) => {
    const [number = '', title = '', words = '', ended = ''] = row
    const blank = row.every((cell) => cell.trim() === '')
    return { row: head + at + 2, blank, ruling: judgeDocument({ number, title, words: words.split(/[、，,;；]/), ended: ended.trim() === '是' }) }
  })
  return {
    documents: read.flatMap(({ ruling }) => (ruling.ok ? [ruling.value] : [])),
    refused: read.flatMap(({ row, blank, ruling }) => (ruling.ok || blank ? [] : [row])),
  }
}

/** What a report is held to. */
export const inForce = (all: readonly ListedDocument[]): ListedDocument[] => all.filter(({ ended }) => !ended)
