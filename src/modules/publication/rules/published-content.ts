// The public content of one revision in canonical form: what the register's salted hash is made of and anybody can recompute.
import { canonicalJson, sha256, sm3 } from './canonical.ts'

export interface PublishedContent {
  /** SHA-256 of the item that the gate passed. */
  readonly contentHash: string
  readonly documentId: string
  readonly revision: number
  readonly indexNumber: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly kind: string
  readonly theme: string | null
  readonly keywords: readonly string[]
  readonly summary: string
  readonly documentNumber: string | null
  readonly responsibleDepartment: string
  readonly source: string
  readonly sourceUrl: string | null
  readonly draftedOn: string | null
  readonly effectiveOn: string | null
  readonly expiresOn: string | null
  readonly validity: string
  readonly replacedBy: string | null
  readonly originalPublishedOn: string | null
  readonly changeNote: string
  readonly bodyHtml: string
  readonly bodyText: string
  readonly attachments: readonly PublishedAttachment[]
}

export interface PublishedAttachment {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly text: string
}

/** Texts and files stand in it by their digests, so that it stays small. */
export function canonicalContent({ bodyHtml, bodyText, attachments, ...rest }: PublishedContent): string {
  return canonicalJson({
    ...rest,
    body: sha256(bodyHtml),
    text: sha256(bodyText),
    attachments: attachments.map(({ text, ...attachment }) => ({ ...attachment, text: sha256(text) })),
  })
}

/** The hash that the register keeps: without the salt nobody can try out what a withdrawn text may have been. */
export const saltedHash = (salt: Buffer, content: string): Buffer => sm3(salt, content)

/** A withdrawal has nothing to hide: its hash is made of the tombstone, without a salt. */
export const tombstoneHash = (tombstone: { documentId: string; indexNumber: string; reason: string; article: string | null; withdrawnAt: string }): Buffer =>
  sm3(canonicalJson(tombstone))
