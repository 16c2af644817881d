// The three administrators' rights are kept apart, from one another and from the business (三员分立).
import type { Article } from '../../../kernel/article.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { roles, type Role } from '../law/permissions.ts'

export type SeparationRefusal = 'administrator-has-one-right' | 'administrator-has-no-business'

const article: Article = 'mlps-2019/8.1.5.1'

export const isRole = (word: string): word is Role => Object.hasOwn(roles, word)

export const isAdministrator = (role: string): boolean => isRole(role) && roles[role].administrator

/** Every reason why one person may not hold all of these roles, held or stood in for. */
export function checkSeparation(held: readonly string[]): Refusal<SeparationRefusal>[] {
  const administrators = new Set(held.filter(isAdministrator))
  const reasons: Refusal<SeparationRefusal>[] = []
  if (administrators.size > 1) reasons.push({ code: 'administrator-has-one-right', article })
  if (administrators.size > 0 && held.some((role) => !isAdministrator(role))) reasons.push({ code: 'administrator-has-no-business', article })
  return reasons
}
