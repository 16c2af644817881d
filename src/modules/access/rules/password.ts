// Whether a new password is good enough; all reasons at once.
import type { Refusal } from '../../../kernel/ruling.ts'
import { signInPolicy } from '../law/sign-in-policy.ts'

export type PasswordRefusal = 'password-too-short' | 'password-too-simple' | 'password-holds-login' | 'password-used-before'

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/]

export interface PasswordFacts {
  readonly login: string
  /** Whether it equals one of the last passwords; only their hashes are known. */
  readonly usedBefore: boolean
}

/** Every reason against `password`; none where it may be set. */
export function checkPassword(password: string, { login, usedBefore }: PasswordFacts): Refusal<PasswordRefusal>[] {
  const { passwordLength, passwordKinds, passwordHistory } = signInPolicy
  const reasons: Refusal<PasswordRefusal>[] = []
  const refuse = (code: PasswordRefusal, limit: { value: number; article: Refusal['article'] }): void => {
    reasons.push({ code, field: 'next', article: limit.article, facts: { limit: limit.value } })
  }
  if (password.length < passwordLength.value) refuse('password-too-short', passwordLength)
  if (kinds.filter((kind) => kind.test(password)).length < passwordKinds.value) refuse('password-too-simple', passwordKinds)
  // A login of three letters stands in many a word by chance.
  if (login.length > 3 && password.toLowerCase().includes(login.toLowerCase())) refuse('password-holds-login', passwordKinds)
  if (usedBefore) refuse('password-used-before', passwordHistory)
  return reasons
}
