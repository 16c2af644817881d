// What this module keeps sealed: recipient and text of mail that waits to be sent.
import type { SealedColumn } from '../../../kernel/sealed-column.ts'

export const purposeOf = (id: string): string => `outgoing ${id}`

export const noticesSealed: readonly SealedColumn[] = [{ table: 'notices.outgoing', column: 'sealed', key: 'id', purpose: purposeOf }]
