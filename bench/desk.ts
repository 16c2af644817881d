// How long the office waits for the pages that people have open all day, at a city's size.
import { figure, millisecondsOf, quantile, type Bench } from './harness/bench.ts'
import { openStock } from './data/stock.ts'
import { officeWorks, type Works } from './works.ts'

const documents = Number(process.env['GONGKAI_BENCH_DOCUMENTS'] ?? 1_000_000)
const stock = { documents, units: 2000, requests: documents / 10, seed: 1 }
const rounds = 5
const perRound = 20
const perRoundOfLists = 5
const mostMilliseconds = 30

export const bench: Bench = {
  name: 'desk',
  measures: `p95 of what the server asks the database for three pages of the office, at ${documents} documents, ${stock.requests} requests and ${stock.units} units: the desk of requests of a whole city (list, number, counts), the heartbeat map of all units, the home of one handler (workbench, duties, requests); and for its lists, without a bar.`,
  async run(tell) {
    const opened = await openStock(stock, tell)
    try {
      const { db } = opened.database
      const { barred, lists } = officeWorks(stock.units)
      const measured = async (works: Works, times: number): Promise<ReadonlyMap<string, readonly number[]>> => {
        const kept = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]))
        for (let round = 0; round <= rounds; round += 1)
          for (const [name, work] of Object.entries(works)) {
            const taken: number[] = []
            for (let at = 0; at < times; at += 1) taken.push(await millisecondsOf(() => work(db)))
            const sorted = taken.toSorted((a, b) => a - b)
            if (round > 0) kept.get(name)?.push(quantile(sorted, 0.95))
          }
        return kept
      }
      return [
        ...Array.from(await measured(barred, perRound), ([name, times]) => figure(`${name}, p95`, 'ms', times, { atMost: mostMilliseconds })),
        ...Array.from(await measured(lists, perRoundOfLists), ([name, times]) => figure(`${name}, p95`, 'ms', times)),
      ]
    } finally {
      await opened.close()
    }
  },
}
