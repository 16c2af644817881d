// A small office for tests: a government with two bureaus, its three administrators, and people with roles.
import type { Actor } from '../../kernel/actor.ts'
import { day, type Day } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import type { Tx } from '../../platform/database/database.ts'
import { createAccount } from './actions/create-account.ts'
import { foundOffice } from './actions/found-office.ts'
import { grantRole } from './actions/grant-role.ts'
import type { Role } from './law/permissions.ts'
import { actorOf } from './queries/actor-of.ts'
import type { By } from './rules/by.ts'
import { nameUnits, setReach } from './store/units.ts'

export const units = {
  government: '00000000-0000-4000-8000-000000000001',
  education: '00000000-0000-4000-8000-000000000002',
  schools: '00000000-0000-4000-8000-000000000003',
  exams: '00000000-0000-4000-8000-000000000004',
  health: '00000000-0000-4000-8000-000000000005',
} as const

const names: Readonly<Record<keyof typeof units, string>> = {
  government: '云岭县人民政府',
  education: '县教育局',
  schools: '基础教育股',
  exams: '考试股',
  health: '县卫生健康局',
}
const below: readonly [keyof typeof units, keyof typeof units][] = [
  ['government', 'education'],
  ['government', 'schools'],
  ['government', 'exams'],
  ['government', 'health'],
  ['education', 'schools'],
  ['education', 'exams'],
]

export const start = new Date('2026-11-20T01:00:00Z')
export const startDay = day('2026-11-20')
/** Good enough for the policy, and everybody's here. */
export const password = 'Yunling2026'

/** The value of a ruling that a test takes for granted. */
export function must<Value>(ruling: Ruling<Value>): Value {
  if (ruling.ok) return ruling.value
  throw new Error(`refused: ${ruling.refusals.map((one) => one.code).join(', ')}`)
}

/** The codes of a refusal; empty where it was granted. */
export const codesOf = (ruling: Ruling<unknown>): string[] => (ruling.ok ? [] : ruling.refusals.map((one) => one.code))

export interface Cast {
  readonly system: By
  readonly security: By
  readonly audit: By
}

const byOf = (actor: Actor, at: Date = start, today: Day = startDay): By => ({ actor, at, today })

export async function actorBy(tx: Tx, login: string, at: Date = start, today: Day = startDay): Promise<By> {
  const actor = await actorOf(tx, { login }, today)
  if (!actor) throw new Error(`nobody is called ${login}`)
  return byOf(actor, at, today)
}

/** Units and the three administrators `xitong`, `anquan` and `shenji`. */
export async function anOffice(tx: Tx): Promise<Cast> {
  const ids = Object.entries(units) as [keyof typeof units, string][]
  const own = ids.map(([, id]) => ({ ancestorId: id, descendantId: id }))
  await setReach(tx, [...own, ...below.map(([above, under]) => ({ ancestorId: units[above], descendantId: units[under] }))])
  await nameUnits(
    tx,
    ids.map(([key, id]) => ({ id, name: names[key] })),
  )
  const administrators = {
    system: { login: 'xitong', name: '系统员', password },
    security: { login: 'anquan', name: '安全员', password },
    audit: { login: 'shenji', name: '审计员', password },
  }
  must(await foundOffice(tx, { unitId: units.government, administrators }, { at: start, today: startDay }))
  return { system: await actorBy(tx, 'xitong'), security: await actorBy(tx, 'anquan'), audit: await actorBy(tx, 'shenji') }
}

/** An account with the password of everybody here and the roles given; its id. */
export async function anAccount(tx: Tx, cast: Cast, login: string, ...posts: [role: Role, unitId: string, sectionId?: string][]): Promise<string> {
  const { accountId } = must(await createAccount(tx, cast.system, { login, name: `姓名${login}`, password }))
  for (const [role, unitId, sectionId = null] of posts) {
    must(await grantRole(tx, cast.security, { accountId, role, unitId, sectionId, validFrom: startDay, validUntil: null }))
  }
  return accountId
}
