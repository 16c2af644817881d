// Shows the public the guarded figures of applications, year by year, in place of those that were counted before.
import type { YearOfApplications } from '../../../law/application-figures.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { saveApplicationFigures } from '../store/application-figures.ts'

export const putApplicationFigures = (tx: Tx, years: readonly YearOfApplications[], at: Date): Promise<void> => saveApplicationFigures(tx, years, at)
