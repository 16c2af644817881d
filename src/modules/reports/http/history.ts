// Answers for years before Gongkai.
import { z } from 'zod'
import { granted, refused } from '../../../kernel/ruling.ts'
import type { Reach } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may } from '../../access/index.ts'
import { takeOver } from '../actions/take-over.ts'
import type { ReportScope } from '../law/states.ts'
import { reportSteps } from '../law/steps.ts'
import { fileTakenOver, figuresOfYears, unitInReach, yearsOfUnits, type FiguresOfYear } from '../queries/history.ts'
import { yearsTable } from '../rules/years-table.ts'
import * as contracts from './history-contract.ts'

// One thread with bounds of time and memory, started by the first file; an idle one keeps no process alive.
const reader = openReader()

/** At least this many years are shown, so that what is missing is seen. */
const shownYears = 8

const correctionsShape = z.array(z.object({ key: z.string().max(60), written: z.string().max(40), reason: z.string().max(500) })).max(300)

function correctionsIn(text: string): z.infer<typeof correctionsShape> | undefined {
  try {
    return correctionsShape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

async function yearsOf(tx: Tx, reach: Reach, unitId: string, scope: ReportScope): Promise<{ unitName: string; years: readonly FiguresOfYear[] } | undefined> {
  const unitName = await unitInReach(tx, reach, unitId)
  return unitName === undefined ? undefined : { unitName, years: await figuresOfYears(tx, unitId, scope) }
}

export const reportHistoryRoutes: readonly OfficeRoute[] = [
  answer(contracts.listReportYears, async ({ tx, reach, query, actor, clock }) => {
    const { rows, total } = await yearsOfUnits(tx, reach, query)
    const last = Number(clock.today().slice(0, 4)) - 1
    const first = Math.min(last - shownYears + 1, ...rows.flatMap(({ years }) => years.map(({ year }) => year)))
    const takes = (unitId: string): boolean => may(actor, reportSteps['take-over'].action, { unitId }).ok
    return granted({
      total,
      years: Array.from({ length: last - first + 1 }, (_, at) => last - at),
      rows: rows.map((row) => ({ ...row, years: [...row.years], mayTakeOver: takes(row.unitId) })),
    })
  }),

  answer(contracts.getReportYears, async ({ tx, reach, params, query }) => {
    const found = await yearsOf(tx, reach, params.unitId, query.scope)
    if (!found) return refused('not-found')
    return granted({
      unitName: found.unitName,
      years: found.years.map(({ year, origin, generation, reportId, file, corrected }) => ({
        year,
        origin,
        generation,
        reportId,
        file: file && { ...file, at: new Date(file.at).toISOString() },
        corrected: [...corrected],
      })),
      rows: yearsTable(found.years).map((row) => ({ ...row, figures: [...row.figures] })),
    })
  }),

  answer(contracts.exportReportYears, async ({ tx, reach, params, query }) => {
    const found = await yearsOf(tx, reach, params.unitId, query.scope)
    if (!found) return refused('not-found')
    const headings = ['表', '项目', '编号', ...found.years.map(({ year }) => `${year}年`)]
    return granted(
      csvFile(
        `${found.unitName}历年年度报告数据`,
        headings,
        yearsTable(found.years).map(({ table, label, key, figures }) => [table, label, key, ...figures]),
      ),
    )
  }),

  answer(contracts.getTakenOverFile, async ({ tx, reach, params, fileStore }) => {
    const file = await fileTakenOver(tx, reach, params.reportId)
    return file ? granted({ mediaType: file.mediaType, name: file.name, body: fileStore.stream(file.sha256) }) : refused('not-found')
  }),

  answer(contracts.postTakenOver, async ({ tx, actor, clock, body, files, fileStore, audit }) => {
    const [file] = files
    if (!file || files.length > 1) return refused('one-report')
    const corrections = correctionsIn(body.corrections)
    if (!corrections) return refused('corrections-malformed')
    const by = { actor, at: clock.now(), today: clock.today() }
    const { unitId, year, scope, replaceReason } = body
    const taken = await takeOver(tx, by, { unitId, year, scope, replaceReason, corrections, file }, { reader, store: fileStore })
    if (taken.ok) audit({ objectKind: 'report', objectId: taken.value.reportId, unitId, detail: { year, scope, corrections: corrections.length } })
    return taken
  }),
]
