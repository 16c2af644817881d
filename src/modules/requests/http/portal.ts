// What the public site may do here: seal an application or a step into the inbox, and ask for one applicant's view by its key.
import { randomUUID } from 'node:crypto'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import { closeLetter } from '../../../platform/crypto/sealed-letter.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { yearOf, type Day } from '../../../kernel/day.ts'
import { applicantStepKind, applicationKind, letterPurpose, recordCorrectionKind } from '../law/inbox-kinds.ts'
import { noticeWayNames, type NoticeWay } from '../law/notice-ways.ts'
import type { StepName } from '../law/steps.ts'
import type { ApplicantView } from '../rules/applicant-view.ts'
import type { RecordForm } from '../rules/online-record-correction.ts'
import type { OnlineForm } from '../rules/online-application.ts'
import { ofFillingIn, readNumber, readQueryCode, viewKey } from '../rules/query-code.ts'
import { keyToSealWith, numberOfApplication, numberOfRecord, putLetterInInbox, tellsByText, viewOfApplicant } from '../store/citizen.ts'

export interface Now {
  readonly at: Date
  readonly today: Day
}

export interface Receipt {
  readonly number: string
  readonly queryCode: string
}

/** Whether applications can be taken at all: the worker has told the key to seal with. */
export const isOpenForApplications = async (tx: Tx): Promise<boolean> => (await keyToSealWith(tx)) !== undefined

/** In which ways applicants can be told: mail is offered always, text messages where there is a gateway. */
export const waysToTell = async (tx: Tx): Promise<readonly NoticeWay[]> => ((await tellsByText(tx)) ? noticeWayNames : ['mail'])

/** Sent twice it is one application with one number; undefined where nothing can be sealed yet. */
export async function sendApplication(tx: Tx, secret: string, form: OnlineForm, proof: SentFile, { at, today }: Now): Promise<Receipt | undefined> {
  const key = await keyToSealWith(tx)
  if (!key) return undefined
  const { id, queryCode } = ofFillingIn(secret)
  const number = await numberOfApplication(tx, id, yearOf(today))
  const body = { form, number, queryCodeHash: hashOfToken(queryCode).toString('base64'), on: today, proof: inLetter(proof) }
  await putSealed(tx, key, { id, kind: applicationKind, body, at })
  return { number, queryCode }
}

export interface SentFile {
  readonly kind: string
  readonly bytes: Buffer
}

const inLetter = ({ kind, bytes }: SentFile): { kind: string; bytes: string } => ({ kind, bytes: bytes.toString('base64') })

/** The wish to have a record corrected: sent twice it is one with one number; undefined where nothing can be sealed yet. */
export async function sendRecordCorrection(
  tx: Tx,
  secret: string,
  form: RecordForm,
  { proof, evidence }: { readonly proof: SentFile; readonly evidence: SentFile },
  { at, today }: Now,
): Promise<Receipt | undefined> {
  const key = await keyToSealWith(tx)
  if (!key) return undefined
  const { id, queryCode } = ofFillingIn(secret)
  const number = await numberOfRecord(tx, id, yearOf(today))
  const queryCodeHash = hashOfToken(queryCode).toString('base64')
  await putSealed(tx, key, {
    id,
    kind: recordCorrectionKind,
    body: { form, number, queryCodeHash, on: today, proof: inLetter(proof), evidence: inLetter(evidence) },
    at,
  })
  return { number, queryCode }
}

interface Unsealed {
  readonly id: string
  readonly kind: string
  readonly body: object
  readonly at: Date
}

async function putSealed(tx: Tx, key: Uint8Array, { id, kind, body, at }: Unsealed): Promise<void> {
  await putLetterInInbox(tx, { id, kind, sealed: closeLetter(key, Buffer.from(JSON.stringify(body)), letterPurpose(kind, id)), receivedAt: at })
}

/** Undefined where number and code do not belong together; nothing tells which of them was wrong. */
export const applicationOf = (tx: Tx, number: string, queryCode: string): Promise<ApplicantView | undefined> =>
  viewOfApplicant(tx, viewKey(readNumber(number), hashOfToken(readQueryCode(queryCode))))

/** False where nothing can be sealed. */
export async function sendApplicantStep(
  tx: Tx,
  who: { readonly number: string; readonly queryCode: string },
  { step, text }: { readonly step: StepName; readonly text: string },
  { at, today }: Now,
): Promise<boolean> {
  const key = await keyToSealWith(tx)
  if (!key) return false
  const id = randomUUID()
  const queryCodeHash = hashOfToken(readQueryCode(who.queryCode)).toString('base64')
  const body = { number: readNumber(who.number), queryCodeHash, step, text, on: today }
  await putSealed(tx, key, { id, kind: applicantStepKind, body, at })
  return true
}
