// The pulse of an entry by its facts.
import { pulses, type Pulse } from '../law/pulses.ts'

export interface PulseFacts {
  /** A duty is open past its day. */
  readonly late: boolean
  /** A duty is open and due within two weeks. */
  readonly soon: boolean
  /** Something stands there, or has met a duty. */
  readonly published: boolean
  /** Nothing asks for it: ad hoc, and no event was entered. */
  readonly quiet: boolean
  /** The last duty was closed by its article. */
  readonly closed: boolean
  /** What stands there was made from data that are no longer so. */
  readonly stale: boolean
  readonly padded: boolean
  readonly bare: boolean
  /** The last that was to be known beforehand came after the event. */
  readonly afterEvent: boolean
}

/** Sums of it are kept (`catalogue.map_unit`): whoever changes it has every unit counted anew, as the migration of the map says. */
export function pulseOf(facts: PulseFacts): Pulse {
  if (facts.late) return 'late'
  if (!facts.published) return facts.closed ? 'closed' : facts.quiet ? 'quiet' : 'empty'
  if (facts.stale) return 'stale'
  if (facts.afterEvent) return 'after-event'
  if (facts.bare) return 'catalogue-only'
  if (facts.padded) return 'padded'
  return facts.soon ? 'due-soon' : 'fresh'
}

export const pulseOrder = Object.keys(pulses) as Pulse[]
const isBad = (pulse: Pulse): boolean => pulses[pulse].tone === 'bad'

export interface PulseCount {
  readonly pulse: Pulse
  readonly count: number
}

/** Counts by pulse, the worst first. */
export function tally(rows: readonly { readonly facts: PulseFacts; readonly count: number }[]): PulseCount[] {
  const counts = new Map<Pulse, number>()
  for (const { facts, count } of rows) counts.set(pulseOf(facts), (counts.get(pulseOf(facts)) ?? 0) + count)
  return pulseOrder.filter((pulse) => counts.has(pulse)).map((pulse) => ({ pulse, count: counts.get(pulse) ?? 0 }))
}

/** The same as sums keep it; what there is none of is left out. */
export type PulseSum = Readonly<Partial<Record<Pulse, number>>>

export const sumOf = (counts: readonly PulseCount[]): PulseSum => Object.fromEntries(counts.map(({ pulse, count }) => [pulse, count]))

/** A sum as it is told, the worst first. */
export const countsOf = (sum: PulseSum): PulseCount[] => pulseOrder.flatMap((pulse) => (sum[pulse] ? [{ pulse, count: sum[pulse] }] : []))

export function addUp(sums: readonly PulseSum[]): PulseSum {
  const total: Partial<Record<Pulse, number>> = {}
  for (const sum of sums)
    for (const pulse of pulseOrder) {
      const count = sum[pulse]
      if (count) total[pulse] = (total[pulse] ?? 0) + count
    }
  return total
}

/** How bad a row of the map is: what is late weighs most. */
export const badness = (counts: readonly PulseCount[]): number =>
  counts.reduce((sum, { pulse, count }) => sum + (isBad(pulse) ? count * (pulse === 'late' ? 1000 : 100) : pulse === 'padded' ? count : 0), 0)
