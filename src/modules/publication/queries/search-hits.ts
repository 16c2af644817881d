// What is shown of each hit: its title with the words marked, the passage that holds them, its metadata.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { SearchHit } from '../rules/search-question.ts'
import { marked, snippetOf, type Segment } from '../rules/snippet.ts'
import type { Found } from './search-candidates.ts'

/** Of a long text, the part in which a passage is looked for. */
const lookedThrough = 60_000

interface HitRow extends Omit<SearchHit, 'title' | 'snippet' | 'inAttachment' | 'exact'> {
  readonly title: string
  readonly body: string
  readonly excerpt: string
  readonly attachments: number
}

export async function hitsOf(tx: Tx, found: readonly Found[], parts: readonly string[]): Promise<SearchHit[]> {
  if (found.length === 0) return []
  const ids = found.map((one) => one.documentId)
  const { rows } = await sql<HitRow>`
    select id as "documentId", title, left(body_text, ${lookedThrough}) as body, excerpt, unit_id as "unitId", unit_name as "unitName",
      index_number as "indexNumber", document_number as "documentNumber", kind, theme, validity, drafted_on as "draftedOn", listed_at as "listedAt",
      attachment_count as attachments
    from publication.document where id = any(${ids}::uuid[])`.execute(tx)
  const byId = new Map(rows.map((row) => [row.documentId, row]))
  const inBody = new Map(rows.map((row) => [row.documentId, snippetOf(row.body, parts)]))
  const inFiles = await attachmentSnippets(
    tx,
    rows.filter((row) => row.attachments > 0 && !inBody.get(row.documentId)).map((row) => row.documentId),
    parts,
  )
  return found.flatMap(({ documentId, rank }) => {
    const row = byId.get(documentId)
    if (!row) return []
    const { title, body: _body, excerpt, attachments: _attachments, ...rest } = row
    const file = inFiles.get(documentId)
    return [
      {
        ...rest,
        title: marked(title, parts),
        snippet: inBody.get(documentId) ?? file?.snippet ?? [{ text: excerpt.slice(0, 140), hit: false }],
        inAttachment: file?.name ?? null,
        exact: rank === 0,
      },
    ]
  })
}

async function attachmentSnippets(
  tx: Tx,
  documentIds: readonly string[],
  parts: readonly string[],
): Promise<Map<string, { name: string; snippet: Segment[] }>> {
  const found = new Map<string, { name: string; snippet: Segment[] }>()
  if (documentIds.length === 0 || parts.length === 0) return found
  const { rows } = await sql<{ documentId: string; name: string; text: string }>`
    select file.document_id as "documentId", file.name, left(file.text, ${lookedThrough}) as text from unnest(${documentIds}::uuid[]) as asked (id)
    cross join lateral (
      select * from publication.attachment a where a.document_id = asked.id and a.text <> '' order by a.position limit 5
    ) file order by file.position`.execute(tx)
  for (const { documentId, name, text } of rows) {
    const snippet = found.has(documentId) ? undefined : snippetOf(text, parts)
    if (snippet) found.set(documentId, { name, snippet })
  }
  return found
}
