// What the administrator changed of the wrong words.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { ChangedWord } from '../rules/word-list.ts'

/** Differs whenever a word was changed. */
export async function wordsVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat(count(*), ' ', max(changed_at), ' ', current_database()) as version from gate.word`.execute(tx)
  return rows[0]?.version ?? ''
}

export async function changedWords(tx: Tx): Promise<ChangedWord[]> {
  const { rows } = await sql<ChangedWord>`
    select wrong, correct as right, exceptions as except, severity, note, ended, account.name as "changedByName", changed_at as "changedAt"
    from gate.word join access.account on account.id = changed_by`.execute(tx)
  return rows
}
