// The shapes that the contracts of editions are made of.
import { z } from 'zod'
import { attachment } from './attachment-shapes.ts'
import { states, type State } from '../law/states.ts'
import { steps, type StepName } from '../law/steps.ts'

export const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): [Key, ...Key[]] => Object.keys(table) as [Key, ...Key[]]

export const id = z.uuid()
export const aDay = z.iso.date()
export const instant = z.iso.datetime({ offset: true })
export const state = z.enum(keysOf<State>(states))
export const stepName = z.enum(keysOf<StepName>(steps))
const mode = z.enum(['proactive', 'internal', 'on-application', 'not-disclosed'])
const validity = z.enum(['valid', 'amended', 'expired', 'repealed'])
export const paging = { page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }
export const listOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number().int() })
export const nothing = z.object({})
export const person = z.object({ accountId: id, name: z.string() })

/** A reason in words; `field` where it is about one field of the form. */
export const reason = z.object({ code: z.string(), sentence: z.string(), field: z.string().optional(), article: z.string().optional() })

export const text = (most: number) => z.string().trim().max(most, `不超过${most}个字`)

/** All that an author can type. The publication date is not among it: publishing sets it. */
export const content = z.object({
  title: text(300),
  kind: z.string().trim().max(20),
  /** `综合政务\政务公开`: a leaf of `src/law/themes.ts`, or null. */
  theme: z.string().max(100).nullable(),
  columnIds: z.array(id).max(20),
  keywords: z.array(z.string().trim().min(1).max(30)).max(20),
  summary: text(1000),
  documentNumber: text(100).nullable(),
  draftedOn: aDay.nullable(),
  effectiveOn: aDay.nullable(),
  expiresOn: aDay.nullable(),
  validity,
  /** Document id of what replaces it. */
  replacedBy: id.nullable(),
  disclosureMode: mode,
  modeReason: text(500),
  /** Article of the law, where it is not disclosed of one's own accord: `ogi-2019/14`. */
  modeArticle: z.string().max(60).nullable(),
  responsibleDepartment: text(100),
  source: text(100),
  sourceUrl: text(500).nullable(),
  /** Important matters are signed by the main leader. */
  important: z.boolean(),
  /** What changed, for the public history; asked from the second edition on. */
  changeNote: text(500),
  bodyHtml: z.string().max(3_000_000),
})

/** What a new edition begins with: everything may be left out. */
export const firstContent = content.partial()

/** What a step asks for besides an opinion: each names a part of `detail`. */
const ask = z.enum([
  'secrecy',
  'units',
  'answer',
  'time',
  'reason',
  'paper',
  'review',
  'proposals',
  'referral',
  'referral-answer',
  'decision',
  'urgent',
  'sheet',
  'reach',
])

export const stepView = z.object({
  name: stepName,
  title: z.string(),
  open: z.boolean(),
  /** Every reason why it is closed; of an open step, none. */
  refusals: z.array(reason),
  /** The sentence of the confirmation, or null where none is asked. */
  confirm: z.string().nullable(),
  opinion: z.enum(['none', 'optional', 'required']),
  asks: z.array(ask),
  tone: z.enum(['forward', 'plain', 'danger']),
  article: z.string(),
})

const takenStep = z.object({
  step: z.string(),
  title: z.string(),
  fromTitle: z.string(),
  toTitle: z.string(),
  byName: z.string(),
  roleTitle: z.string(),
  onBehalfOfName: z.string().nullable(),
  at: instant,
  opinion: z.string(),
  /** What else was recorded, as sentences: basis and conclusion, time of publication, reason of withdrawal, … */
  notes: z.array(z.string()),
})

const confirmation = z.object({
  unitId: id,
  unitName: z.string(),
  question: z.string(),
  answer: z.enum(['agreed', 'objected']).nullable(),
  opinion: z.string(),
  answeredByName: z.string().nullable(),
  answeredAt: instant.nullable(),
})

export const editionRow = z.object({
  editionId: id,
  documentId: id,
  number: z.number().int(),
  title: z.string(),
  state,
  stateTitle: z.string(),
  kind: z.string(),
  documentNumber: z.string().nullable(),
  unitId: id,
  unitName: z.string(),
  authorName: z.string(),
  important: z.boolean(),
  urgent: z.boolean(),
  paperOwed: z.boolean(),
  historic: z.boolean(),
  updatedAt: instant,
  /** Since when it has stood in this state. */
  since: instant,
  scheduledFor: instant.nullable(),
  publishedAt: instant.nullable(),
  indexNumber: z.string().nullable(),
  errors: z.number().int(),
  warnings: z.number().int(),
})

export const editionFilters = {
  /** Words of the title, an index number or a document number. */
  q: z.string().trim().max(100).optional(),
  /** One state, or several separated by commas. */
  state: z.string().max(300).optional(),
  unitId: id.optional(),
  kind: z.string().max(20).optional(),
  theme: z.string().max(100).optional(),
  columnId: id.optional(),
  authorId: id.optional(),
  mine: z.stringbool().default(false),
  important: z.stringbool().optional(),
  historic: z.stringbool().optional(),
  /** What the gate found: anything, or an error. */
  findings: z.enum(['any', 'error']).optional(),
  validity: validity.optional(),
  disclosureMode: mode.optional(),
  updatedFrom: aDay.optional(),
  updatedTo: aDay.optional(),
  /** Only the newest edition of each document. */
  newest: z.stringbool().default(false),
  sort: z.enum(['updatedAt', '-updatedAt', 'title', '-title', 'state', '-state', 'unitName', '-unitName', 'publishedAt', '-publishedAt']).default('-updatedAt'),
}

export const taskFilters = {
  q: z.string().trim().max(100).optional(),
  unitId: id.optional(),
  state: state.optional(),
  important: z.stringbool().optional(),
  sort: z.enum(['since', '-since', 'title', '-title']).default('since'),
}

export const taskRow = editionRow.extend({
  /** What is awaited of me: 科室审核, 保密审查, 会签, 签发, 发布, 修改. */
  awaits: z.string(),
  /** Whole days it has waited. */
  days: z.number().int(),
  /** Urged, and when last. */
  urgedAt: instant.nullable(),
  /** The absent person for whom I stand in, or null. */
  onBehalfOfName: z.string().nullable(),
})

export const doneRow = z.object({
  editionId: id,
  title: z.string(),
  unitName: z.string(),
  stepTitle: z.string(),
  opinion: z.string(),
  at: instant,
  onBehalfOfName: z.string().nullable(),
  state,
  stateTitle: z.string(),
})

export const doneFilters = {
  q: z.string().trim().max(100).optional(),
  step: stepName.optional(),
  from: aDay.optional(),
  to: aDay.optional(),
  sort: z.enum(['at', '-at']).default('-at'),
}

export const viewer = person.extend({ seenAt: instant })

export const edition = content.extend({
  editionId: id,
  documentId: id,
  number: z.number().int(),
  state,
  stateTitle: z.string(),
  version: z.number().int(),
  unitId: id,
  unitName: z.string(),
  sectionId: id.nullable(),
  sectionName: z.string().nullable(),
  author: person,
  createdAt: instant,
  updatedAt: instant,
  updatedByName: z.string(),
  scheduledFor: instant.nullable(),
  /** Set where the unit has nobody and another unit's office acts for it (代发). */
  handledByUnitName: z.string().nullable(),
  /** The text that the public sees now, or null. */
  live: z.object({ editionId: id, number: z.number().int(), indexNumber: z.string(), publishedAt: instant }).nullable(),
  /** The edition in work, where this one is live and another is being prepared. */
  inWorkEditionId: id.nullable(),
  replacedByTitle: z.string().nullable(),
  historic: z
    .object({ batchId: id, originalPublishedOn: aDay.nullable(), originalIndexNumber: z.string().nullable(), originalAddress: z.string().nullable() })
    .nullable(),
  /** Whether I may change it now; the reasons where not. */
  editable: z.boolean(),
  closedBecause: z.array(reason),
  steps: z.array(stepView),
  history: z.array(takenStep),
  confirmations: z.array(confirmation),
  attachments: z.array(attachment),
  /** What must be put right before it can be submitted. */
  findings: z.array(reason),
  /** Others who have it open just now. */
  viewers: z.array(viewer),
  /** All editions of the document, newest first. */
  editions: z.array(z.object({ editionId: id, number: z.number().int(), stateTitle: z.string(), changeNote: z.string(), updatedAt: instant })),
})

const comparedEdition = z.object({ editionId: id, number: z.number().int(), title: z.string(), stateTitle: z.string(), updatedAt: instant })

export const comparison = z.object({
  before: comparedEdition.nullable(),
  after: comparedEdition,
  fields: z.array(z.object({ field: z.string(), title: z.string(), before: z.string(), after: z.string() })),
  /** `changed` has parts, the others a text. */
  paragraphs: z.array(
    z.object({
      kind: z.enum(['same', 'added', 'removed', 'changed']),
      text: z.string(),
      parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
    }),
  ),
  attachments: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
})

export const workbench = z.object({
  counts: z.object({
    waiting: z.number().int(),
    returned: z.number().int(),
    drafts: z.number().int(),
    /** Mine, and on their way with somebody else. */
    underway: z.number().int(),
    scheduled: z.number().int(),
    publishedThisMonth: z.number().int(),
  }),
  waiting: z.array(taskRow),
  returned: z.array(taskRow),
  drafts: z.array(editionRow),
  published: z.array(editionRow),
})
