// All office routes of the module, in one list.
import type { OfficeRoute } from '../../../platform/http/routes.ts'
import { basisRoutes } from './basis-office.ts'
import { gateFindingRoutes } from './gate-office.ts'
import { editionRoutes } from './office-editions.ts'
import { fileRoutes } from './office-files.ts'
import { importBatchRoutes } from './import-batch-office.ts'
import { importFileRoutes } from './import-office.ts'
import { internalRoutes } from './internal-office.ts'
import { paperRoutes } from './paper-office.ts'
import { relationRoutes } from './relations-office.ts'
import { reviewRoutes } from './office-review.ts'
import { summaryRoutes } from './summary-office.ts'
import { taskRoutes } from './office-tasks.ts'

export const disclosureRoutes: readonly OfficeRoute[] = [
  ...editionRoutes,
  ...gateFindingRoutes,
  ...reviewRoutes,
  ...fileRoutes,
  ...taskRoutes,
  ...importFileRoutes,
  ...importBatchRoutes,
  ...basisRoutes,
  ...relationRoutes,
  ...internalRoutes,
  ...paperRoutes,
  ...summaryRoutes,
]
