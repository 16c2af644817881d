// What a guide needs when its text, made anew, has this fingerprint.
import type { GuideState } from '../law/parts.ts'

export interface GuideStanding {
  /** The public text: what it was made from; null where people wrote it. */
  readonly live: { readonly fingerprint: string | null } | null
  /** The edition in work, with what it was made from and whether people have changed it since. */
  readonly open: { readonly state: string; readonly fingerprint: string | null; readonly touched: boolean } | null
  /** What people threw away is not put before them again. */
  readonly discardedFingerprint: string | null
  readonly offeredFingerprint: string | null
}

export type Deed = 'nothing' | 'draft' | 'revise' | 'refresh' | 'offer'

export function whatToDo({ live, open, discardedFingerprint, offeredFingerprint }: GuideStanding, now: string): Deed {
  if (open) {
    if (open.fingerprint === now) return 'nothing'
    if (open.state === 'draft' && open.fingerprint !== null && !open.touched) return 'refresh'
    return offeredFingerprint === now ? 'nothing' : 'offer'
  }
  if (live?.fingerprint === now || discardedFingerprint === now) return 'nothing'
  return live ? 'revise' : 'draft'
}

export function guideStateOf({ live, open }: GuideStanding, now: string): GuideState {
  if (open) return open.fingerprint === now ? 'drafting' : 'offered'
  if (live === null) return 'missing'
  return live.fingerprint === now ? 'current' : 'stale'
}

/** The public text says what is no longer so, whether or not a new one is in work. */
export const isStale = ({ live }: GuideStanding, now: string): boolean => live !== null && live.fingerprint !== now
