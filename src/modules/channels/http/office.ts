// All office routes of the module, in one list.
import type { OfficeRoute } from '../../../platform/http/routes.ts'
import { archiveRoutes } from './office-archive.ts'
import { bulletinRoutes } from './office-bulletins.ts'
import { deliveryRoutes } from './office-deliveries.ts'
import { figureRoutes } from './office-figures.ts'
import { formRoutes } from './office-forms.ts'
import { ledgerRoutes } from './office-ledger.ts'

export const channelRoutes: readonly OfficeRoute[] = [...ledgerRoutes, ...figureRoutes, ...formRoutes, ...archiveRoutes, ...bulletinRoutes, ...deliveryRoutes]
