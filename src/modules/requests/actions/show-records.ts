// Makes what people see of the corrections that they asked for anew, for each that changed.
import type { Tx } from '../../../platform/database/database.ts'
import { recordLettersOf, recordStepsOf, recordsToShow } from '../queries/record-corrections.ts'
import { viewKey } from '../rules/query-code.ts'
import { recordView } from '../rules/record-view.ts'
import { saveViews } from '../store/citizen.ts'
import { takeRecordsToShow } from '../store/record-corrections.ts'

const atOnce = 100

/** Some of those that wait; returns how many. */
export async function showRecords(tx: Tx): Promise<number> {
  const ids = await takeRecordsToShow(tx, atOnce)
  if (ids.length === 0) return 0
  const [steps, letters, records] = [await recordStepsOf(tx, ids), await recordLettersOf(tx, ids), await recordsToShow(tx, ids)]
  await saveViews(
    tx,
    records.map((one) => ({
      applicationId: one.id,
      key: viewKey(one.number, one.queryCodeHash),
      body: recordView(one, steps.get(one.id) ?? [], letters.get(one.id)),
    })),
  )
  return ids.length
}
