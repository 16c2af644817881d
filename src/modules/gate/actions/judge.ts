// Judges what asks to go out and keeps the verdict, bound to exactly this content.
import type { Tx } from '../../../platform/database/database.ts'
import { contentHashOf, type PublicItem, type Verdict } from '../../publication/index.ts'
import { examine, type Found, type ReleaseFacts } from '../rules/checks.ts'
import { gateSentences } from '../sentences.ts'
import { saveVerdict } from '../store/verdicts.ts'

interface Finding extends Found {
  readonly sentence: string
}

export interface GateVerdict extends Verdict {
  readonly findings: readonly Finding[]
}

export async function judge(tx: Tx, item: PublicItem, facts: ReleaseFacts, at: Date): Promise<GateVerdict> {
  const findings = examine(item, facts).map((found) => ({ ...found, sentence: gateSentences[found.code] }))
  const verdict = { contentHash: contentHashOf(item), passed: findings.length === 0, findings }
  await saveVerdict(tx, { ...verdict, at })
  return verdict
}
