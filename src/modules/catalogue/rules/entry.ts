// An entry of the catalogue as the rules see it, and what must hold before it is kept.
import type { Refusal } from '../../../kernel/ruling.ts'
import type { Audience, Channel, EntryKind, EntryMode, Tier } from '../law/entries.ts'
import type { TimeLimit } from './limit.ts'
import { triggerEvents, type EventRow } from '../law/events.ts'
import type { Rhythm } from '../law/rhythms.ts'

/** The columns of the official layout: what an import brings. */
export interface OfficialColumns {
  readonly field: string
  readonly serial: number
  readonly item1: string
  readonly item2: string
  readonly item3: string
  readonly elements: string
  readonly basis: string
  readonly limitText: string
  readonly bodyText: string
  readonly channels: readonly Channel[]
  readonly channelOther: string
  readonly audience: Audience
  readonly audienceWho: string
  readonly mode: EntryMode
  readonly tiers: readonly Tier[]
}

export interface EntryContent extends OfficialColumns {
  readonly kind: EntryKind
  readonly limit: TimeLimit
  readonly unitIds: readonly string[]
  readonly unitKinds: readonly string[]
  readonly statutoryItem: string | null
  readonly columnIds: readonly string[]
  readonly rhythm: Rhythm
}

export const entryName = (entry: Pick<OfficialColumns, 'item1' | 'item2' | 'item3'>): string =>
  [entry.item1, entry.item2, entry.item3].filter(Boolean).join(' / ')

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase()

/** Finds an entry again whatever its spaces and punctuation; `nth` tells apart rows of one name. */
export const entryKey = (kind: EntryKind, entry: Pick<OfficialColumns, 'field' | 'item1' | 'item2' | 'item3'>, nth = 0): string =>
  [kind, fold(entry.field), fold(entry.item1), fold(entry.item2), fold(entry.item3), ...(nth > 0 ? [String(nth)] : [])].join('|')

export type EntryRefusal =
  | 'entry-item-missing'
  | 'entry-field-missing'
  | 'entry-too-long'
  | 'entry-rhythm-day'
  | 'entry-event-columns'
  | 'entry-event-beforehand'

const longest = {
  field: 60,
  item1: 200,
  item2: 200,
  item3: 200,
  elements: 8000,
  basis: 8000,
  limitText: 500,
  bodyText: 500,
  channelOther: 200,
  audienceWho: 200,
} as const

export function reasonsAgainstEntry(entry: OfficialColumns & Partial<Pick<EntryContent, 'rhythm'>>): Refusal<EntryRefusal>[] {
  const reasons: Refusal<EntryRefusal>[] = []
  if (entry.field.trim() === '') reasons.push({ code: 'entry-field-missing', field: 'field' })
  if (entry.item1.trim() === '') reasons.push({ code: 'entry-item-missing', field: 'item1' })
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if (entry[field].length > most) reasons.push({ code: 'entry-too-long', field, facts: { most } })
  }
  const { rhythm } = entry
  if (rhythm?.kind === 'regular' && rhythm.span === 'week' && rhythm.day > 7) reasons.push({ code: 'entry-rhythm-day', field: 'rhythm' })
  if (rhythm?.kind === 'ad-hoc' && rhythm.on) {
    const told: readonly EventRow[] = rhythm.on.events.map((event) => triggerEvents[event])
    if (rhythm.before) reasons.push({ code: 'entry-event-beforehand', field: 'rhythm' })
    if (rhythm.on.columnIds.length === 0 && told.some(({ needsColumns }) => needsColumns)) reasons.push({ code: 'entry-event-columns', field: 'rhythm' })
  }
  return reasons
}
