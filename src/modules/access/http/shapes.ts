// The shapes that the contracts of this module are made of.
import { z } from 'zod'
import { actions, roles, type Action, type Role } from '../law/permissions.ts'
import { accountStates, sessionStages } from '../law/sessions.ts'

export const id = z.uuid()
export const aDay = z.iso.date()
const instant = z.iso.datetime({ offset: true })
export const role = z.enum(Object.keys(roles) as [Role, ...Role[]])
const action = z.enum(Object.keys(actions) as [Action, ...Action[]])
export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, '登录名须为2—40位小写字母、数字、点、横线或下划线，以字母或数字开头')
export const personName = z.string().trim().min(1, '请填写姓名').max(40, '姓名不超过40个字')
export const reason = z.string().trim().min(1, '请填写事由').max(200, '事由不超过200个字')
export const password = z.string().min(1, '请填写密码').max(128, '密码不超过128位')
export const sixDigits = z
  .string()
  .trim()
  .regex(/^\d{6}$/, '动态口令为6位数字')

export const paging = { page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }
export const listOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number().int() })
export const nothing = z.object({})

const grant = z.object({
  grantId: id,
  role,
  roleTitle: z.string(),
  unitId: id,
  unitName: z.string(),
  sectionId: id.nullable(),
  sectionName: z.string().nullable(),
  validFrom: aDay,
  validUntil: aDay.nullable(),
  /** In force today. */
  current: z.boolean(),
})

const sessionGrant = grant.omit({ grantId: true, validFrom: true, validUntil: true, current: true }).extend({
  onBehalfOf: z.object({ accountId: id, name: z.string(), validUntil: aDay }).nullable(),
})

/** What the office's shell needs: who, which menu, what is owed before work can begin. */
export const session = z.object({
  stage: z.enum(sessionStages),
  csrfToken: z.string(),
  person: z.object({ accountId: id, login: z.string(), name: z.string(), lastSignedInAt: instant.nullable() }).nullable(),
  grants: z.array(sessionGrant),
  actions: z.array(action),
  mustChangePassword: z.boolean(),
  totp: z.enum(['off', 'owed', 'on']),
  idleMinutes: z.number().int(),
})
export type SessionAnswer = z.infer<typeof session>

export const sessionRow = z.object({
  sessionId: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
})
export const accountRow = z.object({
  accountId: id,
  login: z.string(),
  name: z.string(),
  state: z.enum(accountStates),
  lockedUntil: instant.nullable(),
  mustChangePassword: z.boolean(),
  totp: z.enum(['off', 'owed', 'on']),
  totpRequired: z.boolean(),
  createdAt: instant,
  lastSignedInAt: instant.nullable(),
  grants: z.array(grant),
})
export type AccountRow = z.infer<typeof accountRow>

export const accountFilters = {
  q: z.string().trim().max(100).optional(),
  state: z.enum(accountStates).optional(),
  role: role.optional(),
  unitId: id.optional(),
  sort: z.enum(['login', '-login', 'name', '-name', 'lastSignedInAt', '-lastSignedInAt']).default('login'),
}
export const accountParams = z.object({ accountId: id })
export const grantRow = grant.extend({ accountId: id, accountName: z.string(), login: z.string(), grantedByName: z.string().nullable(), grantedAt: instant })
export const grantFilters = {
  accountId: id.optional(),
  role: role.optional(),
  unitId: id.optional(),
  /** Also grants that have ended or were taken back. */
  past: z.stringbool().default(false),
  sort: z.enum(['accountName', '-accountName', 'validFrom', '-validFrom']).default('accountName'),
}
export const standInRow = z.object({
  standInId: id,
  absent: z.object({ accountId: id, name: z.string() }),
  standIn: z.object({ accountId: id, name: z.string() }),
  validFrom: aDay,
  validUntil: aDay,
  reason: z.string(),
  recordedByName: z.string(),
  state: z.enum(['planned', 'current', 'ended']),
})
export const standInFilters = { accountId: id.optional(), state: z.enum(['planned', 'current', 'ended']).optional() }
export const auditRow = z.object({
  auditId: z.number().int(),
  at: instant,
  accountId: id.nullable(),
  login: z.string().nullable(),
  name: z.string().nullable(),
  onBehalfOfName: z.string().nullable(),
  action: z.string(),
  actionTitle: z.string(),
  objectKind: z.string().nullable(),
  objectId: z.string().nullable(),
  unitName: z.string().nullable(),
  outcome: z.enum(['done', 'refused', 'failed']),
  detail: z.record(z.string(), z.unknown()),
  address: z.string().nullable(),
})
export const auditFilters = {
  /** Name or login. */
  who: z.string().trim().max(100).optional(),
  accountId: id.optional(),
  action: z.string().max(100).optional(),
  objectKind: z.string().max(60).optional(),
  objectId: z.string().max(100).optional(),
  unitId: id.optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
  from: aDay.optional(),
  to: aDay.optional(),
}
