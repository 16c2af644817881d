// The shapes that the contracts of channels are made of.
import { z } from 'zod'
import { channelNames, enteredChannels } from '../law/channels.ts'

export const id = z.uuid()
export const aDay = z.iso.date()
export const instant = z.iso.datetime({ offset: true })
export const paging = { page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }
export const listOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number().int() })
export const nothing = z.object({})
export const text = (most: number) => z.string().trim().max(most, `不超过${most}个字`)
export const words = z.string().max(200).default('')

export const channelName = z.enum(channelNames)
export const enteredChannel = z.enum(enteredChannels)

export const appearance = z.object({
  channel: enteredChannel,
  shownOn: aDay,
  place: text(200).default(''),
  address: text(1000).default(''),
  note: text(500).default(''),
})

export const entryRow = z.object({
  entryId: id,
  documentId: id.nullable(),
  pieceId: id,
  /** Null of a withdrawn document. */
  title: z.string().nullable(),
  indexNumber: z.string().nullable(),
  unitId: id,
  unitName: z.string(),
  channel: enteredChannel,
  shownOn: aDay,
  place: z.string(),
  address: z.string(),
  note: z.string(),
  evidence: z.number().int(),
  enteredByName: z.string(),
  enteredAt: instant,
  version: z.number().int(),
  struckAt: instant.nullable(),
  struckByName: z.string().nullable(),
  struckReason: z.string(),
  sameAs: z.number().int(),
  mayChange: z.boolean(),
})

export const evidence = z.object({
  evidenceId: id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  addedByName: z.string(),
  addedAt: instant,
})

export const happening = z.object({
  title: z.string(),
  byName: z.string(),
  at: instant,
  reason: z.string(),
  /** What changed, as sentences. */
  notes: z.array(z.string()),
})

export const refusedPiece = z.object({ title: z.string(), sentence: z.string() })
export const entered = z.object({ entryIds: z.array(id), refused: z.array(refusedPiece) })

const counts = z.partialRecord(channelName, z.number().int())

export const figures = z.object({
  distinct: z.number().int(),
  first: counts,
  by: counts,
  units: z.array(z.object({ unitId: id, unitName: z.string(), distinct: z.number().int(), first: counts })),
})

export const figureRow = z.object({
  pieceId: id,
  documentId: id.nullable(),
  editionId: id.nullable(),
  title: z.string(),
  indexNumber: z.string().nullable(),
  unitName: z.string(),
  channel: channelName,
  day: aDay,
})

export const likenessPiece = z.object({ pieceId: id, title: z.string(), unitName: z.string(), indexNumber: z.string().nullable(), day: aDay })

export const likenessRow = z.object({
  one: likenessPiece,
  other: likenessPiece,
  /** Per cent of their words that both have. */
  alike: z.number(),
  answer: z.enum(['same', 'different']).nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: instant.nullable(),
})
