// Makes the three administrators of a new office together: the three rights are apart from the first minute.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Role } from '../law/permissions.ts'
import { anybodyHolds } from '../queries/held-roles.ts'
import type { PasswordRefusal } from '../rules/password.ts'
import { insertGrant } from '../store/grants.ts'
import { openAccount, type AccountRequest, type NewAccountAnswer } from './create-account.ts'

type Founder = 'system' | 'security' | 'audit'

export interface Founders {
  /** Id that the first unit has, or will be made with. */
  readonly unitId: string
  readonly administrators: Readonly<Record<Founder, Pick<AccountRequest, 'login' | 'name' | 'password'>>>
}

const roleOf = { system: 'system-administrator', security: 'security-administrator', audit: 'audit-administrator' } as const satisfies Record<Founder, Role>

/** Once only. The answer tells the first passwords of those who chose none. */
export async function foundOffice(
  tx: Tx,
  { unitId, administrators }: Founders,
  { at, today }: { readonly at: Date; readonly today: Day },
): Promise<Ruling<Record<Founder, NewAccountAnswer>, PasswordRefusal | 'already-founded' | 'founders-same-login' | 'login-taken'>> {
  if (await anybodyHolds(tx, Object.values(roleOf))) return refused('already-founded')
  if (new Set(Object.values(administrators).map((one) => one.login)).size < 3) return refused('founders-same-login')

  const reasons: Refusal<PasswordRefusal | 'login-taken'>[] = []
  const founded: Partial<Record<Founder, NewAccountAnswer>> = {}
  for (const founder of ['system', 'security', 'audit'] as const) {
    const account = await openAccount(tx, administrators[founder], at)
    if (!account.ok) {
      reasons.push(...account.refusals.map((one) => ({ ...one, field: `${founder}.${one.field ?? ''}` })))
      continue
    }
    founded[founder] = account.value
    await insertGrant(tx, { accountId: account.value.accountId, role: roleOf[founder], unitId, sectionId: null, validFrom: today, validUntil: null }, null, at)
  }
  return reasons.length > 0 ? refused(...reasons) : granted(founded as Record<Founder, NewAccountAnswer>)
}
