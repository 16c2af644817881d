// What this module keeps sealed: the seeds of second factors, in use or waiting for their first code.
import type { SealedColumn } from '../../../kernel/sealed-column.ts'

export const totpPurpose = (accountId: string): string => `totp ${accountId}`

export const accessSealed: readonly SealedColumn[] = [
  { table: 'access.account', column: 'totp_secret', key: 'id', purpose: totpPurpose },
  { table: 'access.account', column: 'totp_pending', key: 'id', purpose: totpPurpose },
]
