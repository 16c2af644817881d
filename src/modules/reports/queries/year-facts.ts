// What does the system know of a year, for each of many reports at once?
import { day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { sheetFiguresOfUnits } from '../../channels/index.ts'
import { interpretationsOfUnits, normativeDocumentsOfUnits } from '../../publication/index.ts'
import { requestSheetOfUnits, yearOfUnits } from '../../requests/index.ts'
import type { Form } from '../law/forms/shape.ts'
import { sumOfYears, type YearFacts } from '../rules/year-facts.ts'

type SheetOfUnit = (unitId: string) => YearFacts['sheet']

async function sheetsOfUnits(tx: Tx, unitIds: readonly string[], year: number): Promise<SheetOfUnit> {
  const channels = await sheetFiguresOfUnits(tx, unitIds, { from: day(`${year}-01-01`), until: day(`${year}-12-31`) })
  const requests = await requestSheetOfUnits(tx, unitIds, year)
  const interpretations = await interpretationsOfUnits(tx, unitIds, year)
  return (unitId) => {
    const [shown, asked] = [channels.get(unitId), requests.get(unitId)]
    return shown && asked ? { channels: shown, requests: asked, interpretations: interpretations.get(unitId) ?? 0 } : null
  }
}

/** Of each report the facts of all units that it counts. A handful of queries, however many units there are. */
export async function factsOfReports(
  tx: Tx,
  reports: readonly { readonly id: string; readonly countsUnits: readonly string[] }[],
  { form, year }: { form: Form; year: number },
): Promise<ReadonlyMap<string, YearFacts>> {
  const unitIds = [...new Set(reports.flatMap(({ countsUnits }) => countsUnits))]
  const requests = await yearOfUnits(tx, unitIds, year)
  const documents = await normativeDocumentsOfUnits(tx, unitIds, year)
  const sheet: SheetOfUnit = form.generation === 'A' ? await sheetsOfUnits(tx, unitIds, year) : () => null
  return new Map(
    reports.flatMap(({ id, countsUnits }): [string, YearFacts][] => {
      const facts = sumOfYears(
        countsUnits.flatMap((unitId) => {
          const [asked, made] = [requests.get(unitId), documents.get(unitId)]
          return asked && made ? [{ requests: asked, documents: made, sheet: sheet(unitId) }] : []
        }),
      )
      return facts ? [[id, facts]] : []
    }),
  )
}
