// Pieces of time, told by the terms that stand for days, months and years: where a common word is looked for, the newest first.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { attributeTerm } from '../rules/search-terms.ts'

/** A day or a month, and how many documents are listed in it. */
export interface Month {
  readonly name: string
  readonly documents: number
}

export interface TimePiece {
  /** One of them stands in every document of the piece; undefined where the piece is all that there is. */
  readonly terms: readonly string[] | undefined
  /** Its first instant; undefined where nothing is older. */
  readonly from: string | undefined
  readonly documents: number
  readonly isLast: boolean
}

/** Beyond so many months, years are asked for: the index compares each term of a list with the others. */
const monthsByName = 24

/** All months with documents, the newest first: some hundreds. */
export const monthsOf = (tx: Tx): Promise<Month[]> => countedFrom(tx, attributeTerm('month', ''))

async function countedFrom(tx: Tx, start: string): Promise<Month[]> {
  const { rows } = await sql<Month>`
    select substr(term, 1 + position(':' in term)) as name, documents from publication.term_frequency
    where term >= ${start} and term < ${`${start}~`} and documents > 0 order by term desc`.execute(tx)
  return rows
}

/** All of China keeps one time. */
const startOf = (name: string): string => `${name.length === 7 ? `${name}-01` : name}T00:00:00+08:00`

const nameOf = (instant: string, length: number): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, length)

/** The newest piece that ends before the instant, or at the end of time, and holds about so many documents; undefined where nothing is older. */
export async function pieceBefore(tx: Tx, months: readonly Month[], before: string | undefined, target: number): Promise<TimePiece | undefined> {
  const older = before === undefined ? months : months.filter(({ name }) => Date.parse(startOf(name)) < Date.parse(before))
  const [newest] = older
  if (!newest) return undefined
  if (newest.documents > 2 * target) {
    const days = await countedFrom(tx, attributeTerm('day', newest.name))
    const taken = upTo(before === undefined ? days : days.filter(({ name }) => name <= nameOf(before, 10)), target)
    const last = taken.days.at(-1)
    if (last) return { terms: taken.days.map(({ name }) => attributeTerm('day', name)), from: startOf(last.name), documents: taken.documents, isLast: false }
  }
  const { days: taken, documents } = upTo(older, target)
  const last = taken.at(-1)
  const isLast = taken.length === older.length
  // Of nearly everything the index need not be told: comparing lists of months costs more than what it leaves out.
  const isMost = isLast && 2 * documents > months.reduce((all, month) => all + month.documents, 0)
  if (isMost || (isLast && before === undefined)) return { terms: undefined, from: undefined, documents, isLast }
  const years = [...new Set(taken.map(({ name }) => name.slice(0, 4)))].map((year) => attributeTerm('year', year))
  const terms = taken.length > monthsByName ? years : taken.map(({ name }) => attributeTerm('month', name))
  return { terms, from: isLast || !last ? undefined : startOf(last.name), documents, isLast }
}

function upTo(counted: readonly Month[], target: number): { days: readonly Month[]; documents: number } {
  let documents = 0
  let taken = 0
  for (const one of counted) {
    if (documents >= target) break
    documents += one.documents
    taken += 1
  }
  return { days: counted.slice(0, taken), documents }
}
