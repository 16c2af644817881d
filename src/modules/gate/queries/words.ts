// What the administrator changed of the wrong words.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { startingWords } from '../law/wrong-words.ts'
import { wordList, type ChangedWord, type ListedWord } from '../rules/word-list.ts'

/** Differs whenever a word was changed; a piece of SQL for who asks more at the same time. */
export const versionOfWords = sql`(select concat(count(*), ' ', max(changed_at), ' ', current_database()) from gate.word)`

export async function wordsVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`select ${versionOfWords} as version`.execute(tx)
  return rows[0]?.version ?? ''
}

async function changedWords(tx: Tx): Promise<ChangedWord[]> {
  const { rows } = await sql<ChangedWord>`
    select wrong, correct as right, exceptions as except, severity, note, ended, account.name as "changedByName", changed_at as "changedAt"
    from gate.word join access.account on account.id = changed_by`.execute(tx)
  return rows
}

/** The whole list: what the system begins with and what the administrator made of it; ended words too. */
export const allWords = async (tx: Tx): Promise<ListedWord[]> => wordList(startingWords, await changedWords(tx))
