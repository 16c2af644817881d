// Whether somebody may manage this account: never their own, and never another administrator's keys.
import type { Actor } from '../../../kernel/actor.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { isAdministrator } from './separation.ts'
import { reachOf } from './may.ts'

export type ManageRefusal = 'not-allowed' | 'not-to-oneself' | 'administrators-keep-apart'

/** `touchesKeys`: password or second factor, with which one could enter as the other. */
export function checkManages(
  actor: Actor,
  account: { readonly accountId: string; readonly roles: readonly string[] },
  { touchesKeys }: { readonly touchesKeys: boolean },
): Refusal<ManageRefusal>[] {
  if (!reachOf(actor, 'account.manage').everywhere) return [{ code: 'not-allowed' }]
  const reasons: Refusal<ManageRefusal>[] = []
  if (account.accountId === actor.accountId) reasons.push({ code: 'not-to-oneself' })
  if (touchesKeys && account.roles.some(isAdministrator)) reasons.push({ code: 'administrators-keep-apart', article: 'mlps-2019/8.1.5.1' })
  return reasons
}
