// Every office route of this module.
import type { OfficeRoute } from '../../../platform/http/routes.ts'
import { groupRoutes } from './office-groups.ts'
import { peopleRoutes } from './office-people.ts'
import { unitRoutes } from './office-units.ts'

export const organizationRoutes: readonly OfficeRoute[] = [...unitRoutes, ...peopleRoutes, ...groupRoutes]
