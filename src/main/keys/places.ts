// Everything that is sealed under the key of the installation: the columns of each module, and the letters of citizens that nobody could take over yet.
import { sql } from 'kysely'
import type { SealedColumn } from '../../kernel/sealed-column.ts'
import { accessSealed } from '../../modules/access/index.ts'
import { noticesSealed } from '../../modules/notices/index.ts'
import { letterPurpose, requestsSealed } from '../../modules/requests/index.ts'
import type { LetterBox } from '../../platform/crypto/sealed-letter.ts'
import { keyIdBytes } from '../../platform/crypto/key-ring.ts'
import type { Tx } from '../../platform/database/database.ts'

export const sealedColumns: readonly SealedColumn[] = [...accessSealed, ...noticesSealed, ...requestsSealed]

/** Sealed without the name of its key, before keys had names. */
export const nameless = 'nameless'
/** No key opens it. */
export const unknown = 'unknown'

/** How much is sealed at one place, by the name of its key. */
export interface SealedThere {
  readonly place: string
  readonly keyId: string
  readonly count: number
}

async function inColumn(tx: Tx, { table, column }: SealedColumn): Promise<SealedThere[]> {
  const { rows } = await sql<{ keyId: string; count: number }>`
    select case get_byte(${sql.ref(column)}, 0) when 1 then ${nameless} else encode(substring(${sql.ref(column)} from 2 for ${keyIdBytes}), 'hex') end as "keyId", count(*)::int as count
    from ${sql.table(table)} where ${sql.ref(column)} is not null group by 1 order by 1`.execute(tx)
  return rows.map((row) => ({ place: `${table}.${column}`, ...row }))
}

const lettersAtOnce = 50

/** Letters name no key: each is tried. They are opened when they are taken over, and never sealed anew. */
async function inLetters(tx: Tx, box: LetterBox, table: 'intake.inbox' | 'intake.refused'): Promise<SealedThere[]> {
  const counts = new Map<string, number>()
  let after: string | null = null
  for (;;) {
    const { rows }: { rows: { id: string; kind: string; sealed: string }[] } = await sql<{ id: string; kind: string; sealed: string }>`
      select id, kind, body->>'sealed' as sealed from ${sql.table(table)}
      where body ? 'sealed' and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${lettersAtOnce}`.execute(tx)
    for (const { id, kind, sealed } of rows) {
      const keyId = box.keyOf(Buffer.from(sealed, 'base64'), letterPurpose(kind, id)) ?? unknown
      counts.set(keyId, (counts.get(keyId) ?? 0) + 1)
    }
    after = rows.at(-1)?.id ?? null
    if (after === null) break
  }
  return [...counts].map(([keyId, count]) => ({ place: table, keyId, count }))
}

export async function allSealed(tx: Tx, box: LetterBox): Promise<SealedThere[]> {
  const found: SealedThere[] = []
  for (const column of sealedColumns) found.push(...(await inColumn(tx, column)))
  for (const table of ['intake.inbox', 'intake.refused'] as const) found.push(...(await inLetters(tx, box, table)))
  return found
}
