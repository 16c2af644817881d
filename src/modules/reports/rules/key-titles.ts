// What the keys of a split are called, in the order in which they stand; keys that no table knows (months, kinds of documents) stand for themselves.
import type { MetricSplit } from '../../../kernel/metric.ts'
import { channels as ledgerChannels } from '../../channels/law/channels.ts'
import { applicantKinds } from '../../requests/law/applicants.ts'
import { channels as applicationChannels } from '../../requests/law/channels.ts'
import { outcomes } from '../../requests/law/outcomes.ts'
import { remedyRows } from '../../requests/law/yearly-form.ts'
import type { MetricModule } from '../law/metrics.ts'

const titlesIn = (table: Readonly<Record<string, { readonly title: string }>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).map(([key, { title }]) => [key, title]))

export function keyTitles(module: MetricModule, split: MetricSplit): ReadonlyMap<string, string> {
  switch (split) {
    case 'kind':
      return titlesIn(applicantKinds)
    case 'channel':
      return titlesIn(module === 'requests' ? applicationChannels : ledgerChannels)
    case 'outcome':
      return titlesIn(outcomes)
    case 'remedy':
      return titlesIn(remedyRows)
    default:
      return new Map()
  }
}
