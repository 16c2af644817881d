// Every route of the catalogue.
import type { OfficeRoute } from '../../../platform/http/routes.ts'
import { dutyRoutes } from './office-duties.ts'
import { entryRoutes } from './office-entries.ts'
import { heartbeatRoutes } from './office-heartbeat.ts'

export const catalogueRoutes: readonly OfficeRoute[] = [...entryRoutes, ...dutyRoutes, ...heartbeatRoutes]
