// Enters an application that came by any channel: number and query code, the sealed identity, and the first step by the law of its channel.
import { randomInt } from 'node:crypto'
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
import { applicationById } from '../queries/application.ts'
import { cachedOf } from '../rules/cached.ts'
import type { StepInput } from '../rules/facts.ts'
import { after, nothingYet } from '../rules/fold.ts'
import { checkIdentity, type Identity } from '../rules/identity.ts'
import { takeStep } from '../rules/take-step.ts'
import { insertApplication, recordStep, saveIdentity } from '../store/applications.ts'
import { handAt } from '../queries/hand.ts'
import { tell } from './tell.ts'

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

// Without letters and digits that look alike.
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const newQueryCode = (): string => Array.from({ length: 10 }, () => signs.charAt(randomInt(signs.length))).join('')

export const identityPurpose = (id: string): string => `requests identity ${id}`

export async function registerApplication(tx: Tx, by: By, seal: Seal, asked: NewRequest): Promise<Ruling<Registered>> {
  const unit = await unitById(tx, asked.unitId)
  if (!unit || unit.validUntil !== null || unit.kind === 'section') return refused({ code: 'unit-unknown', field: 'unitId' })
  const before = await applicationById(tx, asked.id)
  if (before) return before.unitId === asked.unitId ? granted({ id: before.id, number: before.number, queryCode: null }) : refused('not-found')
  const calendar = await currentCalendar(tx)

  const step = channels[asked.channel].under[regimeOn(asked.arrivedOn)].receivedOn === 'arrival' ? 'receive' : 'register'
  const input: StepInput = { text: '', day: asked.arrivedOn, channel: asked.channel }
  const ruling = takeStep(step, nothingYet, handAt(by.actor, { unitId: unit.id }), { today: by.today, calendar }, input)
  const faults: readonly Refusal[] = [...checkIdentity(asked.applicantKind, asked.identity), ...(ruling.ok ? [] : ruling.refusals)]
  if (!ruling.ok || faults.length > 0) return refused(...faults)

  const { grant } = ruling.value
  const facts = after(nothingYet, { step, on: by.today, by: by.actor.accountId, input })
  const queryCode = newQueryCode()
  const { identity, ...rest } = asked
  const row = { ...rest, applicantName: identity.name.trim(), queryCodeHash: hashOfToken(queryCode), sectionId: null, enteredBy: by.actor.accountId, at: by.at }
  const number = await insertApplication(tx, { ...row, cached: cachedOf(facts, calendar) })
  await saveIdentity(tx, asked.id, seal.seal(Buffer.from(JSON.stringify(identity)), identityPurpose(asked.id)))
  const where = { applicationId: asked.id, ordinal: 1, unitId: unit.id, on: by.today, at: by.at }
  const who = { byAccountId: by.actor.accountId, byName: by.actor.name, role: grant?.role ?? '', onBehalfOf: grant?.onBehalfOf ?? null }
  await recordStep(tx, { ...where, ...who, step, from: 'start', to: ruling.value.to, article: ruling.value.article, input })
  const words = step === 'register' ? '请当日与申请人确认' : '收到公开申请，请办理'
  await tell(
    tx,
    { id: asked.id, number, unitId: unit.id, sectionId: null, handlerId: null },
    { action: 'request.handle', words, ...by, except: [by.actor.accountId] },
  )
  return granted({ id: asked.id, number, queryCode })
}
