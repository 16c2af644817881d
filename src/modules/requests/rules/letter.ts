// Writes a letter from what is known of a case: which ones can be made, their text, and the remedies that belong below.
import { chineseDay, type Day } from '../../../kernel/day.ts'
import { versionOn } from '../../../kernel/term.ts'
import { articleTitle, laws } from '../../../law/laws.ts'
import { lengthText } from '../../../law/ledger-words.ts'
import { terms } from '../../../law/terms.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'
import { channels, type ChannelName } from '../law/channels.ts'
import { feeMethods } from '../law/fees.ts'
import { startWording } from '../law/letter-wording.ts'
import { answerBasis, findings, letterFills, letterKindNames, letterRows, type LetterFill, type LetterKind, type NumberedKind } from '../law/letters.ts'
import { outcomeFacts, outcomeRows, type OutcomeFact } from '../law/outcomes.ts'
import { recordLetter } from '../law/record-corrections.ts'
import { bodyKindOf } from '../law/remedies.ts'
import type { State } from '../law/states.ts'
import { replyDue } from './clock.ts'
import type { CaseFacts, Consultation, Now, TakenStep } from './facts.ts'
import { historyOf } from './letter-history.ts'
import { regimeOfFacts } from './needs.ts'
import { remedyOf } from './remedy.ts'

/** A letter that can be made; `about` is the consultation that it is about, 0 where it is about none. */
export interface LetterPlace {
  readonly kind: LetterKind
  readonly about: number
}

export interface LetterCase {
  readonly number: string
  readonly applicantName: string
  readonly subject: string
  readonly description: string
  readonly channel: ChannelName
  readonly unitKind: UnitKind
  readonly facts: CaseFacts
  readonly taken: readonly TakenStep[]
  /** The answer goes out over the internet. */
  readonly electronic: boolean
  /** Where reconsideration can be asked for over the internet; empty where it is not known. */
  readonly reviewChannel: string
}

export interface Draft {
  readonly addressee: string
  readonly body: string
  readonly remedy: string | null
  /** Names that the case does not fill yet. */
  readonly missing: readonly string[]
  readonly channelMissing: boolean
}

const afterSigning: ReadonlySet<State> = new Set<State>(['signed', 'sealed', 'served', 'closed', 'archived'])

/** Everything that can be made now, in the order of the table. An answer that was served on an earlier day is not written again: its letter would bear a later day than it had. */
export function lettersFor({ facts, taken }: Pick<LetterCase, 'facts' | 'taken'>, today: Day): LetterPlace[] {
  const regime = regimeOfFacts(facts, today)
  return letterKindNames.flatMap((kind): LetterPlace[] => {
    const { article, to, after, answers } = letterRows[kind]
    if (article[regime] === undefined) return []
    const ready = after?.some((step) => taken.some((one) => one.step === step)) ?? false
    const toServe = facts.concludedOn === null || facts.concludedOn >= today
    const answered = toServe && afterSigning.has(facts.state) && facts.outcome !== null && (answers?.includes(facts.outcome.name) ?? false)
    if (to === 'applicant') return ready || answered ? [{ kind, about: 0 }] : []
    return consultationsOf(facts, kind)
      .filter(({ opinion }) => ready || (answered && opinion === 'objected'))
      .map(({ number }) => ({ kind, about: number }))
  })
}

const consultationsOf = ({ consultations }: CaseFacts, kind: LetterKind): readonly Consultation[] =>
  consultations.filter((one) => one.kind === letterRows[kind].to)

/** The starting text for applications received on the day. */
export const startTextOf = (kind: LetterKind, received: Day): string =>
  startWording[kind].findLast(({ inForceFrom }) => inForceFrom <= received)?.text ?? startWording[kind][0]?.text ?? ''

const reasons = '不予公开的理由'
const interest = '公开的理由'

const factsNamedBy = (kind: LetterKind): OutcomeFact[] => [...new Set((letterRows[kind].answers ?? []).flatMap((name) => outcomeRows[name].facts))]

/** The names that the text of a kind may use in braces. */
export function namesFor(kind: LetterKind): readonly string[] {
  const { fills, to } = letterRows[kind]
  const named = fills.map((fill) => letterFills[fill])
  if (to !== 'applicant') return letterRows[kind].answers ? [...named, interest] : named
  return [...named, ...factsNamedBy(kind).map((fact) => outcomeFacts[fact].title), ...(kind === 'denied' ? [reasons] : [])]
}

const nameInBraces = /\{([^{}\n]{1,40})\}/g

/** What a text names although its kind does not know it. */
export const strangersIn = (kind: LetterKind, text: string): string[] => {
  const known = namesFor(kind)
  return [...new Set([...text.matchAll(nameInBraces)].map(([, name = '']) => name).filter((name) => !known.includes(name)))]
}

/** The text with its names filled; a line of which nothing is left is dropped. */
export function draftLetter({ kind, about }: LetterPlace, of: LetterCase, wording: string, now: Now): Draft {
  const values = valuesOf(kind, about, of, now)
  const missing = new Set<string>()
  const fill = (line: string): string =>
    line.replaceAll(nameInBraces, (_, name: string) => {
      const value = values.get(name)
      if (value === undefined) missing.add(name)
      return value ?? `〔待填：${name}〕`
    })
  const body = wording.split('\n').map(fill).map((line) => line.trim()).filter((line) => line !== '').join('\n') // prettier-ignore
  const other = of.facts.consultations.find(({ number }) => number === about)
  const addressee = letterRows[kind].to === 'applicant' ? of.applicantName : (other?.name ?? '')
  return { addressee, body, missing: [...missing], ...remedyFor(kind, of, now.today) }
}

function remedyFor(kind: LetterKind, { facts, unitKind, electronic, reviewChannel }: LetterCase, on: Day): Pick<Draft, 'remedy' | 'channelMissing'> {
  if (!letterRows[kind].remedy || !facts.outcome) return { remedy: null, channelMissing: false }
  // A third party is told that something is disclosed: nothing is withheld from it.
  const outcome = letterRows[kind].to === 'applicant' ? facts.outcome : ({ name: 'granted', withheldUnder: [] } as const)
  const { text, tellChannel } = remedyOf({ outcome: outcome.name, withheldUnder: outcome.withheldUnder, body: bodyKindOf[unitKind], on, electronic })
  const channel = tellChannel && reviewChannel !== '' ? `行政复议申请可以通过互联网渠道提出：${reviewChannel}。` : ''
  return { remedy: text + channel, channelMissing: tellChannel && reviewChannel === '' }
}

function valuesOf(kind: LetterKind, about: number, of: LetterCase, now: Now): ReadonlyMap<string, string> {
  const { facts, taken } = of
  const { after = [], article, term } = letterRows[kind]
  const regime = regimeOfFacts(facts, now.today)
  const last = taken.findLast(
    ({ step, input }) => after.includes(step) && (about === 0 || input.other === undefined || input.other.name === consulted(facts, about)),
  )
  const received = facts.receivedOn ?? facts.arrivedOn
  const due = replyDue(facts, now.calendar)?.due
  const length = term && versionOn(terms[term], received ?? now.today)
  const exact = letterRows[kind].answers && facts.outcome && letterRows[kind].to === 'applicant' ? answerBasis[facts.outcome.name] : undefined
  const basis = regime === 'ogi-2019' && exact ? laws['ogi-2019'].short + exact : article[regime] && articleTitle(article[regime])
  const values: Partial<Record<LetterFill, string | undefined>> = {
    applicant: of.applicantName,
    number: of.number,
    received: received ? chineseDay(received) : undefined,
    channel: channels[of.channel].title,
    wanted: wantedOf(of),
    due: due && chineseDay(due),
    history: historyOf(facts),
    basis,
    words: last?.input.text.trim() || undefined,
    until: last?.input.until && chineseDay(last.input.until),
    days: facts.extension ? String(facts.extension.days) : undefined,
    day: last && chineseDay(last.input.day ?? last.on),
    other: consulted(facts, about),
    term: length && lengthText(length),
    fee: facts.fee ? feeWords(facts.fee) : undefined,
    yuan: facts.fee ? String(facts.fee.yuan) : undefined,
    finding: facts.outcome ? (findings[facts.outcome.name] ?? outcomeRows[facts.outcome.name].title) : undefined,
  } // prettier-ignore
  const told = Object.entries(facts.outcome?.facts ?? {}) as [OutcomeFact, string][]
  const allowed = new Set(namesFor(kind))
  const entries: [string, string | undefined][] = [
    ...(Object.entries(values) as [LetterFill, string | undefined][]).map(([fill, value]): [string, string | undefined] => [letterFills[fill], value]),
    ...told.map(([fact, text]): [string, string] => [outcomeFacts[fact].title, text]),
    [reasons, told.map(([, text]) => text).join('\n') || undefined],
    [interest, facts.outcome?.facts.balance],
  ]
  return new Map(entries.filter((entry): entry is [string, string] => entry[1] !== undefined && allowed.has(entry[0])))
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** In the applicant's own words: on the public site the name of what is wanted has a field of its own, and a correction says more. */
function wantedOf({ subject, description, channel, taken }: LetterCase): string {
  const asked = channel === 'online' && !description.includes(subject) ? `${subject}，${description}` : description
  const corrected = taken.findLast(({ step }) => step === 'receive-correction')?.input.text
  return inOneLine(asked) + (corrected ? `（补正：${inOneLine(corrected)}）` : '')
}

const consulted = ({ consultations }: CaseFacts, about: number): string | undefined => consultations.find(({ number }) => number === about)?.name

const feeWords = ({ method, nth, units }: NonNullable<CaseFacts['fee']>): string => {
  const { title, unit } = feeMethods[method]
  return method === 'per-request' ? `${title}，当月第${nth}件起共${units}${unit}` : `${title}，共${units}${unit}`
}

/** In force for the application: by the day of receipt. */
export const wordingDay = ({ receivedOn, arrivedOn }: CaseFacts, today: Day): Day => receivedOn ?? arrivedOn ?? today

/** `青教公补〔2026〕3号` */
export const letterNumber = (code: string, kind: NumberedKind, year: number, serial: number): string =>
  `${code}${kind === 'record-correction' ? recordLetter.mark : letterRows[kind].mark}〔${year}〕${serial}号`
