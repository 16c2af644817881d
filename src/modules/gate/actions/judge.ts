// Judges what asks to go out, and keeps the verdict once it goes, bound to exactly this content, with the waivers that it rests on.
import type { Tx } from '../../../platform/database/database.ts'
import { contentHashOf, type PublicItem, type Verdict } from '../../publication/index.ts'
import { asStored, type GateFinding } from '../rules/standing.ts'
import { openSurroundings } from '../queries/surroundings.ts'
import { waiversByEdition } from '../queries/waivers.ts'
import { saveVerdicts, type NewVerdict } from '../store/verdicts.ts'
import { look, type ReleaseFacts } from './look.ts'

export interface GateVerdict extends Verdict {
  readonly findings: readonly Omit<GateFinding, 'match' | 'nth' | 'masked'>[]
}

export interface Weighed {
  readonly verdict: GateVerdict
  /** What is kept of it, with the waivers that it rests on, once the content goes out. */
  readonly kept: NewVerdict
}

export interface Asking {
  readonly item: PublicItem
  readonly facts: ReleaseFacts
}

/** Judges each for itself, in their order, and keeps nothing: all are judged before any goes out. What they have in common is asked once. */
export async function weighAll(tx: Tx, asking: readonly Asking[], at: Date): Promise<Weighed[]> {
  const waivers = await waiversByEdition(
    tx,
    asking.map(({ facts }) => facts.editionId),
  )
  const surroundings = openSurroundings(tx)
  const weighed: Weighed[] = []
  for (const { item, facts } of asking) {
    const known = { waivers: waivers.get(facts.editionId) ?? [], surroundings }
    const { findings, standing } = await look(tx, item, facts, at, known)
    const found = new Set(findings.map(({ fingerprint }) => fingerprint))
    const verdict = { contentHash: contentHashOf(item), passed: standing.length === 0, findings: findings.map(asStored) }
    const restsOn = known.waivers.filter(({ fingerprint, revokedAt }) => revokedAt === null && found.has(fingerprint))
    weighed.push({ verdict, kept: { ...verdict, editionId: facts.editionId, waivers: restsOn, at } })
  }
  return weighed
}

export const keepVerdicts = (tx: Tx, weighed: readonly Weighed[]): Promise<void> =>
  saveVerdicts(
    tx,
    weighed.map(({ kept }) => kept),
  )
