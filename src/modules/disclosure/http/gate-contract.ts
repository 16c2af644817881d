// What the office may ask of the findings of an edition: what was found, who let it stand and why.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { id, instant, nothing, reason } from './shapes.ts'

const severity = z.enum(['error', 'warning', 'remark'])

const waiver = z.object({
  fingerprint: z.string(),
  place: z.string(),
  excerpt: z.string(),
  reason: z.string(),
  byName: z.string(),
  roleTitle: z.string(),
  at: instant,
  revokedAt: instant.nullable(),
  revokedByName: z.string().nullable(),
})

const finding = z.object({
  fingerprint: z.string(),
  code: z.string(),
  kind: z.string(),
  title: z.string(),
  severity,
  severityTitle: z.string(),
  personal: z.boolean(),
  /** Field of the form, or `attachments.<id>`. */
  field: z.string(),
  place: z.string(),
  excerpt: z.string(),
  sentence: z.string(),
  article: z.string().nullable(),
  suggestion: z.string().nullable(),
  /** The letters themselves and which of their like in the field they are, while the text is in work; else empty. */
  match: z.string(),
  nth: z.number().int(),
  /** What masking puts there; null where nothing is masked. */
  masked: z.string().nullable(),
  /** Stands against release. */
  stands: z.boolean(),
  waiver: waiver.nullable(),
  /** Whether I may let it stand; the reasons where not. */
  waivable: z.boolean(),
  closedBecause: z.array(reason),
})

const findings = z.object({
  rows: z.array(finding),
  counts: z.object({ errors: z.number().int(), warnings: z.number().int(), remarks: z.number().int(), waived: z.number().int() }),
  /** Version of the text that was looked at. */
  version: z.number().int(),
  at: instant,
  /** Found now, or the verdict that was given when it went out. */
  kept: z.boolean(),
  /** Every reason ever given for this edition, revoked ones too. */
  record: z.array(waiver),
})

export type FindingRow = z.infer<typeof finding>
export type FindingsAnswer = z.infer<typeof findings>
export type WaiverRow = z.infer<typeof waiver>

const editionParams = z.object({ editionId: id })
const fingerprint = z.string().regex(/^[0-9a-f]{32}$/)

export const listFindings = contract({
  method: 'GET',
  path: '/editions/:editionId/findings',
  title: '发布检查：查出的问题、放行理由',
  may: 'signed-in',
  params: editionParams,
  answer: findings,
})
export const postWaiver = contract({
  method: 'POST',
  path: '/editions/:editionId/waivers',
  title: '说明理由后放行一个问题',
  may: 'gate.waive-warning',
  params: editionParams,
  body: z.object({ fingerprint, reason: z.string().trim().max(500) }),
  answer: nothing,
})
export const deleteWaiver = contract({
  method: 'DELETE',
  path: '/editions/:editionId/waivers/:fingerprint',
  title: '撤销放行',
  may: 'gate.waive-warning',
  params: z.object({ editionId: id, fingerprint }),
  answer: nothing,
})
