// What this module keeps sealed: who an applicant is, and the copy of their identity document.
import type { SealedColumn } from '../../../kernel/sealed-column.ts'

export const identityPurpose = (applicationId: string): string => `requests identity ${applicationId}`
export const proofPurpose = (applicationId: string): string => `requests identity proof ${applicationId}`

export const requestsSealed: readonly SealedColumn[] = [
  { table: 'requests.applicant_identity', column: 'sealed', key: 'application_id', purpose: identityPurpose },
  { table: 'requests.identity_proof', column: 'sealed', key: 'application_id', purpose: proofPurpose },
]
