// Work of this module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { beforeEveryId } from '../../kernel/walk.ts'
import type { Seal } from '../../platform/crypto/seal.ts'
import type { LetterBox } from '../../platform/crypto/sealed-letter.ts'
import { deleteDueIdentities } from './actions/delete-identities.ts'
import { proposeDisclosures } from './actions/propose.ts'
import { deleteDueRecordSecrets } from './actions/delete-record-secrets.ts'
import { alarmUnconfirmed, remindOfDue, remindOfRemedies } from './actions/remind.ts'
import { showFigures } from './actions/show-figures.ts'
import { showApplicants } from './actions/show-applicants.ts'
import { showRecords } from './actions/show-records.ts'
import { tellApplicants } from './actions/tell-applicants.ts'
import { saveSealingKey } from './store/citizen.ts'

export const remindOfRequests = (database: Database, clock: Clock): Promise<number> =>
  database.transaction(async (tx) => (await remindOfDue(tx, clock.today(), clock.now())) + (await remindOfRemedies(tx, clock.today(), clock.now())))

export const alarmUnconfirmedRequests = (database: Database, clock: Clock): Promise<number> =>
  database.transaction((tx) => alarmUnconfirmed(tx, clock.today(), clock.now()))

/** What is kept of applicants for no remedy any more. */
export async function deleteOldIdentities(database: Database, clock: Clock): Promise<number> {
  let deleted = 0
  for (const take of [deleteDueIdentities, deleteDueRecordSecrets]) {
    let next: string | null = beforeEveryId
    while (next !== null) {
      const after: string = next
      const piece: Awaited<ReturnType<typeof take>> = await database.transaction((tx) => take(tx, clock.today(), after))
      deleted += piece.deleted
      ;({ next } = piece)
    }
  }
  return deleted
}

/** Whatever moved since the last time proposes what it proposes. Returns how many proposals were raised. */
export async function proposeAllDisclosures(database: Database, clock: Clock): Promise<number> {
  let raised = 0
  for (;;) {
    const piece = await database.transaction((tx) => proposeDisclosures(tx, clock.today(), clock.now()))
    if (piece.considered === 0) return raised
    raised += piece.raised
  }
}

/** What everybody reads of the applications of each year, counted anew. Returns how many years. */
export const countApplicationYears = (database: Database, clock: Clock): Promise<number> =>
  database.transaction((tx) => showFigures(tx, clock.today(), clock.now()))

/** Everything whose applicant must be shown something new. */
export async function showAllApplicants(database: Database): Promise<number> {
  let shown = 0
  for (;;) {
    const some = await database.transaction(async (tx) => (await showApplicants(tx)) + (await showRecords(tx)))
    if (some === 0) return shown
    shown += some
  }
}

/** `progress`: the public page for number and query code. */
export async function tellAllApplicants(database: Database, clock: Clock, seal: Seal, progress: string | undefined): Promise<number> {
  let told = 0
  for (;;) {
    const some = await database.transaction((tx) => tellApplicants(tx, seal, progress, clock.now()))
    if (some === 0) return told
    told += some
  }
}

/** Told at each start of the worker, so that the portal seals for the key that is in use. */
export const tellSealingKey = (database: Database, box: LetterBox): Promise<void> => database.transaction((tx) => saveSealingKey(tx, box.publicKey))
