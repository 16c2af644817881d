// The shapes that the contracts of applications are made of.
import { z } from 'zod'
import { isDay, type Day } from '../../../kernel/day.ts'
import { applicantKindNames, deliveries, wishedForms, type Delivery, type WishedForm } from '../law/applicants.ts'
import { channelNames } from '../law/channels.ts'
import { feeMethods, type FeeMethod } from '../law/fees.ts'
import { outcomeFacts, outcomeNames, withholdingGrounds, type OutcomeFact, type WithholdingGround } from '../law/outcomes.ts'
import { serviceWays, type ServiceWayName } from '../law/service.ts'
import { stateNames } from '../law/states.ts'
import { stepNames } from '../law/steps.ts'

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): [Key, ...Key[]] => Object.keys(table) as [Key, ...Key[]]
const text = (most: number) => z.string().trim().max(most, `不超过${most}个字`)

export const aDay = z.iso.date().refine((one): one is Day => isDay(one))
export const kind = z.enum(applicantKindNames)
export const channel = z.enum(channelNames)
export const state = z.enum(stateNames)
export const stepName = z.enum(stepNames)
export const outcomeName = z.enum(outcomeNames)
export const wishedForm = z.enum(keysOf<WishedForm>(wishedForms))
export const delivery = z.enum(keysOf<Delivery>(deliveries))

export const identity = z.object({
  name: text(100),
  document: text(40).default(''),
  documentNumber: text(60),
  contactPerson: text(60).default(''),
  address: text(200).default(''),
  phone: text(40).default(''),
  email: text(100).default(''),
  agent: text(100).default(''),
  others: text(1000).optional(),
  eService: z.boolean().optional(),
  mailNotices: z.boolean().optional(),
  textNotices: z.boolean().optional(),
})

export const newRequest = z.object({
  /** Made by the caller, so that the same application sent twice is entered once. */
  id: z.uuid(),
  unitId: z.uuid(),
  channel,
  arrivedOn: aDay,
  applicantKind: kind,
  identity,
  subject: text(200).min(2),
  description: text(5000).min(2),
  wishedForm,
  delivery,
  needsHelp: z.boolean().default(false),
})

const facts = z.partialRecord(z.enum(keysOf<OutcomeFact>(outcomeFacts)), text(3000))

export const outcome = z.object({
  name: outcomeName,
  facts,
  withheldUnder: z
    .array(z.enum(keysOf<WithholdingGround>(withholdingGrounds)))
    .max(7)
    .default([]),
})

export const service = z.object({ way: z.enum(keysOf<ServiceWayName>(serviceWays)), proof: text(200), consent: z.boolean().default(false) })

export const stepInput = z.object({
  text: text(3000).default(''),
  day: aDay.optional(),
  until: aDay.optional(),
  assignee: z.object({ sectionId: z.uuid().nullable(), accountId: z.uuid().nullable() }).optional(),
  fee: z
    .object({ method: z.enum(keysOf<FeeMethod>(feeMethods)), nth: z.number().int().min(1).max(10_000), units: z.number().int().min(1).max(10_000) })
    .optional(),
  payment: z.object({ receipt: text(100) }).optional(),
  extension: z.object({ days: z.number().int().min(0).max(100), consentBy: text(60) }).optional(),
  other: z.object({ name: text(100) }).optional(),
  consultation: z.number().int().min(1).max(100).optional(),
  opinion: z.enum(['agreed', 'objected']).optional(),
  outcome: outcome.optional(),
  number: text(60).optional(),
  lead: text(20).optional(),
  service: service.optional(),
})

const refusal = z.object({ code: z.string(), sentence: z.string(), article: z.string().optional() })

/** A step that leaves the state, open or closed with its reasons. */
export const shownStep = z.object({
  name: stepName,
  title: z.string(),
  open: z.boolean(),
  refusals: z.array(refusal),
  asks: z.array(z.string()),
  textTitle: z.string(),
  confirm: z.string().nullable(),
  article: z.string(),
  tone: z.enum(['forward', 'plain', 'danger']),
})

export const ledger = z.object({
  title: z.string(),
  startsOn: z.string(),
  from: aDay,
  due: aDay,
  provisional: z.boolean(),
  article: z.string(),
  basis: z.string(),
  days: z.array(z.object({ day: aDay, counted: z.boolean(), reason: z.string(), why: z.string() })),
})

export const requestRow = z.object({
  id: z.uuid(),
  number: z.string(),
  subject: z.string(),
  applicantName: z.string(),
  applicantKind: kind,
  channel,
  unitName: z.string(),
  sectionName: z.string().nullable(),
  handlerName: z.string().nullable(),
  state,
  arrivedOn: aDay,
  receivedOn: aDay.nullable(),
  dueOn: aDay.nullable(),
  awaitedUntil: aDay.nullable(),
  provisional: z.boolean(),
  extended: z.boolean(),
  outcome: outcomeName.nullable(),
  concludedOn: aDay.nullable(),
  /** The office's own day that the state calls for. */
  internal: z.object({ title: z.string(), on: aDay, over: z.boolean() }).nullable(),
  /** Calendar days to the due day, negative when late; null while the office owes nothing. */
  daysLeft: z.number().int().nullable(),
})

export const requestSheet = z.object({
  id: z.uuid(),
  number: z.string(),
  seen: z.number().int(),
  subject: z.string(),
  description: z.string(),
  applicantName: z.string(),
  applicantKind: kind,
  wishedForm,
  delivery,
  needsHelp: z.boolean(),
  channel,
  unitId: z.uuid(),
  unitName: z.string(),
  sectionName: z.string().nullable(),
  handlerName: z.string().nullable(),
  state,
  law: z.string(),
  arrivedOn: aDay,
  receivedOn: aDay.nullable(),
  receiptBasis: z.string(),
  concludedOn: aDay.nullable(),
  /** Since when the applicant agrees to be served electronically. */
  agreedOn: aDay.nullable(),
  late: z.boolean(),
  reply: ledger.nullable(),
  correctionNoticeDue: aDay.nullable(),
  awaited: z.object({ what: z.string(), until: aDay, over: z.boolean() }).nullable(),
  consultations: z.array(
    z.object({ number: z.number().int(), kind: z.string(), name: z.string(), sentOn: aDay, receivedOn: aDay.nullable(), due: aDay.nullable(), opinion: z.string(), open: z.boolean() }),
  ),
  fee: z.object({ title: z.string(), yuan: z.number().int(), notifiedOn: aDay, receivedOn: aDay.nullable(), paidOn: aDay.nullable() }).nullable(),
  extension: z.object({ days: z.number().int(), consentBy: z.string() }).nullable(),
  outcome: z.object({ name: outcomeName, title: z.string(), article: z.string(), facts: z.array(z.object({ title: z.string(), text: z.string() })), remedy: z.string().nullable() }).nullable(),
  replyNumber: z.string().nullable(),
  steps: z.array(shownStep),
  happened: z.array(z.object({ key: z.string(), title: z.string(), who: z.string(), at: z.iso.datetime(), day: aDay.nullable(), text: z.string(), notes: z.array(z.string()) })),
  handlers: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
  sections: z.array(z.object({ sectionId: z.uuid(), name: z.string() })),
  /** Whether the reader may open what is sealed about the applicant, and who did. */
  mayOpenIdentity: z.boolean(),
  identityDeletedOn: aDay.nullable(),
  looks: z.array(z.object({ name: z.string(), reason: z.string(), at: z.iso.datetime() })),
}) // prettier-ignore

export const tally = z.record(z.string(), z.record(z.string(), z.number().int()))
