// May this item go out? Every reason against it at once.
import { isFrontCode } from '../../../kernel/index-number.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { contentHashOf } from './content-hash.ts'
import type { PublicItem, PublishRefusal, Verdict } from './public-item.ts'

/** What is public now. */
export interface Standing {
  readonly revision: number
  readonly indexNumber: string
  readonly firstPublishedAt: Date
}

export interface FactsAtTheDoor {
  readonly published: Standing | undefined
  readonly withdrawn: boolean
  readonly unknownColumns: readonly string[]
  /** Names of columns of the other line. */
  readonly columnsOfOtherLine: readonly string[]
}

export function reasonsAgainst(item: PublicItem, verdict: Verdict | undefined, facts: FactsAtTheDoor): Refusal<PublishRefusal>[] {
  const reasons: Refusal<PublishRefusal>[] = []
  if (!verdict) reasons.push({ code: 'verdict-missing', article: 'ogi-2019/17' })
  else if (verdict.contentHash !== contentHashOf(item)) reasons.push({ code: 'verdict-of-other-content', article: 'ogi-2019/17' })
  else if (!verdict.passed) reasons.push({ code: 'verdict-failed', article: 'ogi-2019/17' })
  if (facts.withdrawn) reasons.push({ code: 'withdrawn-before' })
  if (facts.unknownColumns.length > 0) reasons.push({ code: 'column-unknown', field: 'columnIds', facts: { count: facts.unknownColumns.length } })
  if (facts.columnsOfOtherLine.length > 0)
    reasons.push({ code: 'column-of-other-line', field: 'columnIds', facts: { columns: facts.columnsOfOtherLine.join('、') } })
  if (!facts.published && !item.historic?.originalIndexNumber && !isFrontCode(item.frontCode)) {
    reasons.push({ code: 'front-code-malformed', field: 'frontCode', article: 'index-number-guide/2' })
  }
  return reasons
}
