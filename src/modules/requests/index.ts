// What main and other modules may ask of applications for disclosure.
export { registerApplication, type NewRequest } from './actions/register-application.ts'
export { takeStep, type StepRequest } from './actions/take-step.ts'
export { enterRemedy, type NewRemedyRequest } from './actions/enter-remedy.ts'
export { takeRemedyStep, type RemedyStepRequest } from './actions/take-remedy-step.ts'
export { requestTerms } from './actions/recount.ts'
export { remedyTerms } from './actions/recount-remedies.ts'
export { setLegalityReview } from './actions/set-legality-review.ts'
export { takeApplicantStep } from './actions/take-applicant-step.ts'
export { takeOnlineApplication, type Keys } from './actions/take-online-application.ts'
export { acceptProposal, type Acceptance } from './actions/accept-proposal.ts'
export { declineProposal } from './actions/decline-proposal.ts'
export { suggestDisclosure } from './actions/propose.ts'
export {
  alarmUnconfirmedRequests,
  deleteOldIdentities,
  countApplicationYears,
  proposeAllDisclosures,
  remindOfRequests,
  showAllApplicants,
  tellAllApplicants,
  tellSealingKey,
} from './jobs.ts'
export { registerRecord, type NewRecord } from './actions/enter-record.ts'
export { takeRecordStep, type RecordStepRequest } from './actions/take-record-step.ts'
export { takeOnlineRecord } from './actions/take-online-record.ts'
export { applicantStepKind, applicationKind, letterPurpose, recordCorrectionKind } from './law/inbox-kinds.ts'
export { requestsSealed } from './rules/sealed.ts'
export { yearOfUnits, type YearOfUnit } from './queries/yearly.ts'
export { requestMetricCounts } from './queries/metric-counts.ts'
export { foldTally, wrongTallies } from './store/tally.ts'
export { requestDeskRoutes } from './http/desk.ts'
export { requestFigureRoutes } from './http/figures.ts'
export { requestFileRoutes } from './http/files.ts'
export { letterRoutes } from './http/letters.ts'
export { remedyRoutes } from './http/remedies.ts'
export { requestMailRoutes } from './http/mail.ts'
export { requestRoutes } from './http/office.ts'
export { internalRequestRoutes } from './http/internal.ts'
export { legalityRoutes } from './http/legality.ts'
export { recordRoutes } from './http/records.ts'
export { manyRequestRoutes } from './http/many.ts'
export { relatedRequestRoutes } from './http/related.ts'
export { proposalRoutes } from './http/proposals.ts'
export { similarRequestRoutes } from './http/similar.ts'
export { requestsSentences } from './sentences.ts'
export { requestSheetOfUnits, type SheetFigures as RequestSheetFigures } from './queries/sheet-figures.ts'
