// The pulse of columns, written by hand.
import { expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { columnBeats, type ColumnFacts } from './column-pulse.ts'
import type { PulseFacts } from './pulse.ts'

const column = (id: string, parentId: string | null, documents: number, hidden = false): ColumnFacts => ({
  id, parentId, name: id, documents, lastPublishedAt: documents === 0 ? null : new Date('2026-11-01T00:00:00Z'), hidden,
}) // prettier-ignore
const fresh: PulseFacts = {
  late: false,
  soon: false,
  published: true,
  quiet: false,
  closed: false,
  stale: false,
  padded: false,
  bare: false,
  afterEvent: false,
}

const columns = [
  column('法定主动公开内容', null, 0),
  column('财政预算', '法定主动公开内容', 9),
  column('应急管理', '法定主动公开内容', 0),
  column('招考录用', '法定主动公开内容', 4),
  column('旧栏目', null, 0, true),
]
const cells = [
  { columnId: '财政预算', dueOn: day('2027-01-31'), facts: fresh, count: 11 },
  { columnId: '财政预算', dueOn: day('2026-12-20'), facts: { ...fresh, late: true }, count: 2 },
  { columnId: '应急管理', dueOn: null, facts: { ...fresh, published: false, quiet: true }, count: 3 },
]

it('a column beats as its worst entry does; an empty one is empty whatever its entries say; one without entries has no rhythm', () => {
  expect(columnBeats(columns, cells).map(({ path, pulse, dueOn }) => [path.join('/'), pulse, dueOn])).toEqual([
    ['法定主动公开内容/财政预算', 'late', '2026-12-20'],
    ['法定主动公开内容/应急管理', 'empty', null],
    ['法定主动公开内容/招考录用', null, null],
  ])
})

it('counts its entries, the worst first', () => {
  expect(columnBeats(columns, cells)[0]?.counts).toEqual([
    { pulse: 'late', count: 2 },
    { pulse: 'fresh', count: 11 },
  ])
})
