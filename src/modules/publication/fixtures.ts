// Builders for tests: items that may go out, and their way through the door.
import { randomUUID } from 'node:crypto'
import { day } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import type { Database } from '../../platform/database/database.ts'
import { publish } from './actions/publish.ts'
import { contentHashOf } from './rules/content-hash.ts'
import type { Published, PublicItem, PublishRefusal } from './rules/public-item.ts'

export const civilAffairs = { unitId: '0a000000-0000-4000-8000-000000000001', unitName: '青岚县民政局', frontCode: '11100000000013338W' } as const

export const anItem = (changes: Partial<PublicItem> = {}): PublicItem => ({
  documentId: randomUUID(),
  ...civilAffairs,
  columnIds: [],
  title: '关于做好冬季困难群众救助工作的通知',
  kind: '通知',
  theme: '民政、扶贫、救灾\\社会福利',
  keywords: ['救助'],
  summary: '',
  documentNumber: '青民发〔2026〕12号',
  responsibleDepartment: '社会救助股',
  source: '',
  sourceUrl: null,
  draftedOn: day('2026-11-20'),
  effectiveOn: null,
  expiresOn: null,
  validity: 'valid',
  replacedBy: null,
  bodyHtml: '<p>各乡镇人民政府、街道办事处：</p><p>为保障困难群众温暖过冬，现就有关事项通知如下。</p>',
  attachments: [],
  changeNote: '',
  historic: null,
  ...changes,
})

/** Publishes in a transaction of its own, with a verdict that fits. */
export const publishItem = (database: Database, item: PublicItem, at: Date): Promise<Ruling<Published, PublishRefusal>> =>
  database.transaction((tx) => publish(tx, item, { contentHash: contentHashOf(item), passed: true }, at))

/** The value of a ruling that a test takes for granted. */
export function valueOf<Value>(ruling: Ruling<Value>): Value {
  if (!ruling.ok) throw new Error(`refused: ${ruling.refusals.map((refusal) => refusal.code).join(', ')}`)
  return ruling.value
}
