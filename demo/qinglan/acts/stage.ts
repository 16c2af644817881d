// The stage of the town: its database, its clock, and its people as actors on any day.
import type { Actor } from '../../../src/kernel/actor.ts'
import type { Day } from '../../../src/kernel/day.ts'
import type { Ruling } from '../../../src/kernel/ruling.ts'
import { actorOf, type By } from '../../../src/modules/access/index.ts'
import type { Database, Tx } from '../../../src/platform/database/database.ts'
import type { Reader } from '../../../src/platform/documents/read/reader.ts'
import type { FileStore } from '../../../src/platform/files/file-store.ts'
import type { UnitKey } from '../cast/units.ts'

export interface Stage {
  readonly database: Database
  readonly fileStore: FileStore
  readonly reader: Reader
  /** IANA name of the time zone of the office. */
  readonly zone: string
  readonly now: Date
  readonly today: Day
  readonly tell: (line: string) => void
  readonly unitIds: Map<UnitKey, string>
  readonly sectionIds: Map<string, string>
  readonly columnIds: Map<string, string>
  readonly personIds: Map<string, string>
  readonly accountIds: Map<string, string>
  readonly actors: Map<string, Actor>
}

/** Unwraps what the town's stories need to be granted. */
export function must<Value>(ruling: Ruling<Value>, what: string): Value {
  if (!ruling.ok) throw new Error(`${what}: ${ruling.refusals.map((refusal) => `${refusal.code}${refusal.field ? ` (${refusal.field})` : ''}`).join(', ')}`)
  return ruling.value
}

const walls = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of a time zone; made once, because making one is slow. */
function wallOf(zone: string): Intl.DateTimeFormat {
  const wall = walls.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' })
  walls.set(zone, wall)
  return wall
}

/** The instant of a time of day at the office, `09:30`. */
export function instantAt(on: Day, time: string, zone: string): Date {
  const guess = new Date(`${on}T${time}:00Z`)
  const parts = Object.fromEntries(
    wallOf(zone)
      .formatToParts(guess)
      .map((part) => [part.type, part.value]),
  )
  const shown = Date.parse(`${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}Z`)
  return new Date(guess.getTime() - (shown - guess.getTime()))
}

/** Who acts, at a time of day: their rights are those of the end of the preparations, and do not change later. */
export async function by(stage: Stage, tx: Tx, login: string, on: Day, time: string): Promise<By> {
  const known = stage.actors.get(login)
  const actor = known ?? (await actorOf(tx, { login }, on))
  if (!actor) throw new Error(`nobody signs in as ${login}`)
  if (!known) stage.actors.set(login, actor)
  return { actor, at: instantAt(on, time, stage.zone), today: on }
}

export function idOf<Key>(map: ReadonlyMap<Key, string>, key: Key): string {
  const id = map.get(key)
  if (id === undefined) throw new Error(`nothing is known as ${String(key)}`)
  return id
}
