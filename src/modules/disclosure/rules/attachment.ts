// May this file be attached in this role? By its ending, its size and what its content proves to be.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { attachmentTypes, type AttachmentType } from '../law/attachment-types.ts'

export interface OfferedFile {
  readonly name: string
  readonly bytes: number
  /** What the content proves to be; undefined where it proves nothing we know. */
  readonly proof: string | undefined
}

const weight = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)}MB`

const typeOf = (name: string): AttachmentType | undefined => {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(attachmentTypes, extension) ? (attachmentTypes as Record<string, AttachmentType>)[extension] : undefined
}

export function checkAttachment({ name, bytes, proof }: OfferedFile, role: 'attachment' | 'picture' | 'signed-sheet'): Ruling<AttachmentType> {
  const facts = { name }
  const type = typeOf(name)
  if (bytes === 0) return refused({ code: 'attachment-empty', facts })
  if (!type) return refused({ code: 'attachment-type', facts })
  if (bytes > type.largestBytes) return refused({ code: 'attachment-too-large', facts: { name, limit: weight(type.largestBytes) } })
  if (!(type.proofs as readonly string[]).includes(proof ?? '')) return refused({ code: 'attachment-disguised', facts })
  if (role === 'picture' && !type.picture) return refused({ code: 'attachment-not-picture', facts })
  if (role === 'signed-sheet' && !type.picture && !['pdf', 'ofd', 'tif'].includes(proof ?? '')) return refused({ code: 'attachment-type', facts })
  return granted(type)
}
