// Which editions may have the words in their title or number? Found by index among a million; the condition of the list still proves each.
import { sql, type RawBuilder } from 'kysely'
import { documentNumberKey } from '../../../kernel/document-number.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface Named {
  readonly editionIds: readonly string[]
  /** False where there are more. */
  readonly areAll: boolean
}

/** A word that stands in more titles is met on a walk along the list: soon, unless all of them are old. */
const mostNamed = 5000

/** Undefined where the words are too short to be looked for by pairs of characters. */
export async function editionsNamed(tx: Tx, words: string): Promise<Named | undefined> {
  if (Array.from(words).length < 2) return undefined
  const key = documentNumberKey(words)
  const ofPublished = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select edition.id from publication.document public join disclosure.edition on edition.document_id = public.id where ${condition} limit ${mostNamed + 1})`
  const ways = [
    sql`(select id from disclosure.edition
      where publication.pairs_of(title || ' ' || coalesce(document_number, '')) @> publication.pairs_of(${words}) limit ${mostNamed + 1})`,
    ...(key === '' ? [] : [ofPublished(sql`public.document_number_key = ${key}`)]),
    ofPublished(sql`publication.pairs_of(public.index_number) @> publication.pairs_of(${words})`),
  ]
  const { rows } = await sql<{ id: string }>`${sql.join(ways, sql` union `)}`.execute(tx)
  return { editionIds: rows.map(({ id }) => id), areAll: rows.length <= mostNamed }
}
