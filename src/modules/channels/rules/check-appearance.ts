// Is this an appearance that can be entered? Every fault at once.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { channels, type EnteredChannel } from '../law/channels.ts'

export interface AppearanceFacts {
  readonly channel: EnteredChannel
  readonly shownOn: Day
  readonly place: string
  readonly address: string
  readonly note: string
}

export type AppearanceRefusal = 'shown-day-ahead' | 'shown-day-too-early' | 'place-or-address-missing' | 'address-malformed' | 'entry-twice'

/** The day on which the first regulation came into force (ogi-2008/38): nothing was disclosed under it before. */
const firstDay = '2008-05-01'

/** Trimmed, and true to what can be checked later: a day, and a place or an address to go and look. */
export function checkAppearance(typed: AppearanceFacts, today: Day): Ruling<AppearanceFacts, AppearanceRefusal> {
  const facts = { ...typed, place: typed.place.trim(), address: typed.address.trim(), note: typed.note.trim() }
  const row = channels[facts.channel]
  const faults: Refusal<AppearanceRefusal>[] = []
  if (facts.shownOn > today) faults.push({ code: 'shown-day-ahead', field: 'shownOn', facts: { channel: row.title } })
  if (facts.shownOn < firstDay) faults.push({ code: 'shown-day-too-early', field: 'shownOn' })
  if (facts.place === '' && facts.address === '')
    faults.push({ code: 'place-or-address-missing', field: 'place', facts: { channel: row.title, place: row.place } })
  if (facts.address !== '' && !(/^https?:\/\/[^\s/]+/.test(facts.address) && URL.canParse(facts.address)))
    faults.push({ code: 'address-malformed', field: 'address' })
  return faults.length === 0 ? granted(facts) : refused(...faults)
}
