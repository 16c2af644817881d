// What a citizen fills in on the public site, checked: every fault at once. The worker checks again what the portal let through.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { applicantKinds, deliveries, wishedForms, type ApplicantKind, type Delivery, type WishedForm } from '../law/applicants.ts'
import { noticeWayNames, noticeWays } from '../law/notice-ways.ts'
import { onlineLengths, proofRules, type ProofKind } from '../law/online.ts'
import { isMailAddress, type Identity } from './identity.ts'
import { identityFaults, isIn, uuid } from './online-identity.ts'

export const onlineFields = [
  'unitId', 'kind', 'name', 'document', 'documentNumber', 'contactPerson', 'address', 'phone', 'email', 'agent', 'others',
  'subject', 'description', 'wishedForm', 'delivery', 'needsHelp', 'eService', 'mailNotices', 'textNotices',
] as const // prettier-ignore

export type OnlineField = (typeof onlineFields)[number]

/** As it was typed. */
export type OnlineForm = Readonly<Record<OnlineField, string>>

export interface OnlineApplication {
  readonly unitId: string
  readonly applicantKind: ApplicantKind
  readonly identity: Identity
  readonly subject: string
  readonly description: string
  readonly wishedForm: WishedForm
  readonly delivery: Delivery
  readonly needsHelp: boolean
}

const shortest = 4

export function newOnlineApplication(form: OnlineForm): Ruling<OnlineApplication> {
  const { kind, wishedForm, delivery } = form
  const faults: Refusal[] = []
  const fault = (field: OnlineField, code: string, facts?: Refusal['facts']): void => void faults.push({ code, field, ...(facts && { facts }) })
  if (!uuid.test(form.unitId)) fault('unitId', 'online-unit')
  if (!isIn(applicantKinds, kind)) fault('kind', 'online-kind')
  for (const field of Object.keys(onlineLengths) as (keyof typeof onlineLengths)[])
    if (form[field].length > onlineLengths[field]) fault(field, 'online-too-long', { most: onlineLengths[field] })
  if (form.subject.length < 2) fault('subject', 'online-subject')
  if (form.description.length < shortest) fault('description', 'online-description')
  if (!isIn(wishedForms, wishedForm)) fault('wishedForm', 'online-choose')
  if (!isIn(deliveries, delivery)) fault('delivery', 'online-choose')
  if (form.email !== '' && !isMailAddress(form.email)) fault('email', 'online-email')
  else if (form.email === '' && (delivery === 'email' || wishedForm === 'email' || form.eService === 'yes' || form.mailNotices === 'yes'))
    fault('email', 'online-email-missing')
  if (form.address === '' && delivery === 'post') fault('address', 'online-address')
  const identity: Identity = {
    name: form.name,
    document: form.document,
    documentNumber: form.documentNumber,
    contactPerson: form.contactPerson,
    address: form.address,
    phone: form.phone,
    email: form.email,
    agent: form.agent,
    others: form.others,
    eService: form.eService === 'yes',
    ...Object.fromEntries(noticeWayNames.map((way) => [noticeWays[way].mark, form[noticeWays[way].mark] === 'yes'])),
  }
  if (isIn(applicantKinds, kind)) {
    faults.push(...identityFaults(kind, identity))
  }
  if (faults.length > 0 || !isIn(applicantKinds, kind) || !isIn(wishedForms, wishedForm) || !isIn(deliveries, delivery)) return refused(...faults)
  const { unitId, subject, description } = form
  return granted({ unitId, applicantKind: kind, identity, subject, description, wishedForm, delivery, needsHelp: form.needsHelp === 'yes' })
}

const isProofKind = (kind: string): kind is ProofKind => kind in proofRules.types

/** `kind` is what the bytes themselves say; the name of the file is not believed. */
export function checkProof(
  file: { readonly kind: string; readonly bytes: number } | undefined,
  field: 'proof' | 'evidence' = 'proof',
): Ruling<{ mediaType: string }> {
  if (!file || file.bytes === 0) return refused({ code: `${field}-file-missing`, field })
  if (file.bytes > proofRules.bytes) return refused({ code: 'proof-file-large', field })
  if (!isProofKind(file.kind)) return refused({ code: 'proof-file-kind', field })
  return granted({ mediaType: proofRules.types[file.kind] })
}
