// Which editions may have the words in their title or number? Found by index among a million; the condition of the list still proves each.
import { sql } from 'kysely'
import { documentNumberKey } from '../../../kernel/document-number.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface Named {
  readonly editionIds: readonly string[]
  /** False where there are more. */
  readonly areAll: boolean
}

/** A word that stands in more titles is soon met on a walk along the list. */
const mostNamed = 5000
/** What holds none of these is no part of an index number. */
const signsOfIndexNumber = /[0-9A-Za-z]/

/** Undefined where the words are too short to be looked for by pairs of characters. */
export async function editionsNamed(tx: Tx, words: string): Promise<Named | undefined> {
  if (Array.from(words).length < 2) return undefined
  const key = documentNumberKey(words)
  const published = [
    ...(key === '' ? [] : [sql`public.document_number_key = ${key}`]),
    ...(signsOfIndexNumber.test(words) ? [sql`public.id in (select id from publication.document where strpos(lower(index_number), lower(${words})) > 0)`] : []),
  ]
  const ofPublished =
    published.length === 0
      ? sql``
      : sql`union (select edition.id from publication.document public join disclosure.edition on edition.document_id = public.id
          where ${sql.join(published, sql` or `)} limit ${mostNamed + 1})`
  const { rows } = await sql<{ id: string }>`
    (select id from disclosure.edition
      where disclosure.pairs_of(title || ' ' || coalesce(document_number, '')) @> disclosure.pairs_of(${words}) limit ${mostNamed + 1}) ${ofPublished}`.execute(
    tx,
  )
  return { editionIds: rows.slice(0, mostNamed + 1).map(({ id }) => id), areAll: rows.length <= mostNamed }
}
