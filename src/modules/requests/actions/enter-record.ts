// Enters the wish to have a record corrected, at the counter or from the public site: number and query code, the sealed identity, the first step.
import { randomUUID } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import type { ApplicantKind } from '../law/applicants.ts'
import type { RecordChannel, RecordFileKind } from '../law/record-corrections.ts'
import { leadByNumber } from '../queries/application.ts'
import { handAt } from '../queries/hand.ts'
import { recordById } from '../queries/record-corrections.ts'
import { missing, when } from '../rules/checks.ts'
import { checkIdentity, type Identity } from '../rules/identity.ts'
import { newQueryCode, readNumber } from '../rules/query-code.ts'
import { afterRecordStep, noRecordYet, takeRecordStep } from '../rules/record-correction.ts'
import { recordFilePurpose, recordIdentityPurpose } from '../rules/sealed.ts'
import { recordCourseStep } from '../store/course-steps.ts'
import { insertRecordCase, insertRecordFile, saveRecordIdentity } from '../store/record-corrections.ts'
import type { EnteredBy, Registered } from './register-application.ts'
import { tellOfRecord } from './tell.ts'

export interface NewRecord {
  /** Chosen by the caller: the same twice is entered once. */
  readonly id: string
  readonly unitId: string
  readonly channel: RecordChannel
  readonly receivedOn: Day
  readonly applicantKind: ApplicantKind
  readonly identity: Identity
  readonly subject: string
  readonly wrong: string
  readonly wanted: string
  /** Of the application upon which the record came to the person; empty where there was none. */
  readonly applicationNumber: string
}

/** At the counter, by an official. */
export async function registerRecord(tx: Tx, by: By, seal: Seal, asked: NewRecord): Promise<Ruling<Registered>> {
  const number = readNumber(asked.applicationNumber)
  const found = number === '' ? undefined : await leadByNumber(tx, reachOf(by.actor, 'request.read'), asked.unitId, number)
  if (number !== '' && !found) return refused({ code: 'application-unknown', field: 'applicationNumber', facts: { number } })
  const queryCode = newQueryCode()
  const { accountId, name } = by.actor
  const entered = await enterRecord(tx, { ...by, accountId, name, hand: handAt(by.actor, { unitId: asked.unitId }) }, seal, {
    ...asked,
    applicationId: found?.id ?? null,
    queryCodeHash: hashOfToken(queryCode),
  })
  return entered.ok ? granted({ id: asked.id, number: entered.value.number, queryCode: entered.value.isNew ? queryCode : null }) : entered
}

interface Entry extends NewRecord {
  readonly applicationId: string | null
  readonly queryCodeHash: Uint8Array
  /** Where the person was told one already. */
  readonly number?: string
}

const wordsFaults = ({ subject, wrong, wanted }: NewRecord): readonly Refusal[] => [
  ...when(missing(subject), { code: 'record-subject-missing', field: 'subject' }),
  ...when(missing(wrong), { code: 'record-wrong-missing', field: 'wrong' }),
  ...when(missing(wanted), { code: 'record-wanted-missing', field: 'wanted' }),
]

/** The same entry for the office and for the person: only their hands differ. */
export async function enterRecord(tx: Tx, by: EnteredBy, seal: Seal, asked: Entry): Promise<Ruling<{ number: string; isNew: boolean }>> {
  const unit = await unitById(tx, asked.unitId)
  if (!unit || unit.validUntil !== null || unit.kind === 'section') return refused({ code: 'unit-unknown', field: 'unitId' })
  const before = await recordById(tx, asked.id)
  if (before) return before.unitId === asked.unitId ? granted({ number: before.number, isNew: false }) : refused('not-found')
  const input = { text: '', day: asked.receivedOn }
  const ruling = takeRecordStep('register', noRecordYet, by.hand, by.today, input)
  const faults: readonly Refusal[] = [...checkIdentity(asked.applicantKind, asked.identity), ...wordsFaults(asked), ...(ruling.ok ? [] : ruling.refusals)]
  if (!ruling.ok || faults.length > 0) return refused(...faults)

  const { id, unitId, applicationId, channel, applicantKind, identity, receivedOn, queryCodeHash } = asked
  const { grant, from, to, article } = ruling.value
  const facts = afterRecordStep(noRecordYet, { step: 'register', on: by.today, by: by.accountId, input })
  const words = { subject: asked.subject.trim(), wrong: asked.wrong.trim(), wanted: asked.wanted.trim(), applicantName: identity.name.trim() }
  const number = await insertRecordCase(tx, { id, number: asked.number, queryCodeHash, unitId, applicationId, channel, applicantKind, ...words, enteredBy: by.accountId, at: by.at, receivedOn, facts }) // prettier-ignore
  await saveRecordIdentity(tx, id, seal.seal(Buffer.from(JSON.stringify(identity)), recordIdentityPurpose(id)))
  const who = { byAccountId: by.accountId, byName: by.name, role: grant?.role ?? '', onBehalfOf: grant?.onBehalfOf ?? null }
  await recordCourseStep(tx, 'record', { caseId: id, ordinal: 1, step: 'register', from, to, article, on: by.today, input, at: by.at, ...who })
  await tellOfRecord(
    tx,
    { id, number, unitId, sectionId: null },
    { action: 'request.handle', words: '收到更正本人信息的申请，请办理', ...by, except: [by.accountId] },
  )
  return granted({ number, isNew: true })
}

export interface GivenFile {
  readonly kind: RecordFileKind
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** Closed at once: what is kept nobody reads without a trace. */
export async function keepRecordFile(tx: Tx, seal: Seal, recordId: string, { kind, name, mediaType, bytes }: GivenFile, at: Date): Promise<string> {
  const id = randomUUID()
  await insertRecordFile(tx, { id, recordId, kind, name, mediaType, bytes: bytes.length, sealed: seal.seal(bytes, recordFilePurpose(id)), at })
  return id
}
