// What follows from what a citizen sent through the slot of the portal: one list, kind by kind.
import type { Day } from '../kernel/day.ts'
import type { Ruling } from '../kernel/ruling.ts'
import { surveyAnswerKind, takeSurveyAnswer } from '../modules/followup/index.ts'
import { errorReportKind, takeErrorReport } from '../modules/interaction/index.ts'
import {
  applicantStepKind,
  applicationKind,
  recordCorrectionKind,
  takeApplicantStep,
  takeOnlineApplication,
  takeOnlineRecord,
  type Keys,
} from '../modules/requests/index.ts'
import type { Tx } from '../platform/database/database.ts'

export interface InboxRow {
  readonly id: string
  readonly kind: string
  readonly body: unknown
  readonly receivedAt: Date
}

/** Carries one row into its module; a row that is refused, or whose reaction throws, is put aside. */
export type Reaction = (tx: Tx, row: InboxRow, now: { readonly at: Date; readonly today: Day }) => Promise<Ruling<unknown>>

/** `keys` open what was sealed on the public side. */
export const reactionsWith = (keys: Keys): Readonly<Record<string, Reaction>> => ({
  [errorReportKind]: takeErrorReport,
  [surveyAnswerKind]: takeSurveyAnswer,
  [applicationKind]: (tx, row, now) => takeOnlineApplication(tx, keys, row, now),
  [recordCorrectionKind]: (tx, row, now) => takeOnlineRecord(tx, keys, row, now),
  [applicantStepKind]: (tx, row, now) => takeApplicantStep(tx, keys, row, now),
})
