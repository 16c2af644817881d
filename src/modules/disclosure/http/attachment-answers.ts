// Files of an edition as the office shows them, each with what its inspection found.
import type { z } from 'zod'
import type { FileInspection } from '../../../kernel/file-inspection.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { fileFindings, fileInspections } from '../../gate/index.ts'
import type { AttachmentRow } from '../queries/attachments.ts'
import { pictureSrc } from '../rules/pictures.ts'
import type { attachment } from './attachment-shapes.ts'

type AttachmentShape = z.infer<typeof attachment>

const goesOut = ({ role }: AttachmentRow): boolean => role === 'attachment' || role === 'picture'

const inspectionOf = (name: string, inspection: FileInspection | undefined): AttachmentShape['inspection'] => ({
  state: inspection?.inspected ?? 'awaited',
  textLayer: inspection?.textLayer ?? null,
  pages: inspection?.pages ?? null,
  findings: fileFindings(name, inspection).map(({ file: _file, ...finding }) => finding),
})

export async function attachmentsAnswer(tx: Tx, editionId: string, rows: readonly AttachmentRow[]): Promise<AttachmentShape[]> {
  const inspections = await fileInspections(
    tx,
    rows.filter(goesOut).map((row) => row.sha256),
  )
  return rows.map((row) => {
    const { attachmentId, role, name, mediaType, bytes, sha256, hasText, addedByName, addedAt } = row
    return {
      attachmentId,
      role,
      name,
      mediaType,
      bytes,
      sha256,
      hasText,
      addedByName,
      addedAt: addedAt.toISOString(),
      src: role === 'picture' ? pictureSrc(editionId, attachmentId) : null,
      copy:
        row.cleanedHow && row.cleanedAt && row.originalSha256
          ? { how: row.cleanedHow, byName: row.cleanedByName, at: row.cleanedAt.toISOString(), originalSha256: row.originalSha256 }
          : null,
      inspection: goesOut(row) ? inspectionOf(name, inspections.get(sha256)) : null,
    }
  })
}
