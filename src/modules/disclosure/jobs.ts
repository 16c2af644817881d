// Work of this module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Inspector } from '../gate/index.ts'
import { lookUnasked } from './actions/look-at-findings.ts'
import { inspectNextWaiting } from './actions/inspect-waiting.ts'
import { oweReexamination } from '../catalogue/index.ts'
import { tellClosed } from './actions/tell-closed.ts'
import { tellLateInterpretations } from './actions/tell-late-interpretations.ts'
import { publishNextDue } from './actions/publish-due.ts'
import { editionById } from './queries/edition.ts'
import { filedUnexamined } from './queries/filed.ts'
import { nextUnlooked } from './queries/unlooked.ts'
import { chaseReviews } from './actions/review/chase.ts'

/** Publishes all that is due, each in its own transaction; returns how many went out and how many could not. */
export async function publishDue(database: Database, clock: Clock): Promise<{ published: number; failed: number }> {
  const count = { published: 0, failed: 0 }
  for (;;) {
    const outcome = await database.transaction((tx) => publishNextDue(tx, clock))
    if (outcome === 'nothing-due') return count
    count[outcome] += 1
  }
}

/** Inspects every file that waits for it, each in its own transaction; returns how many. */
export async function inspectWaiting(database: Database, clock: Clock, inspector: Inspector): Promise<number> {
  let count = 0
  while ((await database.transaction((tx) => inspectNextWaiting(tx, inspector, clock.now()))) === 'inspected') count += 1
  return count
}

/** Looks at every saved text that the gate has not seen, each in its own transaction; returns how many. */
export async function lookAtSaved(database: Database, clock: Clock): Promise<number> {
  const next = (): Promise<boolean> =>
    database.transaction(async (tx) => {
      const editionId = await nextUnlooked(tx, clock.now())
      const edition = editionId === undefined ? undefined : await editionById(tx, editionId)
      if (edition) await lookUnasked(tx, edition, clock.now())
      return edition !== undefined
    })
  let count = 0
  while (await next()) count += 1
  return count
}

/** Reminds and escalates what the review awaits of others; asked again and again, each level happens once. */
export const chaseAwaited = (database: Database, clock: Clock): Promise<number> =>
  database.transaction((tx) => chaseReviews(tx, { at: clock.now(), today: clock.today() }))

/** Tells the catalogue of consultations whose last day is over, each once; returns how many. */
export async function tellClosedConsultations(database: Database, clock: Clock): Promise<number> {
  for (let count = 0; ;) {
    const told = await database.transaction((tx) => tellClosed(tx, { at: clock.now(), today: clock.today() }))
    if (told === 0) return count
    count += told
  }
}

/** Tells of interpretations that are late, each once and a part at a time; returns of how many. */
export async function chaseInterpretations(database: Database, clock: Clock): Promise<number> {
  for (let count = 0; ;) {
    const told = await database.transaction((tx) => tellLateInterpretations(tx, { at: clock.now(), today: clock.today() }))
    if (told === 0) return count
    count += told
  }
}

const owedAtOnce = 200

/** What was filed before examinations were noted is examined within a year from now (ogi-2019/18); returns how many. */
export async function oweUnexamined(database: Database, clock: Clock): Promise<number> {
  const moment = { at: clock.now(), today: clock.today() }
  for (let count = 0; ;) {
    const owed = await database.transaction(async (tx) => {
      const filed = await filedUnexamined(tx, owedAtOnce)
      for (const document of filed) await oweReexamination(tx, moment, document)
      return filed.length
    })
    count += owed
    if (owed < owedAtOnce) return count
  }
}
