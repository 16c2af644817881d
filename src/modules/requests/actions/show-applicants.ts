// Makes what applicants see of their applications anew, for each that changed.
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { stepsOfMany } from '../queries/application.ts'
import { applicationsToShow } from '../queries/citizen.ts'
import { filesToServe } from '../queries/files.ts'
import { servedLettersOf } from '../queries/letters.ts'
import { applicantView } from '../rules/applicant-view.ts'
import { viewKey } from '../rules/query-code.ts'
import { saveViews, takeToShow } from '../store/citizen.ts'

const atOnce = 100

/** Some of those that wait; returns how many. */
export async function showApplicants(tx: Tx): Promise<number> {
  const ids = await takeToShow(tx, atOnce)
  if (ids.length === 0) return 0
  const [calendar, steps, applications] = [await currentCalendar(tx), await stepsOfMany(tx, ids), await applicationsToShow(tx, ids)]
  const files = await filesToServe(tx, ids)
  const letters = await servedLettersOf(tx, ids)
  await saveViews(
    tx,
    applications.map((one) => ({
      applicationId: one.id,
      key: viewKey(one.number, one.queryCodeHash),
      body: applicantView(one, steps.get(one.id) ?? [], calendar, files.get(one.id), letters.get(one.id)),
    })),
  )
  return ids.length
}
