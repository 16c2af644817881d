// How long the office waits for the pages that people have open all day, at a city's size.
import { day } from '../src/kernel/day.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { reachOf } from '../src/modules/access/index.ts'
import { dutyCounts } from '../src/modules/catalogue/queries/duties.ts'
import { heartbeatMap } from '../src/modules/catalogue/queries/heartbeat-map.ts'
import { workbenchOf } from '../src/modules/disclosure/queries/workbench.ts'
import { applications, tabCounts, type Question } from '../src/modules/requests/queries/applications.ts'
import { figure, millisecondsOf, quantile, type Bench } from './harness/bench.ts'
import { unitsOf } from './data/county.ts'
import { handlerId, today as todayOfData } from './data/office.ts'
import { openStock } from './data/stock.ts'

const documents = Number(process.env['GONGKAI_BENCH_DOCUMENTS'] ?? 1_000_000)
const stock = { documents, units: 2000, requests: documents / 10, seed: 1 }
const rounds = 5
const perRound = 20
const mostMilliseconds = 30
const today = day(todayOfData)

const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
const ask: Question = { tab: 'open', words: '', sort: 'due' }
const page = { limit: 20, offset: 0 }

export const bench: Bench = {
  name: 'desk',
  measures: `p95 of what the server asks the database for three pages of the office, at ${documents} documents, ${stock.requests} requests and 2,000 units: the desk of requests of a whole city (list, number, counts), the heartbeat map of all units, the home of one handler (workbench, duties, requests).`,
  async run(tell) {
    const opened = await openStock(stock, tell)
    const { database } = opened
    try {
      const { db } = database
      const unit = unitsOf(stock.units)[1]
      if (!unit) throw new RangeError('the stock has no units')
      const handler: Actor = {
        accountId: handlerId,
        name: '承办人',
        grants: [{ role: 'information-officer', unitId: unit.id, sectionId: null, reach: [unit.id], onBehalfOf: null }],
      }
      const city = { actor: handler, reach: everywhere, today }
      const works: Readonly<Record<string, () => Promise<unknown>>> = {
        'desk of requests': async () => {
          await applications(db, ask, city, page)
          await tabCounts(db, city)
        },
        'heartbeat map': () => heartbeatMap(db, { reach: everywhere, line: 'government', today, sort: 'worst', limit: 30, offset: 0 }),
        'home of a handler': async () => {
          await workbenchOf(db, handler, today)
          await dutyCounts(db, reachOf(handler, 'edition.draft'), 'government', today)
          await tabCounts(db, { actor: handler, reach: reachOf(handler, 'request.read'), today })
        },
      }
      const kept = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]))
      for (let round = 0; round <= rounds; round += 1)
        for (const [name, work] of Object.entries(works)) {
          const times: number[] = []
          for (let at = 0; at < perRound; at += 1) times.push(await millisecondsOf(work))
          const sorted = times.toSorted((a, b) => a - b)
          if (round > 0) kept.get(name)?.push(quantile(sorted, 0.95))
        }
      return Array.from(kept, ([name, times]) => figure(`${name}, p95`, 'ms', times, { atMost: mostMilliseconds }))
    } finally {
      await opened.close()
    }
  },
}
