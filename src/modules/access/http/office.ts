// The routes of this module.
import type { OfficeRoute } from '../../../platform/http/routes.ts'
import { accountRoutes } from './office-accounts.ts'
import { auditRoutes } from './office-audit.ts'
import { grantRoutes } from './office-grants.ts'
import { sessionRoutes } from './office-sessions.ts'

export const accessRoutes: readonly OfficeRoute[] = [...sessionRoutes, ...accountRoutes, ...grantRoutes, ...auditRoutes]
