// Enters an application that came by any channel: number and query code, the sealed identity, and the first step by the law of its channel.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { unitById } from '../../organization/index.ts'
import type { ApplicantKind, Delivery, WishedForm } from '../law/applicants.ts'
import { channels, type ChannelName } from '../law/channels.ts'
import { regimeOn } from '../law/regimes.ts'
import type { State } from '../law/states.ts'
import { applicationById } from '../queries/application.ts'
import { cachedOf } from '../rules/cached.ts'
import type { Hand, StepInput } from '../rules/facts.ts'
import { after, nothingYet } from '../rules/fold.ts'
import { checkIdentity, type Identity } from '../rules/identity.ts'
import { newQueryCode } from '../rules/query-code.ts'
import { takeStep } from '../rules/take-step.ts'
import { insertApplication, recordStep, saveIdentity } from '../store/applications.ts'
import { handAt } from '../queries/hand.ts'
import { tell } from './tell.ts'
import { identityPurpose } from '../rules/sealed.ts'

export interface NewRequest {
  /** Chosen by the caller: the same twice is entered once. */
  readonly id: string
  readonly unitId: string
  readonly channel: ChannelName
  readonly arrivedOn: Day
  readonly applicantKind: ApplicantKind
  readonly identity: Identity
  readonly subject: string
  readonly description: string
  readonly wishedForm: WishedForm
  readonly delivery: Delivery
  readonly needsHelp: boolean
}

export interface Registered {
  readonly id: string
  readonly number: string
  /** Told once; null where it had been entered before. */
  readonly queryCode: string | null
}

export async function registerApplication(tx: Tx, by: By, seal: Seal, asked: NewRequest): Promise<Ruling<Registered>> {
  const queryCode = newQueryCode()
  const { accountId, name } = by.actor
  const entered = await enterApplication(tx, { ...by, accountId, name, hand: handAt(by.actor, { unitId: asked.unitId }) }, seal, {
    ...asked,
    queryCodeHash: hashOfToken(queryCode),
  })
  return entered.ok ? granted({ id: asked.id, number: entered.value.number, queryCode: entered.value.isNew ? queryCode : null }) : entered
}

/** Whoever enters it: an official, or the applicant (`accountId` null). */
export interface EnteredBy {
  readonly accountId: string | null
  readonly name: string
  readonly hand: Hand
  readonly at: Date
  readonly today: Day
}

interface Entry extends NewRequest {
  readonly queryCodeHash: Uint8Array
  /** Where the applicant was told one already. */
  readonly number?: string
  /** What it was parted from; whoever handles that one handles the part. */
  readonly splitFrom?: { readonly id: string; readonly number: string; readonly sectionId: string | null; readonly handlerId: string | null }
}

/** The same entry for the office and for the applicant: only their hands differ. */
export async function enterApplication(tx: Tx, by: EnteredBy, seal: Seal, asked: Entry): Promise<Ruling<{ number: string; isNew: boolean; state: State }>> {
  const unit = await unitById(tx, asked.unitId)
  if (!unit || unit.validUntil !== null || unit.kind === 'section') return refused({ code: 'unit-unknown', field: 'unitId' })
  const before = await applicationById(tx, asked.id)
  if (before) return before.unitId === asked.unitId ? granted({ number: before.number, isNew: false, state: before.state }) : refused('not-found')
  const calendar = await currentCalendar(tx)

  const step = channels[asked.channel].under[regimeOn(asked.arrivedOn)].receivedOn === 'arrival' ? 'receive' : 'register'
  const input: StepInput = {
    text: '',
    day: asked.arrivedOn,
    channel: asked.channel,
    ...(asked.identity.eService ? { agreed: true } : {}),
    ...(asked.splitFrom ? { origin: asked.splitFrom.number } : {}),
  }
  const ruling = takeStep(step, nothingYet, by.hand, { today: by.today, calendar }, input)
  const faults: readonly Refusal[] = [...checkIdentity(asked.applicantKind, asked.identity), ...(ruling.ok ? [] : ruling.refusals)]
  if (!ruling.ok || faults.length > 0) return refused(...faults)

  const { grant } = ruling.value
  const facts = after(nothingYet, { step, on: by.today, by: by.accountId, input })
  const { identity, ...rest } = asked
  const row = { ...rest, applicantName: identity.name.trim(), sectionId: asked.splitFrom?.sectionId ?? null, enteredBy: by.accountId, at: by.at }
  const number = await insertApplication(tx, { ...row, cached: cachedOf(facts, calendar) })
  await saveIdentity(tx, asked.id, seal.seal(Buffer.from(JSON.stringify(identity)), identityPurpose(asked.id)))
  const where = { applicationId: asked.id, ordinal: 1, unitId: unit.id, on: by.today, at: by.at }
  const who = { byAccountId: by.accountId, byName: by.name, role: grant?.role ?? '', onBehalfOf: grant?.onBehalfOf ?? null }
  await recordStep(tx, { ...where, ...who, step, from: 'start', to: ruling.value.to, article: ruling.value.article, input })
  const words = step === 'register' ? '请当日与申请人确认' : '收到公开申请，请办理'
  await tell(
    tx,
    { id: asked.id, number, unitId: unit.id, sectionId: row.sectionId, handlerId: asked.splitFrom?.handlerId ?? null },
    { action: 'request.handle', words, ...by, except: [by.accountId] },
  )
  return granted({ number, isNew: true, state: facts.state })
}
