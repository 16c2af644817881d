// When failed sign-ins lock an account, and when it opens again by itself.
import { signInPolicy } from '../law/sign-in-policy.ts'

export interface Attempts {
  readonly failedAttempts: number
  readonly lockedUntil: Date | null
}

export const isLocked = ({ lockedUntil }: Attempts, now: Date): boolean => lockedUntil !== null && lockedUntil > now

/** Whole minutes until the lock opens, at least one. */
export const minutesLocked = ({ lockedUntil }: Attempts, now: Date): number =>
  lockedUntil === null ? 0 : Math.max(1, Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000))

/** The attempts after one more failure: the fifth in a row locks, and the count begins anew. */
export function afterFailure(attempts: Attempts, now: Date): Attempts {
  const failures = attempts.failedAttempts + 1
  if (failures < signInPolicy.failuresBeforeLock.value) return { failedAttempts: failures, lockedUntil: null }
  return { failedAttempts: 0, lockedUntil: new Date(now.getTime() + signInPolicy.lockMinutes.value * 60_000) }
}
