// What could somebody ask instead, whose question found nothing?
import { sql } from 'kysely'
import { charactersOf } from '../../../platform/chinese/folding.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { titleMark } from '../rules/search-terms.ts'
import type { ReadQuestion } from '../rules/question.ts'
import type { Suggestions } from '../rules/search-question.ts'

const mostQuestions = 5
const mostTitles = 5
const titleCandidates = 200
/** What stands in more titles tells little, and reading its rows takes longer than the search itself. */
const mostTitlesOfWord = 5000

/** Questions with a word less or a word nearly the same, and titles that share words. */
export async function suggestionsFor(tx: Tx, question: ReadQuestion, frequency: ReadonlyMap<string, number>): Promise<Suggestions> {
  const words = [...new Set(question.pieces.flatMap((piece) => (piece.words.length > 0 ? piece.words : [piece.folded])))]
  const known = words.filter((word) => (frequency.get(word) ?? 0) > 0)
  const near = await nearWords(
    tx,
    words.filter((word) => !known.includes(word)),
  )
  const replaced = [...near].map(([word, other]) => words.map((one) => (one === word ? other : one)).join(' '))
  const fewer =
    words.length > 1
      ? [known.length < words.length ? known : [], ...known.map((word) => [word])].filter((some) => some.length > 0).map((some) => some.join(' '))
      : []
  return { questions: [...new Set([...replaced, ...fewer])].slice(0, mostQuestions), titles: await similarTitles(tx, words) }
}

/** Words that begin alike and differ in one character, the commonest for each. */
async function nearWords(tx: Tx, unknown: readonly string[]): Promise<Map<string, string>> {
  const near = new Map<string, string>()
  for (const word of unknown.filter((one) => charactersOf(one).length >= 3).slice(0, 3)) {
    const start = charactersOf(word).slice(0, 2).join('')
    const { rows } = await sql<{ term: string }>`
      select term from publication.term_frequency
      where term >= ${start} and term < ${`${start}\u{10FFFF}`} and char_length(term) between ${charactersOf(word).length - 1} and ${charactersOf(word).length + 1} and documents > 0
      order by documents desc limit 20`.execute(tx)
    const best = rows.find((row) => row.term !== word && differsByOne(row.term, word))
    if (best) near.set(word, best.term)
  }
  return near
}

function differsByOne(one: string, other: string): boolean {
  const [a, b] = [charactersOf(one), charactersOf(other)]
  let from = 0
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return Math.max(a.length, b.length) - from - end === 1
}

async function similarTitles(tx: Tx, words: readonly string[]): Promise<Suggestions['titles']> {
  const asked = [...new Set(words.flatMap((word) => (charactersOf(word).length > 2 ? [word, ...partsOf(word)] : [word])))].slice(0, 20)
  const telling = await rareInTitles(tx, asked)
  if (telling.length === 0) return []
  const { rows } = await sql<{ documentId: string; title: string }>`
    with candidate as materialized (
      select s.document_id, s.listed_at, (select count(*) from unnest(${telling}::text[]) as word where word = any(s.title_terms)) as shared
      from publication.search_document s where s.title_terms && ${telling}::text[] limit ${titleCandidates}
    )
    select c.document_id as "documentId", d.title from candidate c join publication.document d on d.id = c.document_id
    order by c.shared desc, c.listed_at desc limit ${mostTitles}`.execute(tx)
  return rows
}

/** Those that stand in few titles, or are not counted yet; where none is known to stand in any, the rarest of the common ones too. */
async function rareInTitles(tx: Tx, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return []
  const { rows } = await sql<{ word: string; titles: number }>`
    select word, coalesce(documents, 0) as titles from unnest(${words}::text[]) as asked (word) left join publication.term_frequency on term = ${titleMark} || word
    order by 2, 1`.execute(tx)
  const [rare, common] = [rows.filter(({ titles }) => titles <= mostTitlesOfWord), rows.filter(({ titles }) => titles > mostTitlesOfWord)]
  return [...rare, ...(rare.some(({ titles }) => titles > 0) ? [] : common.slice(0, 1))].map(({ word }) => word)
}

/** Two characters at a time: what may be a word inside an unknown word. */
const partsOf = (word: string): string[] =>
  charactersOf(word)
    .slice(1)
    .map((character, index) => `${charactersOf(word)[index] ?? ''}${character}`)
