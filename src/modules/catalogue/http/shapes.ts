// Shapes that several contracts of the catalogue share.
import { z } from 'zod'
import { audiences, channels, entryKinds, entryModes, tiers, type Audience, type Channel, type EntryKind, type EntryMode, type Tier } from '../law/entries.ts'
import { lines, type Line } from '../../../law/lines.ts'
import { causes, closings, outcomes, type Cause, type ClosingKind, type Outcome } from '../law/duties.ts'
import { dutyMetricNames } from '../law/metrics.ts'
import { triggerEventKinds } from '../law/events.ts'
import { pulses, type Pulse } from '../law/pulses.ts'
import { limitKinds, shifts, spans, type LimitKind, type Shift, type Span } from '../law/rhythms.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): [Key, ...Key[]] => Object.keys(table) as [Key, ...Key[]]

export const kindShape = z.enum(keys<EntryKind>(entryKinds))
/** 政务 or 党务: figures of the two are never added together. */
export const lineShape = z.enum(keys<Line>(lines)).default('government')
export const dayShape = z.iso.date()
export const pageShape = { page: z.coerce.number().int().min(1).max(10_000).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }

export const rhythmShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('regular'),
    every: z.int().min(1).max(52),
    span: z.enum(keys<Span>(spans)),
    month: z.int().min(1).max(24),
    day: z.int().min(1).max(31),
    shift: z.enum(keys<Shift>(shifts)),
  }),
  z.object({
    kind: z.literal('ad-hoc'),
    days: z.int().min(1).max(365),
    unit: z.enum(['working', 'calendar']),
    before: z.boolean().optional(),
    on: z
      .object({ events: z.array(z.enum(triggerEventKinds)).min(1).max(triggerEventKinds.length).readonly(), columnIds: z.array(z.uuid()).max(20).readonly() })
      .optional(),
  }),
  z.object({ kind: z.literal('permanent'), months: z.int().min(1).max(120) }),
])

export const limitShape = z.object({ kind: z.enum(keys<LimitKind>(limitKinds)), days: z.int().nullable(), noticeDays: z.int().nullable() })

const line = (most: number) => z.string().trim().max(most)

/** What a person writes about an entry. */
export const entryBody = z.object({
  kind: kindShape,
  field: line(60).min(1),
  serial: z.int().min(1).max(99_999),
  item1: line(200).min(1),
  item2: line(200),
  item3: line(200),
  elements: line(8000),
  basis: line(8000),
  limitText: line(500),
  bodyText: line(500),
  unitIds: z.array(z.uuid()).max(1000),
  unitKinds: z.array(line(20)).max(10),
  channels: z.array(z.enum(keys<Channel>(channels))).max(30),
  channelOther: line(200),
  audience: z.enum(keys<Audience>(audiences)),
  audienceWho: line(200),
  mode: z.enum(keys<EntryMode>(entryModes)),
  tiers: z.array(z.enum(keys<Tier>(tiers))).max(4),
  statutoryItem: line(60).nullable(),
  columnIds: z.array(z.uuid()).max(20),
  rhythm: rhythmShape,
})

export const entryRow = entryBody.extend({
  entryId: z.uuid(),
  number: z.int(),
  beginsOn: z.string(),
  endsOn: z.string().nullable(),
  limit: limitShape,
  note: z.string(),
  madeByName: z.string(),
  madeAt: z.iso.datetime(),
})

export const entryQuery = z.object({
  ...pageShape,
  kind: kindShape.default('government'),
  field: z.string().max(60).optional(),
  unitId: z.uuid().optional(),
  q: z.string().max(100).default(''),
  state: z.enum(['in-force', 'ended']).default('in-force'),
})

const officialCell = z.object({ field: z.string(), before: z.string(), after: z.string() })

export const differenceShape = z.object({
  key: z.string(),
  what: z.enum(['add', 'change', 'end']),
  entryId: z.uuid().nullable(),
  field: z.string(),
  name: z.string(),
  place: z.string(),
  cells: z.array(officialCell),
})

export const refusedShape = z.object({ sheet: z.string(), row: z.int(), name: z.string(), sentence: z.string() })

export const causeShape = z.enum(keys<Cause>(causes))
export const closingKindShape = z.enum(keys<ClosingKind>(closings))
const outcomeShape = z.enum(keys<Outcome>(outcomes))

export const dutyQuery = z.object({
  ...pageShape,
  line: lineShape,
  view: z.enum(['open', 'soon', 'late', 'newly-late', 'closing', 'settled']).default('open'),
  unitId: z.uuid().optional(),
  sectionId: z.uuid().optional(),
  field: z.string().max(60).optional(),
  cause: causeShape.optional(),
  q: z.string().max(100).default(''),
  sort: z.enum(['due', '-due', 'unit']).default('due'),
  /** What a figure of a period, or of its last day, counts: in place of the view. */
  figure: z.enum(dutyMetricNames).optional(),
  from: dayShape.optional(),
  until: dayShape.optional(),
  under: z.uuid().optional(),
})

export const dutyRow = z.object({
  dutyId: z.uuid(),
  cause: causeShape,
  entryId: z.uuid().nullable(),
  field: z.string(),
  name: z.string(),
  statutory: z.boolean(),
  line: z.enum(keys<Line>(lines)),
  unitId: z.uuid(),
  unitName: z.string(),
  sectionName: z.string().nullable(),
  event: z.string().nullable(),
  /** Who entered the event. */
  eventEnteredBy: z.string().nullable(),
  /** Public address of the text that it came from. */
  eventAddress: z.string().nullable(),
  periodFrom: z.string(),
  periodTo: z.string(),
  dueOn: z.string(),
  provisional: z.boolean(),
  /** Days until it is due; below zero it is late. */
  daysLeft: z.int(),
  settledOn: z.string().nullable(),
  outcome: outcomeShape.nullable(),
  waitingClosing: z.boolean(),
  /** Document that is to be examined again. */
  subjectId: z.uuid().nullable(),
})

export const ledgerShape = z.array(
  z.object({ day: z.string(), counted: z.boolean(), reason: z.string(), holiday: z.string().nullable(), assumed: z.boolean() }),
)

export const closingRow = z.object({
  closingId: z.uuid(),
  kind: closingKindShape,
  article: z.string(),
  reason: z.string(),
  askedByName: z.string(),
  askedAt: z.iso.datetime(),
  granted: z.boolean().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  opinion: z.string(),
  mayDecide: z.boolean(),
})

export const quotaRow = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  sectionId: z.uuid().nullable(),
  sectionName: z.string().nullable(),
  perMonth: z.int(),
  published: z.int(),
})

export const pulseShape = z.enum(keys<Pulse>(pulses))
export const pulseCounts = z.array(z.object({ pulse: pulseShape, count: z.int() }))
