// What the database looks at for a search, as the stock grows a hundredfold: rows and pages by class of question.
import { search } from '../src/modules/publication/index.ts'
import { figure, type Bench, type Figure } from './harness/bench.ts'
import { questionClasses, questionsOf, type QuestionClass } from './data/questions.ts'
import { randomOf } from './data/random.ts'
import { openStock } from './data/stock.ts'
import { explain, listening, type Sent } from './hot-queries.ts'

const largest = Number(process.env['GONGKAI_BENCH_DOCUMENTS'] ?? 1_000_000)
const sizes = [largest / 100, largest / 10, largest]
const seed = 20_261_128
const perClass = 12
/** No question looks at more, whatever there is: rows of results between the steps of a plan count too, and so do the pages that hold long texts. */
const most = { rows: 60_000, pages: 60_000 }

interface Cost {
  readonly rows: number[]
  readonly pages: number[]
}

async function costsAt(documents: number, tell: (line: string) => void): Promise<ReadonlyMap<QuestionClass, Cost>> {
  const stock = { documents, units: 2000, requests: documents / 10, seed: 1 }
  const opened = await openStock(stock, tell)
  const { database } = opened
  try {
    let sent: Sent[] = []
    const db = listening(database, (query) => sent.push(query))
    const drawn = await questionsOf(database, stock, seed)
    const costs = new Map<QuestionClass, Cost>()
    for (const kind of questionClasses) {
      const random = randomOf(seed)
      const cost: Cost = { rows: [], pages: [] }
      for (let at = 0; at < perClass; at += 1) {
        const question = drawn[kind](random)
        sent = []
        const { next } = await search(db, question)
        if (kind === 'the fifth page of a common word' && next !== undefined) {
          sent = []
          await search(db, { ...question, cursor: next })
        }
        const explained = await explain(database, kind, sent, ['jit = off', 'max_parallel_workers_per_gather = 0'])
        cost.rows.push(explained.reduce((sum, one) => sum + one.visited, 0))
        cost.pages.push(explained.reduce((sum, one) => sum + one.buffers, 0))
      }
      costs.set(kind, cost)
    }
    tell(`${documents} documents: looked at`)
    return costs
  } finally {
    await opened.close()
  }
}

export const bench: Bench = {
  name: 'search-growth',
  measures: `Rows and pages of 8 kB that the database looks at for one search, at ${sizes.join(', ')} documents: median and extremes of ${perClass} questions a class, words drawn by a seed of their own. Bound: the dearest question of a class, at any size.`,
  async run(tell) {
    const figures: Figure[] = []
    for (const documents of sizes)
      for (const [kind, { rows, pages }] of await costsAt(documents, tell)) {
        figures.push(figure(`${kind}, ${documents} documents`, 'rows', rows), figure(`${kind}, ${documents} documents`, 'buffers', pages))
        figures.push(figure(`${kind}, ${documents} documents, the dearest`, 'rows', [Math.max(...rows)], { atMost: most.rows }))
        figures.push(figure(`${kind}, ${documents} documents, the dearest`, 'buffers', [Math.max(...pages)], { atMost: most.pages }))
      }
    return figures
  },
}
