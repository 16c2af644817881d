// Issues a letter of an application: written from its facts, numbered, never changed afterwards; once more, and it is a new version under the same number.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { yearOf } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { letterRows, type LetterKind } from '../law/letters.ts'
import { lockApplication } from '../queries/application.ts'
import { contactOf, letterDesk, type LetterDesk } from '../queries/letter-case.ts'
import { lettersOf, numberIsTaken } from '../queries/letters.ts'
import { draftLetter, letterNumber, lettersFor, type LetterPlace } from '../rules/letter.ts'
import { insertLetter, nextSerial } from '../store/letters.ts'

export interface LetterRequest extends LetterPlace {
  readonly id: string
  readonly letterId: string
  /** The text as somebody changed it; null takes the wording of the unit. */
  readonly text: string | null
}

export interface Issued {
  readonly letterId: string
  readonly number: string
  readonly version: number
}

const unfilled = /〔待填：([^〕]*)〕/g

export const issueLetter = (tx: Tx, by: By, asked: LetterRequest): Promise<Ruling<Issued>> => issueLetterBy(tx, by, 'request.handle', asked)

/** By the right that the office's handling, or the step that owes the letter, asks for. */
export async function issueLetterBy(tx: Tx, by: By, right: Action, { id, letterId, kind, about, text }: LetterRequest): Promise<Ruling<Issued>> {
  const application = await lockApplication(tx, reachOf(by.actor, right), id)
  const desk = application && (await letterDesk(tx, application, by.today))
  if (!application || !desk) return refused('not-found')
  if (!lettersFor(desk.of, by.today).some((one) => one.kind === kind && one.about === about)) return refused({ code: 'letter-not-due', field: 'kind' })
  const now = { today: by.today, calendar: await currentCalendar(tx) }
  const draft = draftLetter({ kind, about }, desk.of, desk.wordingFor(kind), now)
  const body = text ?? draft.body
  const earlier = (await lettersOf(tx, id)).filter((one) => one.kind === kind && one.about === about)
  const open = [...new Set([...body.matchAll(unfilled)].map(([, name = '']) => name))]
  const reply = isAnswer(kind) ? desk.of.facts.replyNumber : null
  const refusals: Refusal[] = [
    ...(open.length > 0 ? [{ code: 'letter-unfilled', field: 'text', facts: { names: open.join('、') } }] : []),
    ...(draft.channelMissing ? [{ code: 'review-channel-missing', article: 'recon-2023/22' } as const] : []),
    ...(earlier.some(({ servedOn }) => servedOn !== null) ? [{ code: 'letter-served' }] : []),
    ...(reply !== null && (await numberIsTaken(tx, application.unitId, reply, id)) ? [{ code: 'letter-number-taken', facts: { number: reply } }] : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const number = earlier[0]?.number ?? reply ?? (await freshNumber(tx, desk, { id, kind, year: yearOf(by.today) }))
  const version = (earlier[0]?.version ?? 0) + 1
  const { unit, head } = desk
  await insertLetter(tx, {
    id: letterId, applicationId: id, unitId: unit.id, unitName: unit.name, kind, about, version, number, addressee: draft.addressee, body, remedy: draft.remedy,
    contact: contactOf(unit), redHead: head.redHead, issuedOn: by.today, issuedBy: by.actor.accountId, issuedByName: by.actor.name, at: by.at,
  }) // prettier-ignore
  return granted({ letterId, number, version })
}

/** The number of an answer is the one it was sealed under; where it is not sealed yet, the letter gives it. */
const isAnswer = (kind: LetterKind): boolean => letterRows[kind].answers !== undefined && letterRows[kind].to === 'applicant'

/** A serial that was given by hand before is passed over. */
async function freshNumber(tx: Tx, { unit, head }: LetterDesk, { id, kind, year }: { id: string; kind: LetterKind; year: number }): Promise<string> {
  for (;;) {
    const number = letterNumber(head.code, kind, year, await nextSerial(tx, unit.id, year, kind))
    if (!(await numberIsTaken(tx, unit.id, number, id))) return number
  }
}
