// A decision of a rule: granted with a value, or refused with every reason at once. A bug is thrown, never returned.
import type { Article } from './article.ts'

export interface Refusal<Code extends string = string> {
  readonly code: Code
  /** The article that forbids it, where there is one. */
  readonly article?: Article
  /** The field of the input that the reason is about, as a dotted path. */
  readonly field?: string
  /** Values for the sentence that tells the reason, e.g. `{ role: '保密审查员' }`. */
  readonly facts?: Readonly<Record<string, string | number>>
}

export type Ruling<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: readonly Refusal<Code>[] }

export const granted = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

export const refused = <Code extends string>(
  ...refusals: readonly (Refusal<Code> | Code)[]
): { readonly ok: false; readonly refusals: readonly Refusal<Code>[] } => ({
  ok: false,
  refusals: refusals.map((refusal) => (typeof refusal === 'string' ? { code: refusal } : refusal)),
})
