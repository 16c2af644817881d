// What this module keeps sealed: who an applicant is, the copy of their identity document, and what proves a record wrong.
import type { SealedColumn } from '../../../kernel/sealed-column.ts'

export const identityPurpose = (applicationId: string): string => `requests identity ${applicationId}`
export const proofPurpose = (applicationId: string): string => `requests identity proof ${applicationId}`

export const recordIdentityPurpose = (recordId: string): string => `record identity ${recordId}`
export const recordFilePurpose = (fileId: string): string => `record file ${fileId}`

export const requestsSealed: readonly SealedColumn[] = [
  { table: 'requests.applicant_identity', column: 'sealed', key: 'application_id', purpose: identityPurpose },
  { table: 'requests.identity_proof', column: 'sealed', key: 'application_id', purpose: proofPurpose },
  { table: 'requests.record_identity', column: 'sealed', key: 'record_id', purpose: recordIdentityPurpose },
  { table: 'requests.record_file', column: 'sealed', key: 'id', purpose: recordFilePurpose },
]
