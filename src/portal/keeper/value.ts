// One value read from the database that every page needs, kept until something that it depends on changes.
import type { Topic } from '../../modules/publication/rules/topics.ts'

export interface KeptValue<Value> {
  /** The kept one, or one made now; simultaneous callers share the making. */
  get(): Promise<Value>
  touched(topics: readonly Topic[]): void
  doubted(): void
}

interface ValueParts<Value> {
  readonly topics: readonly Topic[]
  readonly make: (day: string) => Promise<Value>
  readonly today: () => string
  /** Whether every change that is visible now was told, but for those of the last moment. */
  readonly sure: () => boolean
}

export function openKeptValue<Value>({ topics, make, today, sure }: ValueParts<Value>): KeptValue<Value> {
  let kept: { readonly day: string; readonly value: Promise<Value> } | undefined
  return {
    get() {
      const day = today()
      if (!sure()) return make(day)
      if (kept?.day === day) return kept.value
      const value = make(day)
      // A change that is told while it is made drops it, so that the next caller asks again.
      const making = { day, value }
      kept = making
      value.catch(() => {
        if (kept === making) kept = undefined
      })
      return value
    },
    touched(changed) {
      if (changed.some((topic) => topics.includes(topic))) kept = undefined
    },
    doubted() {
      kept = undefined
    },
  }
}
