// Every file that is drawn from the tables: compared by the check, rewritten by `npm run generate`.
import { disclosureSteps } from './disclosure-steps.ts'
import { gateQualityFiles } from './gate-quality-files.ts'
import { glossary, permissionTable } from './glossary.ts'
import { gateQuality } from './gate-quality.ts'
import { lawIndex } from './law-index.ts'
import { metricsTable } from './metrics.ts'
import { modulesDrawing } from './modules.ts'
import { reportQuality } from './report-quality.ts'
import { requestsSteps } from './requests-steps.ts'
import { schemaListing } from './schema.ts'
import { termsTable } from './terms.ts'

export interface GeneratedFile {
  /** Below the root of the project. */
  readonly path: string
  readonly text: string
}

export async function generated(): Promise<readonly GeneratedFile[]> {
  return [
    modulesDrawing(),
    lawIndex(),
    schemaListing(),
    glossary(),
    permissionTable(),
    disclosureSteps(),
    requestsSteps(),
    termsTable(),
    metricsTable(),
    gateQuality(),
    await gateQualityFiles(),
    await reportQuality(),
  ]
}
