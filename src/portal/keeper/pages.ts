// What a process keeps of the public side, followed by the changes that drop it.
import { frame, type Frame } from '../../modules/publication/queries/pages/frame.ts'
import { followChanges } from '../../modules/publication/queries/follow-changes.ts'
import type { Day } from '../../kernel/day.ts'
import type { PortalParts } from '../parts.ts'
import { openKeeper, type Keeper } from './keeper.ts'
import { openKeptValue } from './value.ts'

export interface Pages {
  /** Undefined where nothing is to be kept. */
  readonly keeper: Keeper | undefined
  readonly frame: () => Promise<Frame>
  /** Resolves when everything that is visible now has been told. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** A withdrawn page is gone within a second: what was not confirmed for longer than this is not sent any more. */
const sureMilliseconds = 800

export function openPages({ database, clock, settings }: Pick<PortalParts, 'database' | 'clock' | 'settings'>): Pages {
  if (settings.pageMemory === 0) return { keeper: undefined, frame: () => frame(database.db, clock.today()), look: async () => {}, stop: async () => {} }

  const sure = (): boolean => performance.now() - changes.sureUntil < sureMilliseconds
  const today = everySecond(() => clock.today())
  const keeper = openKeeper({ room: settings.pageMemory, sure, today })
  const framed = openKeptValue({ topics: ['site', 'documents', 'catalogue'], make: (day) => frame(database.db, day as Day), today, sure })
  const changes = followChanges(database, {
    touched(topics) {
      framed.touched(topics)
      keeper.touched(topics)
    },
    doubted() {
      framed.doubted()
      keeper.doubted()
    },
  })
  return { keeper, frame: () => framed.get(), look: () => changes.look(), stop: () => changes.stop() }
}

/** To tell the day costs more than to send a page. */
function everySecond<Value>(tell: () => Value): () => Value {
  let until = 0
  let value = tell()
  return () => {
    const now = performance.now()
    if (now >= until) {
      value = tell()
      until = now + 1000
    }
    return value
  }
}
