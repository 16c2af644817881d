// Whether a session still stands, and what it owes before work can begin.
import { signInPolicy } from '../law/sign-in-policy.ts'
import type { SessionStage } from '../law/sessions.ts'

export interface SessionFacts {
  /** The second factor was given, or none is set up. */
  readonly complete: boolean
  readonly mustChangePassword: boolean
  readonly totpRequired: boolean
  readonly totpSetUp: boolean
}

/** The first thing owed, in the order in which it is asked. */
export function stageOf({ complete, mustChangePassword, totpRequired, totpSetUp }: SessionFacts): Exclude<SessionStage, 'nobody'> {
  if (!complete) return 'second-factor'
  if (mustChangePassword) return 'change-password'
  if (totpRequired && !totpSetUp) return 'set-up-totp'
  return 'complete'
}

const minute = 60_000

/** Idle too long, open too long, or the second factor not given in time. */
export function hasEnded(session: { createdAt: Date; lastSeenAt: Date; complete: boolean }, now: Date): boolean {
  const age = now.getTime() - session.createdAt.getTime()
  if (!session.complete && age >= signInPolicy.secondFactorMinutes.value * minute) return true
  if (age >= signInPolicy.sessionHours.value * 60 * minute) return true
  return now.getTime() - session.lastSeenAt.getTime() >= signInPolicy.idleMinutes.value * minute
}

/** Seen again after a minute or more: worth a row's change. */
export const isWorthNoting = (lastSeenAt: Date, now: Date): boolean => now.getTime() - lastSeenAt.getTime() >= minute
