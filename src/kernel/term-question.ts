// What a person typed about a term, before it is believed: read into events, or refused with every reason at once.
import { isDay, type Day } from './day.ts'
import { granted, refused, type Refusal, type Ruling } from './ruling.ts'
import { startOf, versionOn, type Pause, type Term, type TermEvents } from './term.ts'

/** As typed; days as `2024-01-31`, pauses as `2024-02-01..2024-02-09`. */
export interface TermQuestion {
  readonly from: string
  readonly extend: string
  readonly pauses: readonly string[]
  readonly restarts: readonly string[]
}

export type QuestionFault =
  | 'from-missing'
  | 'day-unreadable'
  | 'no-such-term-yet'
  | 'pause-unreadable'
  | 'restart-early'
  | 'extension-too-long'
  | 'not-extendable'
  | 'fixed-day-stays'
  | 'too-many-events'

/** The first Regulation is of 2008; holidays before are not kept. */
export const firstAskedDay = '2008-01-01' as Day
export const lastAskedDay = '2099-12-31' as Day
const mostEvents = 20

const readDay = (text: string): Day | undefined => (isDay(text) && text >= firstAskedDay && text <= lastAskedDay ? text : undefined)

function readPause(text: string, from: Day): Pause | undefined {
  const [first, last, ...rest] = text.split('..').map(readDay)
  return first && last && rest.length === 0 && first >= from && last >= first ? { from: first, to: last } : undefined
}

export function readTermQuestion(term: Term, asked: TermQuestion): Ruling<TermEvents, QuestionFault> {
  const from = readDay(asked.from)
  if (!from)
    return refused(asked.from === '' ? { code: 'from-missing', field: 'from' } : { code: 'day-unreadable', field: 'from', facts: { text: asked.from } })
  if (asked.pauses.length + asked.restarts.length > mostEvents) return refused({ code: 'too-many-events', facts: { most: mostEvents } })

  const faults: Refusal<QuestionFault>[] = []
  const unread = (text: string): undefined => void faults.push({ code: 'day-unreadable', field: 'restart', facts: { text } })
  const restarts = asked.restarts.map((text) => readDay(text) ?? unread(text)).filter((one) => one !== undefined)
  const early = restarts.find((restart) => restart < from)
  if (early) faults.push({ code: 'restart-early', field: 'restart', facts: { day: early, from } })
  const pauses = asked.pauses.flatMap((text) => {
    const pause = readPause(text, from)
    if (!pause) faults.push({ code: 'pause-unreadable', field: 'pause', facts: { text } })
    return pause ? [pause] : []
  })

  const version = versionOn(term, startOf({ from, restarts }))
  if (!versionOn(term, from) || !version) return refused(...faults, { code: 'no-such-term-yet', field: 'from', facts: { day: from, term: term.title } })
  const eventful = asked.extend !== '' || pauses.length > 0 || restarts.length > 0
  if (version.length.unit === 'fixed' && eventful) faults.push({ code: 'fixed-day-stays', facts: { term: term.title } })
  else faults.push(...faultsOfExtension(asked.extend, version.extendableBy ?? 0, term.title))
  return faults.length > 0 ? refused(...faults) : granted({ from, extendedBy: Number(asked.extend), pauses, restarts })
}

function faultsOfExtension(text: string, most: number, term: string): Refusal<QuestionFault>[] {
  if (text === '') return []
  if (/^\d{1,4}$/.test(text) && Number(text) <= most) return []
  return [{ code: most === 0 ? 'not-extendable' : 'extension-too-long', field: 'extend', facts: { term, most, text } }]
}
