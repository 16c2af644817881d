// Answers for the figures of a period.
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { granted } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { applicantKinds } from '../law/applicants.ts'
import { channels } from '../law/channels.ts'
import { figureSplits, requestFigureNames, requestFigures, type FigureSplit } from '../law/figures.ts'
import { outcomes } from '../law/outcomes.ts'
import { requestFigureRows, unitNames } from '../queries/figures.ts'
import { meanDays, shareInTime, sumOf, type Counted } from '../rules/figures.ts'
import { exportRequestFigures, getRequestFigures, type RequestFigureCounts, type RequestFigures } from './figures-contract.ts'

interface Asked {
  readonly from: Day
  readonly until: Day
  readonly by: FigureSplit
  readonly unitId?: string | undefined
}

type Titles = ReadonlyMap<string, string>

const titlesIn = (table: Readonly<Record<string, { readonly title: string }>>): Titles => new Map(Object.entries(table).map(([key, { title }]) => [key, title]))

/** What a row may be of, in the order in which rows stand; months stand in their own. */
async function titlesOf(tx: Tx, by: FigureSplit, keys: readonly string[]): Promise<Titles> {
  switch (by) {
    case 'unit':
      return new Map((await unitNames(tx, keys)).map(({ id, name }) => [id, name]))
    case 'kind':
      return titlesIn(applicantKinds)
    case 'channel':
      return titlesIn(channels)
    case 'outcome':
      return new Map([...titlesIn(outcomes), ['', '尚未办结']])
    case 'month':
      return new Map()
  }
}

const told = ({ days, ...counts }: Counted): RequestFigureCounts => ({
  ...counts,
  meanDays: meanDays({ days, concluded: counts.concluded }),
  shareInTime: shareInTime(counts),
})

async function figuresOf(tx: Tx, reach: Reach, asked: Asked, today: Day): Promise<RequestFigures> {
  const counted = await requestFigureRows(tx, reach, asked)
  const titles = await titlesOf(
    tx,
    asked.by,
    counted.map(({ key }) => key),
  )
  const places = new Map([...titles.keys()].map((key, at) => [key, at]))
  const place = (key: string): number => places.get(key) ?? titles.size
  const rows = counted
    .map(({ key, ...row }) => ({ key, title: titles.get(key) ?? key, ...told(row) }))
    .toSorted((a, b) => place(a.key) - place(b.key) || (a.key < b.key ? -1 : 1))
  return { asOf: today, total: told(sumOf(counted)), rows }
}

const cells = (title: string, counted: RequestFigureCounts): (string | number | null)[] => [
  title,
  ...requestFigureNames.map((name) => counted[name]),
  counted.shareInTime,
  counted.meanDays,
  counted.mostLate,
]

export const requestFigureRoutes: readonly OfficeRoute[] = [
  answer(getRequestFigures, async ({ tx, query, reach, clock }) => granted(await figuresOf(tx, reach, query, clock.today()))),

  answer(exportRequestFigures, async ({ tx, query, reach, clock }) => {
    const { rows, total } = await figuresOf(tx, reach, query, clock.today())
    const headings = [
      figureSplits[query.by],
      ...requestFigureNames.map((name) => requestFigures[name].title),
      '按期率（%）',
      '平均用时（自然日）',
      '最长逾期（自然日）',
    ]
    return granted(csvFile('申请办理数量和时效', headings, [...rows.map((row) => cells(row.title, row)), cells('合计', total)]))
  }),
]
