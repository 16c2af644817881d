// The only writer of the files of applications and of what goes out with an answer.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Redaction } from '../queries/files.ts'

interface Hand {
  readonly by: string
  readonly byName: string
  readonly at: Date
}

export interface NewFile extends Hand {
  readonly id: string
  readonly applicationId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly copy: { readonly of: string; readonly redaction: Redaction } | null
}

export async function insertFile(tx: Tx, one: NewFile): Promise<void> {
  await sql`
    insert into requests.file (id, application_id, name, media_type, bytes, sha256, redacted_from, redaction, added_by, added_by_name, added_at)
    values (${one.id}, ${one.applicationId}, ${one.name}, ${one.mediaType}, ${one.bytes}, ${one.sha256}, ${one.copy?.of ?? null},
      ${one.copy ? JSON.stringify(one.copy.redaction) : null}, ${one.by}, ${one.byName}, ${one.at})`.execute(tx)
}

export async function deleteFile(tx: Tx, fileId: string): Promise<void> {
  await sql`delete from requests.file where id = ${fileId}`.execute(tx)
}

export async function saveEnclosure(tx: Tx, one: Hand & { readonly fileId: string; readonly declaration: string; readonly looked: boolean }): Promise<void> {
  await sql`
    insert into requests.enclosure (file_id, declaration, looked, enclosed_by, enclosed_by_name, enclosed_at)
    values (${one.fileId}, ${one.declaration}, ${one.looked}, ${one.by}, ${one.byName}, ${one.at})
    on conflict (file_id) do update set declaration = excluded.declaration, looked = excluded.looked, enclosed_by = excluded.enclosed_by,
      enclosed_by_name = excluded.enclosed_by_name, enclosed_at = excluded.enclosed_at`.execute(tx)
}

export async function deleteEnclosure(tx: Tx, fileId: string): Promise<void> {
  await sql`delete from requests.enclosure where file_id = ${fileId}`.execute(tx)
}
