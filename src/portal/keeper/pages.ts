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

export function openPages({ database, clock, settings, readers }: Pick<PortalParts, 'database' | 'clock' | 'settings' | 'readers'>): Pages {
  if (settings.pageMemory === 0)
    return { keeper: undefined, frame: () => readers?.frame() ?? frame(database.db, clock.today()), look: async () => {}, stop: async () => {} }

  // Told by the looks at what changed, so that sending a page reads no clock: a timer that is late is late by what is in hand alone.
  const state = { sure: false, day: clock.today() }
  let unsure: NodeJS.Timeout | undefined
  const sure = (): boolean => state.sure
  const today = (): string => state.day
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
    looked(milliseconds) {
      clearTimeout(unsure)
      state.day = clock.today()
      const left = sureMilliseconds - milliseconds
      state.sure = left > 0
      if (left > 0) unsure = setTimeout(() => (state.sure = false), left).unref()
    },
    away() {
      state.sure = false
    },
  })
  return { keeper, frame: () => framed.get(), look: () => changes.look(), stop: () => changes.stop() }
}
