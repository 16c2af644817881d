// Every route of the catalogue.
import type { OfficeRoute } from '../../../platform/http/routes.ts'
import { dutyRoutes, type ExaminationParts } from './office-duties.ts'
import { entryRoutes } from './office-entries.ts'
import { heartbeatRoutes } from './office-heartbeat.ts'

export const catalogueRoutes = (parts: ExaminationParts): readonly OfficeRoute[] => [...entryRoutes, ...dutyRoutes(parts), ...heartbeatRoutes]
