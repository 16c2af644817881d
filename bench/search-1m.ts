// How long a citizen waits for a page of hits and their number among a million documents, by class of question.
import { sql } from 'kysely'
import { search, type SearchQuestion } from '../src/modules/publication/index.ts'
import type { Database } from '../src/platform/database/database.ts'
import { figure, millisecondsOf, quantile, type Bench, type Figure } from './harness/bench.ts'
import { questionClasses, questionsOf, type QuestionClass } from './data/questions.ts'
import { randomOf, type Random } from './data/random.ts'
import { openStock } from './data/stock.ts'

/** Questions of another seed, of all classes at once, until every process of the database has met the memory that it shares, as after a day. */
const warmUps = 4000
/** Smaller while the bench itself is worked on. */
const documents = Number(process.env['GONGKAI_BENCH_DOCUMENTS'] ?? 1_000_000)
const stock = { documents, units: 2000, requests: 100_000, seed: 1 }
/** Of the words that are asked for: none of them was used for tuning. */
const seed = 20_261_127
const rounds = 3
const perRound = 40
const clients = 8
const bars = { one: 20, substring: 100, eight: 100, rareAgainstIlike: 100 }

async function ask(database: Database, kind: QuestionClass, question: SearchQuestion): Promise<number> {
  if (kind !== 'the fifth page of a common word') return millisecondsOf(() => search(database.db, question))
  let cursor: string | undefined
  for (let page = 1; page < 5; page += 1) cursor = (await search(database.db, { ...question, ...(cursor !== undefined && { cursor }) })).next ?? cursor
  return millisecondsOf(() => search(database.db, { ...question, ...(cursor !== undefined && { cursor }) }))
}

/** So many questions of each client, all classes in turn; milliseconds of each. */
async function mix(database: Database, drawn: Awaited<ReturnType<typeof questionsOf>>, each: number, randomFor: (client: number) => Random): Promise<number[]> {
  const times: number[] = []
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const random = randomFor(client)
      for (let at = 0; at < each; at += 1) {
        const kind = questionClasses[(at + client) % (questionClasses.length - 1)] ?? 'a rare word'
        times.push(await ask(database, kind, drawn[kind](random)))
      }
    }),
  )
  return times
}

/** The newest twenty and how many there are, by pattern alone. */
const byPattern = (database: Database, word: string): Promise<number> =>
  millisecondsOf(() => {
    const like = `%${word}%`
    return sql`
      select id, title, count(*) over () as total from publication.document where title ilike ${like} or body_text ilike ${like} order by listed_at desc limit 20`.execute(
      database.db,
    )
  })

const p95 = (times: readonly number[]): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.95,
  )

export const bench: Bench = {
  name: 'search-1m',
  measures: `p95 of a search with its page of 20, total and facets over ${documents} documents, words drawn by a seed that was not used for tuning, what searches read being in the server's buffers (two fifths of the machine, in huge pages where the system gives them), after ${warmUps} other questions: one client, then ${clients} at once with all classes mixed; rare words against ILIKE over title and body.`,
  async run(tell) {
    const opened = await openStock(stock, tell)
    const { database } = opened
    try {
      const drawn = await questionsOf(database, stock, seed)
      tell(`${warmUps} questions that are not measured`)
      const others = await questionsOf(database, stock, seed + 1)
      await mix(database, others, warmUps / clients, (client) => randomOf(seed + 1, client))
      const one = new Map<QuestionClass, number[]>(questionClasses.map((kind) => [kind, []]))
      const eight: number[] = []
      const againstPattern: number[] = []
      for (let round = 0; round <= rounds; round += 1) {
        const random: Random = randomOf(seed, round)
        for (const kind of questionClasses) {
          const times: number[] = []
          for (let at = 0; at < perRound; at += 1) times.push(await ask(database, kind, drawn[kind](random)))
          if (round > 0) one.get(kind)?.push(p95(times))
        }
        const mixed = await mix(database, drawn, perRound, (client) => randomOf(seed + 1 + client, round))
        const word = drawn['a rare word'](random)
        const ours = (await ask(database, 'a rare word', word)) + (await ask(database, 'a rare word', word))
        const theirs = await byPattern(database, word.text)
        if (round === 0) continue
        eight.push(p95(mixed))
        againstPattern.push(theirs / (ours / 2))
        tell(`round ${round} of ${rounds}`)
      }
      return [
        ...questionClasses.map((kind): Figure =>
          figure(`${kind}, one client, p95`, 'ms', one.get(kind) ?? [], { atMost: kind === 'a substring over word borders' ? bars.substring : bars.one }),
        ),
        figure(`all classes, ${clients} clients, p95`, 'ms', eight, { atMost: bars.eight }),
        figure('a rare word, how many times as fast as ILIKE', '×', againstPattern, { atLeast: bars.rareAgainstIlike }),
      ]
    } finally {
      await opened.close()
    }
  },
}
