// What the office asks the database for, page by page, at a city's size: measured by `desk.ts`, explained by `plans.ts`.
import { addDays, day } from '../src/kernel/day.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { reachOf } from '../src/modules/access/index.ts'
import { dutyCounts, dutyList, type DutyView } from '../src/modules/catalogue/queries/duties.ts'
import { heartbeatOfUnit } from '../src/modules/catalogue/queries/heartbeat.ts'
import { heartbeatMap } from '../src/modules/catalogue/queries/heartbeat-map.ts'
import { ledger } from '../src/modules/channels/queries/ledger.ts'
import { editionList } from '../src/modules/disclosure/queries/edition-list.ts'
import { tasksOf } from '../src/modules/disclosure/queries/tasks.ts'
import { workbenchOf } from '../src/modules/disclosure/queries/workbench.ts'
import { countMetric } from '../src/modules/reports/actions/count-metric.ts'
import type { MetricName } from '../src/modules/reports/law/metrics.ts'
import type { MetricSplit } from '../src/kernel/metric.ts'
import { applications, tabCounts, type Question } from '../src/modules/requests/queries/applications.ts'
import type { Tx } from '../src/platform/database/database.ts'
import { unitsOf } from './data/county.ts'
import { handlerId, today as todayOfData } from './data/office.ts'

const today = day(todayOfData)
const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
const page = { limit: 20, offset: 0 }
const year = { from: addDays(today, -364), until: today }

export type Works = Readonly<Record<string, (db: Tx) => Promise<unknown>>>

/** Of the stock's first county office: who handles there, who oversees the city, and a unit. */
export function officeWorks(units: number): { readonly barred: Works; readonly lists: Works } {
  const [city, unit] = unitsOf(units)
  if (!city || !unit) throw new RangeError('the stock has no units')
  const grant = (role: 'information-officer' | 'disclosure-office' | 'inspector', unitId: string, reach: readonly string[]): Actor => ({
    accountId: handlerId,
    name: '承办人',
    grants: [{ role, unitId, sectionId: null, reach, onBehalfOf: null }],
  })
  const handler = grant('information-officer', unit.id, [unit.id])
  const office = grant(
    'disclosure-office',
    city.id,
    unitsOf(units).map(({ id }) => id),
  )
  const overseer = grant('inspector', city.id, [city.id])
  const asker = { actor: handler, reach: everywhere, today }
  const asked = (more: Partial<Question> = {}): Question => ({ tab: 'open', words: '', sort: 'due', ...more })
  const duties = (view: DutyView) => (db: Tx) => dutyList(db, { view, today, reach: everywhere, line: 'government', words: '', sort: 'due', ...page })
  const metric = (name: MetricName, by: readonly MetricSplit[]) => (db: Tx) => countMetric(db, overseer, { name, span: year, by })
  const editions = (by: Actor, more: Parameters<typeof editionList>[2]) => (db: Tx) => editionList(db, by, more, page)
  return {
    barred: {
      'desk of requests': async (db) => {
        await applications(db, asked(), asker, page)
        await tabCounts(db, asker)
      },
      'heartbeat map': (db) => heartbeatMap(db, { reach: everywhere, line: 'government', today, sort: 'worst', limit: 30, offset: 0 }),
      'home of a handler': async (db) => {
        await workbenchOf(db, handler, today)
        await dutyCounts(db, reachOf(handler, 'edition.draft'), 'government', today)
        await tabCounts(db, { actor: handler, reach: reachOf(handler, 'request.read'), today })
      },
    },
    lists: {
      'requests, all of a city': (db) => applications(db, asked({ tab: 'all', sort: 'newest' }), asker, page),
      'requests, a word': (db) => applications(db, asked({ tab: 'all', words: '征地', sort: 'newest' }), asker, page),
      'documents, all of a city': editions(office, { newest: true }),
      'documents, all of a unit': editions(handler, { newest: true }),
      'documents, a word': editions(office, { newest: true, q: '防汛' }),
      'documents, published': editions(office, { state: 'published', sort: '-publishedAt' }),
      'tasks of a person': (db) => tasksOf(db, handler, 'all', {}, page),
      'duties, open': duties('open'),
      'duties, late': duties('late'),
      'duties, settled': duties('settled'),
      'heartbeat of a unit': (db) => heartbeatOfUnit(db, unit.id, today),
      'ledger of channels': (db) => ledger(db, { reach: everywhere }, {}, page),
      'statistics, requests by unit and month': metric('requests.received', ['unit', 'month']),
      'statistics, documents by unit and month': metric('publication.documents', ['unit', 'month']),
      'statistics, pieces by channel': metric('channels.published-distinct', ['channel']),
      'statistics, duties by unit': metric('catalogue.duties-overdue', ['unit']),
    },
  }
}
