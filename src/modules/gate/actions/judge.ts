// Judges what asks to go out, and keeps the verdict once it goes, bound to exactly this content, with the waivers that it rests on.
import type { Tx } from '../../../platform/database/database.ts'
import { contentHashOf, type PublicItem, type Verdict } from '../../publication/index.ts'
import { asStored, type GateFinding } from '../rules/standing.ts'
import { saveVerdict, type NewVerdict } from '../store/verdicts.ts'
import { look, type ReleaseFacts } from './look.ts'

export interface GateVerdict extends Verdict {
  readonly findings: readonly Omit<GateFinding, 'match' | 'nth' | 'masked'>[]
}

export interface Weighed {
  readonly verdict: GateVerdict
  /** What is kept of it, with the waivers that it rests on, once the content goes out. */
  readonly kept: NewVerdict
}

/** Judges and keeps nothing: of old stock many are judged before any goes out. */
export async function weigh(tx: Tx, item: PublicItem, facts: ReleaseFacts, at: Date): Promise<Weighed> {
  const { findings, waivers, standing } = await look(tx, item, facts, at)
  const found = new Set(findings.map(({ fingerprint }) => fingerprint))
  const verdict = { contentHash: contentHashOf(item), passed: standing.length === 0, findings: findings.map(asStored) }
  const restsOn = waivers.filter(({ fingerprint, revokedAt }) => revokedAt === null && found.has(fingerprint))
  return { verdict, kept: { ...verdict, editionId: facts.editionId, waivers: restsOn, at } }
}

export const keepVerdict = (tx: Tx, { kept }: Weighed): Promise<void> => saveVerdict(tx, kept)
