// Files of an application with their redactions, and which of them go out with the answer.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { ServedFile } from '../rules/applicant-view.ts'
import type { Enclosure } from '../rules/facts.ts'
import type { FileFacts, Passage } from '../rules/files.ts'

/** What is kept of a redaction. */
export interface Redaction {
  readonly passages: readonly Passage[]
  readonly boxes: number
  readonly dropped: readonly string[]
  readonly checks: readonly string[]
  readonly toLookAt: readonly string[]
}

export interface RequestFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly redactedFrom: string | null
  readonly redaction: Redaction | null
  readonly addedByName: string
  readonly addedAt: Date
  readonly copies: number
  readonly enclosure: { readonly declaration: string; readonly looked: boolean; readonly byName: string; readonly at: Date } | null
}

interface Stored extends Omit<RequestFile, 'enclosure'> {
  readonly declaration: string | null
  readonly looked: boolean | null
  readonly enclosedByName: string | null
  readonly enclosedAt: Date | null
}

/** In the order in which they came, each copy after its original; their number is bounded when they are added. */
export async function filesOf(tx: Tx, applicationId: string): Promise<RequestFile[]> {
  const { rows } = await sql<Stored>`
    select file.id, file.name, file.media_type as "mediaType", file.bytes, file.sha256, file.redacted_from as "redactedFrom", file.redaction,
      file.added_by_name as "addedByName", file.added_at as "addedAt",
      (select count(*)::integer from requests.file copy where copy.redacted_from = file.id) as copies,
      enclosure.declaration, enclosure.looked, enclosure.enclosed_by_name as "enclosedByName", enclosure.enclosed_at as "enclosedAt"
    from requests.file left join requests.enclosure on enclosure.file_id = file.id
    where file.application_id = ${applicationId}::uuid order by file.added_at, file.name, file.id`.execute(tx)
  const all = rows.map(({ declaration, looked, enclosedByName, enclosedAt, ...file }) => ({
    ...file,
    enclosure: enclosedAt ? { declaration: declaration ?? '', looked: looked === true, byName: enclosedByName ?? '', at: enclosedAt } : null,
  }))
  const withCopies = (file: RequestFile): RequestFile[] => [file, ...all.filter(({ redactedFrom }) => redactedFrom === file.id).flatMap(withCopies)]
  return all.filter(({ redactedFrom }) => redactedFrom === null).flatMap(withCopies)
}

export const fileOf = async (tx: Tx, applicationId: string, fileId: string): Promise<RequestFile | undefined> =>
  (await filesOf(tx, applicationId)).find(({ id }) => id === fileId)

export const factsOfFile = ({ redactedFrom, redaction, copies, enclosure }: RequestFile): FileFacts => ({
  redacted: redactedFrom !== null,
  toLookAt: redaction?.toLookAt ?? [],
  copies,
  enclosed: enclosure !== null,
})

/** What the applicant is given, of several applications at once. */
export async function filesToServe(tx: Tx, applicationIds: readonly string[]): Promise<ReadonlyMap<string, readonly ServedFile[]>> {
  const { rows } = await sql<ServedFile & { applicationId: string }>`
    select file.application_id as "applicationId", file.id, file.name, file.bytes, file.sha256
    from requests.enclosure join requests.file on file.id = enclosure.file_id
    where file.application_id = any(${[...applicationIds]}::uuid[]) order by file.name, file.id`.execute(tx)
  return Map.groupBy(rows, ({ applicationId }) => applicationId)
}

/** What goes out with the answer, as the needs of the steps ask for it. */
export async function enclosuresOf(tx: Tx, applicationId: string): Promise<Enclosure[]> {
  const { rows } = await sql<Enclosure>`
    select file.name, file.redacted_from is not null as redacted, enclosure.declaration
    from requests.enclosure join requests.file on file.id = enclosure.file_id
    where file.application_id = ${applicationId}::uuid order by file.name`.execute(tx)
  return rows
}
