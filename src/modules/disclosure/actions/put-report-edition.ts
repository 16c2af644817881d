// Makes or makes anew the draft in which a yearly report goes out: text, figures and files come together, and then go the ordinary way of review.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { PublishedReport } from '../../../law/published-report.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { By } from '../../access/index.ts'
import { states } from '../law/states.ts'
import { attachmentsOf } from '../queries/attachments.ts'
import { editionsOf } from '../queries/around.ts'
import { lockEdition } from '../queries/edition.ts'
import type { TypedContent } from '../rules/content.ts'
import { addAttachments, type File, type FileReading } from './add-attachments.ts'
import { removeAttachment } from './arrange-attachments.ts'
import { createEdition } from './create-edition.ts'
import { saveEdition } from './save-edition.ts'
import { takeStep } from './take-step.ts'

export interface ReportEdition {
  /** The document that it became before; null at first. */
  readonly documentId: string | null
  readonly unitId: string
  readonly content: Pick<TypedContent, 'title' | 'bodyHtml' | 'columnIds'> & Partial<TypedContent>
  readonly report: PublishedReport
  readonly files: readonly File[]
  /** What is told of a revision of what is public already. */
  readonly changeNote: string
}

export interface ReportEditionParts {
  readonly store: FileStore
  readonly reading: FileReading
}

interface Put {
  readonly editionId: string
  readonly documentId: string
}

/** The draft in work, or the next edition of what is public; undefined where a new document is due. */
async function draftOf(tx: Tx, by: By, documentId: string): Promise<Ruling<string> | undefined> {
  const [last] = await editionsOf(tx, documentId)
  if (!last || last.state === 'withdrawn') return undefined
  if (last.state === 'draft' || last.state === 'returned') return granted(last.editionId)
  if (last.state !== 'published') return refused({ code: 'report-draft-in-review', facts: { state: states[last.state].title } })
  const revised = await takeStep(tx, by, { editionId: last.editionId, step: 'revise', input: { opinion: '' } })
  return revised.ok ? granted(revised.value.editionId) : revised
}

async function madeAnew(tx: Tx, by: By, editionId: string, { content, report, changeNote }: ReportEdition): Promise<Ruling<Put>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const { version, documentId, liveEditionId } = edition
  const typed = { ...edition, title: content.title, bodyHtml: content.bodyHtml, changeNote: liveEditionId === null ? edition.changeNote : changeNote }
  const saved = await saveEdition(tx, by, { editionId, version, content: typed, report })
  if (!saved.ok) return saved
  for (const { attachmentId, role } of await attachmentsOf(tx, editionId)) {
    if (role !== 'attachment') continue
    const removed = await removeAttachment(tx, by, { editionId, attachmentId })
    if (!removed.ok) return removed
  }
  return granted({ editionId, documentId })
}

export async function putReportEdition(tx: Tx, by: By, asked: ReportEdition, { store, reading }: ReportEditionParts): Promise<Ruling<Put>> {
  const { documentId, unitId, content, report, files } = asked
  const draft = documentId === null ? undefined : await draftOf(tx, by, documentId)
  if (draft && !draft.ok) return draft
  const put = draft ? await madeAnew(tx, by, draft.value, asked) : await createEdition(tx, by, { unitId, content, report })
  if (!put.ok) return put
  const { editionId } = put.value
  const attached = await addAttachments(tx, by, { editionId, role: 'attachment', files }, store, reading)
  if (!attached.ok) return attached
  if (attached.value.refused.length > 0) return refused(...attached.value.refused.map(({ refusal }) => refusal))
  return granted({ editionId, documentId: put.value.documentId })
}
