// Questions of each class, drawn by a seed of their own from the words and texts of a stock.
import { sql } from 'kysely'
import type { SearchQuestion } from '../../src/modules/publication/index.ts'
import { cutWords } from '../../src/platform/chinese/words.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { unitsOf } from './county.ts'
import type { Stock } from './fill.ts'
import type { Random } from './random.ts'
import { documentOf, type BenchDocument } from './texts.ts'

export const questionClasses = [
  'a rare word',
  'a word in 1 to 2 %',
  'a word in 5 to 20 %',
  'a word in more than half',
  'two words',
  'three words',
  'a phrase in quotes',
  'a substring over word borders',
  'a word with a unit and a year',
  'a common word with a kind',
  'a document number',
  'the fifth page of a common word',
] as const

export type QuestionClass = (typeof questionClasses)[number]

/** Words of two characters and more that so large a share of the documents holds. */
async function wordsOf(database: Database, seed: number, least: number, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ term: string }>`
    select term from publication.term_frequency where documents between ${Math.ceil(least)}::integer and ${Math.floor(most)}::integer
      and char_length(term) between 2 and 6 and term !~ '[~^@0-9a-zA-Z]' order by md5(term || ${String(seed)}) limit 400`.execute(database.db)
  if (rows.length === 0) throw new RangeError(`no word stands in ${least} to ${most} documents`)
  return rows.map((row) => row.term)
}

const isWord = (word: string): boolean => /^\p{Script=Han}{2,}$/u.test(word)

function pieceOf(random: Random, text: string, length: number): string {
  // Inside one clause, so that what is asked is what somebody copies; where the words are cut does not matter.
  const clauses = text.split(/[^\p{Script=Han}]+/u).filter((clause) => clause.length >= length)
  if (clauses.length === 0) return text.slice(0, length)
  const clause = random.pick(clauses)
  return clause.slice(random.below(clause.length - length + 1)).slice(0, length)
}

/** How to draw one question of each class. */
export async function questionsOf(database: Database, stock: Stock, seed: number): Promise<Record<QuestionClass, (random: Random) => SearchQuestion>> {
  const share = (of: number): number => stock.documents * of
  const units = unitsOf(stock.units)
  const text = (random: Random): BenchDocument => documentOf(stock.seed, random.below(stock.documents), stock.documents, units)
  const some = (random: Random, count: number): string => {
    for (;;) {
      const words = [...new Set(cutWords(text(random).paragraphs.join('\n')).filter(isWord))]
      if (words.length >= count)
        return Array.from({ length: count }, (_, at) => words[Math.floor((random.below(1000) / 1000 + at) * (words.length / count))] ?? '').join(' ')
    }
  }
  const rare = await wordsOf(database, seed, 2, 60)
  const seldom = await wordsOf(database, seed, share(0.01), share(0.02))
  const often = await wordsOf(database, seed, share(0.05), share(0.2))
  const common = await wordsOf(database, seed, share(0.5), share(1))
  return {
    'a rare word': (random) => ({ text: random.pick(rare) }),
    'a word in 1 to 2 %': (random) => ({ text: random.pick(seldom) }),
    'a word in 5 to 20 %': (random) => ({ text: random.pick(often) }),
    'a word in more than half': (random) => ({ text: random.pick(common) }),
    'two words': (random) => ({ text: some(random, 2) }),
    'three words': (random) => ({ text: some(random, 3) }),
    'a phrase in quotes': (random) => ({ text: `“${pieceOf(random, text(random).paragraphs.join('\n'), 7)}”` }),
    'a substring over word borders': (random) => ({ text: pieceOf(random, text(random).paragraphs.join('\n'), 4 + random.below(4)) }),
    'a word with a unit and a year': (random) => ({
      text: random.pick(often),
      unitId: units[random.below(200) % units.length]?.id ?? '',
      year: 2017 + random.below(10),
    }),
    'a common word with a kind': (random) => ({ text: random.pick(common), kind: random.pick(['决定', '批复', '公告', '意见']) }),
    'a document number': (random) => ({ text: Array.from({ length: 50 }, () => text(random).documentNumber).find((number) => number !== null) ?? '' }),
    'the fifth page of a common word': (random) => ({ text: random.pick([...often, ...common]) }),
  }
}
