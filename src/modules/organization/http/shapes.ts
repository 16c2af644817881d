// Shapes of the organization's routes that several contracts share.
import { z } from 'zod'
import { seats, type Seat } from '../law/seats.ts'
import { successionKinds, type SuccessionKind } from '../law/succession-kinds.ts'
import { unitKinds, type UnitKind } from '../law/unit-kinds.ts'

const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>): [Key, ...Key[]] => Object.keys(of) as [Key, ...Key[]]

export const id = z.uuid()
export const day = z.iso.date()
export const text = z.string().trim().max(200)
export const longText = z.string().trim().max(4000)
export const unitKind = z.enum(keysOf<UnitKind>(unitKinds))
export const seat = z.enum(keysOf<Seat>(seats))
export const successionKind = z.enum(keysOf<SuccessionKind>(successionKinds))

export const page = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
}

/** A warning that does not stop anything, in Chinese: a check digit that does not fit. */
export const warning = z.object({ field: z.string(), sentence: z.string() })

export const unitFields = {
  name: text.min(1),
  shortName: text.default(''),
  organizationCode: text.nullable().default(null),
  creditCode: text.nullable().default(null),
  /** Empty: made from the code. */
  slug: text.default(''),
  duties: longText.default(''),
  address: text.default(''),
  officeHours: text.default(''),
  phone: text.default(''),
  fax: text.default(''),
  email: text.default(''),
  postcode: text.default(''),
  position: z.number().int().min(0).max(100_000).default(0),
  hasOwnStaff: z.boolean().default(true),
  emptyColumns: z.enum(['none-held', 'hidden']).default('none-held'),
}

export const unitNode = z.object({
  id,
  parentId: id.nullable(),
  kind: unitKind,
  name: z.string(),
  shortName: z.string(),
  slug: z.string(),
  frontCode: z.string(),
  position: z.number(),
  hasOwnStaff: z.boolean(),
  validFrom: day,
  validUntil: day.nullable(),
  /** Whether the caller may change it. */
  mayManage: z.boolean(),
})

export const postFields = {
  unitId: id,
  sectionId: id.nullable().default(null),
  title: text.min(1),
  isLeader: z.boolean().default(false),
  rank: z.number().int().min(0).max(10_000).default(0),
  duties: longText.default(''),
  validFrom: day,
}

export const post = z.object({
  id,
  personId: id,
  personName: z.string(),
  unitId: id,
  unitName: z.string(),
  sectionId: id.nullable(),
  sectionName: z.string().nullable(),
  title: z.string(),
  isLeader: z.boolean(),
  rank: z.number(),
  duties: z.string(),
  validFrom: day,
  validUntil: day.nullable(),
})

const member = z.object({
  id,
  personId: id,
  personName: z.string(),
  seat,
  /** Post of the person in the group's unit on that day, e.g. 副县长. */
  postTitle: z.string(),
  validFrom: day,
  validUntil: day.nullable(),
})

export const leadingGroup = z.object({
  id,
  unitId: id,
  name: z.string(),
  officeSection: z.string(),
  validFrom: day,
  validUntil: day.nullable(),
  members: z.array(member),
})

export const responsiblePerson = z.object({
  unitId: id,
  unitName: z.string(),
  personId: id,
  personName: z.string(),
  personTitle: z.string(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string(),
  validFrom: day,
  validUntil: day.nullable(),
})

export const person = z.object({
  id,
  name: z.string(),
  accountId: id.nullable(),
  officePhone: z.string(),
  email: z.string(),
  posts: z.array(post),
  mayManage: z.boolean(),
})

export const historyRow = z.object({
  id: z.number(),
  at: z.iso.datetime(),
  by: z.string(),
  step: z.string(),
  stepTitle: z.string(),
  unitId: id.nullable(),
  unitName: z.string().nullable(),
  personId: id.nullable(),
  personName: z.string().nullable(),
  /** One Chinese line: what became of what. */
  summary: z.string(),
})
