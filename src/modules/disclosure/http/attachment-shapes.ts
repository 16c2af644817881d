// The shapes of attachments, with what their inspection found.
import { z } from 'zod'

export const attachmentRole = z.enum(['attachment', 'original', 'signed-sheet', 'picture'])

const fileFinding = z.object({
  code: z.string(),
  title: z.string(),
  severity: z.enum(['error', 'warning', 'remark']),
  place: z.string(),
  /** The beginning of what was found, with long numbers masked. */
  excerpt: z.string(),
  sentence: z.string(),
  article: z.string().optional(),
  /** `clean`: by a copy without properties; `accept`: by a copy with changes accepted; `upload`: in the file itself. */
  mend: z.enum(['clean', 'accept', 'upload']),
})

export const attachment = z.object({
  attachmentId: z.uuid(),
  role: attachmentRole,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  hasText: z.boolean(),
  addedByName: z.string(),
  addedAt: z.iso.datetime({ offset: true }),
  /** What `src` of a picture in the body holds; null for other roles. */
  src: z.string().nullable(),
  /** What goes out is a copy; the file as it came stays inside. */
  copy: z
    .object({
      how: z.enum(['properties', 'changes']),
      /** Null where it was done by itself. */
      byName: z.string().nullable(),
      at: z.iso.datetime({ offset: true }),
      originalSha256: z.string(),
    })
    .nullable(),
  /** What the file holds beside what it shows; null for files that never go out. */
  inspection: z
    .object({
      state: z.enum(['full', 'partly', 'not', 'awaited']),
      textLayer: z.enum(['full', 'partial', 'none']).nullable(),
      pages: z.number().int().nullable(),
      findings: z.array(fileFinding),
    })
    .nullable(),
})
