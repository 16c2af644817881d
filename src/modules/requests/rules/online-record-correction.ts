// What a citizen fills in to have a record about themselves corrected, checked: every fault at once. The worker checks again what the portal let through.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { applicantKinds, type ApplicantKind } from '../law/applicants.ts'
import { onlineLengths } from '../law/online.ts'
import { recordLengths } from '../law/record-corrections.ts'
import { isMailAddress, type Identity } from './identity.ts'
import { identityFaults, isIn, uuid } from './online-identity.ts'
import { readNumber } from './query-code.ts'

export const recordFields = [
  'unitId', 'kind', 'name', 'document', 'documentNumber', 'contactPerson', 'address', 'phone', 'email', 'agent', 'subject', 'wrong', 'wanted', 'applicationNumber',
] as const // prettier-ignore

export type RecordField = (typeof recordFields)[number]

/** As it was typed. */
export type RecordForm = Readonly<Record<RecordField, string>>

export interface OnlineRecordCorrection {
  readonly unitId: string
  readonly applicantKind: ApplicantKind
  readonly identity: Identity
  readonly subject: string
  readonly wrong: string
  readonly wanted: string
  /** Of the application upon which the record came to them; empty where there was none. */
  readonly applicationNumber: string
}

const lengths: Partial<Readonly<Record<RecordField, number>>> = { ...onlineLengths, ...recordLengths, applicationNumber: 40 }

export function newOnlineRecordCorrection(form: RecordForm): Ruling<OnlineRecordCorrection> {
  const { kind } = form
  const faults: Refusal[] = []
  const fault = (field: RecordField, code: string, facts?: Refusal['facts']): void => void faults.push({ code, field, ...(facts && { facts }) })
  if (!uuid.test(form.unitId)) fault('unitId', 'online-record-unit')
  for (const field of recordFields) {
    const most = lengths[field]
    if (most !== undefined && form[field].length > most) fault(field, 'online-too-long', { most })
  }
  if (form.subject.length < 2) fault('subject', 'online-record-subject')
  if (form.wrong.length < 2) fault('wrong', 'online-record-wrong')
  if (form.wanted.length < 2) fault('wanted', 'online-record-wanted')
  if (!isIn(applicantKinds, kind)) fault('kind', 'online-kind')
  if (form.email !== '' && !isMailAddress(form.email)) fault('email', 'online-email')
  const { name, document, documentNumber, contactPerson, address, phone, email, agent } = form
  const identity: Identity = { name, document, documentNumber, contactPerson, address, phone, email, agent }
  if (isIn(applicantKinds, kind)) faults.push(...identityFaults(kind, identity))
  if (faults.length > 0 || !isIn(applicantKinds, kind)) return refused(...faults)
  const { unitId, subject, wrong, wanted } = form
  return granted({ unitId, applicantKind: kind, identity, subject, wrong, wanted, applicationNumber: readNumber(form.applicationNumber) })
}
