// What the form on the public site asks for (ogi-2019/29): no purpose. Lengths are of this office, so that nothing is cut off unseen.
import type { ApplicantKind } from './applicants.ts'

/** What a natural person or an organisation shows to prove who they are. */
export const identityDocuments = {
  person: ['居民身份证', '护照', '港澳居民来往内地通行证', '台湾居民来往大陆通行证', '外国人永久居留身份证', '其他有效身份证件'],
  organisation: ['统一社会信用代码证书', '营业执照', '社会团体法人登记证书', '其他登记证书'],
} as const

export const documentsOf = (kind: ApplicantKind): readonly string[] => (kind === 'person' ? identityDocuments.person : identityDocuments.organisation)

export const onlineLengths = {
  name: 100,
  documentNumber: 60,
  contactPerson: 60,
  address: 200,
  phone: 40,
  email: 100,
  agent: 100,
  others: 1000,
  subject: 100,
  description: 2000,
} as const

/** Copy of the identity document: what it may be, and how large. */
export const proofRules = { bytes: 2 * 1024 * 1024, types: { png: 'image/png', jpeg: 'image/jpeg', pdf: 'application/pdf' } } as const

export type ProofKind = keyof typeof proofRules.types

/** What an applicant may write with a step of their own. */
export const applicantWords = { least: 2, most: 2000 } as const

/** How often one application takes further material; more than that is asked for in a talk. */
export const mostMaterials = 20
