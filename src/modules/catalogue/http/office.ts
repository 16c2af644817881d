// Every route of the catalogue.
import type { OfficeRoute } from '../../../platform/http/routes.ts'
import { entryRoutes } from './office-entries.ts'

export const catalogueRoutes: readonly OfficeRoute[] = [...entryRoutes]
