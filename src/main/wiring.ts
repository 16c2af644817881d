// Joins the modules: every route of the office and every sentence of a refusal, as lists that can be read on one screen.
import { accessRoutes, accessSentences } from '../modules/access/index.ts'
import { calendarRoutes, calendarSentences, type TermKeeper } from '../modules/calendar/index.ts'
import { catalogueRoutes, catalogueSentences, dutyTerms } from '../modules/catalogue/index.ts'
import { channelRoutes, channelsSentences } from '../modules/channels/index.ts'
import { gateFileRoutes, gateRoutes, gateSentences } from '../modules/gate/index.ts'
import { discloseFiled, disclosureRoutes, disclosureSentences, interpretationTerms, reviewTerms } from '../modules/disclosure/index.ts'
import { followupRoutes, followupSentences } from '../modules/followup/index.ts'
import { guideRoutes, guideSentences } from '../modules/guide/index.ts'
import { interactionRoutes, interactionSentences } from '../modules/interaction/index.ts'
import { noticesRoutes, noticesSentences, outgoingRoutes } from '../modules/notices/index.ts'
import { organizationRoutes, organizationSentences } from '../modules/organization/index.ts'
import { publicationRoutes, publicationSentences } from '../modules/publication/index.ts'
import {
  internalRequestRoutes,
  requestDeskRoutes,
  legalityRoutes,
  recordRoutes,
  letterRoutes,
  manyRequestRoutes,
  requestFigureRoutes,
  requestFileRoutes,
  requestMailRoutes,
  relatedRequestRoutes,
  requestRoutes,
  requestsSentences,
  requestTerms,
  proposalRoutes,
  similarRequestRoutes,
  remedyRoutes,
  remedyTerms,
} from '../modules/requests/index.ts'
import {
  metricRoutes,
  reportHistoryRoutes,
  reportOutputRoutes,
  reportRoutes,
  reportSheetRoutes,
  reportsSentences,
  reportTextRoutes,
  roundRoutes,
} from '../modules/reports/index.ts'
import type { OfficeRoute, Sentences } from '../platform/http/routes.ts'

/** Every module that stores due days: a new holiday notice reaches their open terms through these. */
export const termKeepers: readonly TermKeeper[] = [dutyTerms, reviewTerms, interpretationTerms, requestTerms, remedyTerms]

export const officeRoutes: readonly OfficeRoute[] = [
  ...accessRoutes,
  ...organizationRoutes,
  ...publicationRoutes,
  ...catalogueRoutes({ beginDisclosure: discloseFiled }),
  ...calendarRoutes(termKeepers),
  ...gateRoutes,
  ...gateFileRoutes,
  ...disclosureRoutes,
  ...channelRoutes,
  ...followupRoutes,
  ...requestRoutes,
  ...requestFigureRoutes,
  ...requestMailRoutes,
  ...letterRoutes,
  ...proposalRoutes,
  ...similarRequestRoutes,
  ...manyRequestRoutes,
  ...internalRequestRoutes,
  ...requestDeskRoutes,
  ...legalityRoutes,
  ...recordRoutes,
  ...relatedRequestRoutes,
  ...requestFileRoutes,
  ...remedyRoutes,
  ...guideRoutes,
  ...interactionRoutes,
  ...reportRoutes,
  ...roundRoutes,
  ...reportSheetRoutes,
  ...metricRoutes,
  ...reportHistoryRoutes,
  ...reportOutputRoutes,
  ...reportTextRoutes,
  ...noticesRoutes,
  ...outgoingRoutes,
]

export const sentences: Sentences = {
  ...accessSentences,
  ...organizationSentences,
  ...publicationSentences,
  ...catalogueSentences,
  ...calendarSentences,
  ...gateSentences,
  ...disclosureSentences,
  ...channelsSentences,
  ...followupSentences,
  ...requestsSentences,
  ...guideSentences,
  ...interactionSentences,
  ...noticesSentences,
  ...reportsSentences,
}
