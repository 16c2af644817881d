// A normative document as it is written down here: its articles and the questions that its interpretation answers.
import type { Story } from '../story.ts'
import type { UnitKey } from '../cast/units.ts'

export interface Measure {
  readonly key: string
  readonly unit: UnitKey
  readonly title: string
  readonly number: string
  readonly relations?: Story['relations']
  readonly on: string
  readonly columns: readonly string[]
  readonly theme: readonly [string, string]
  readonly keywords: readonly string[]
  /** Years for which it is in force. */
  readonly years: number
  /** Circulated by the government itself. */
  readonly head?: 'gov'
  readonly articles: readonly string[]
  readonly questions: readonly (readonly [string, string])[]
  /** What became of it: changed words, or only another validity. */
  readonly revised?: {
    readonly on: string
    readonly note: string
    readonly validity: 'amended' | 'repealed' | 'expired'
    readonly replacedBy?: string
    readonly replace?: readonly (readonly [string, string])[]
  }
}
