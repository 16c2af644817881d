// A year as a notice arranges it, twelve months at a glance: holidays, worked weekends, plain weekends.
import type { ReactNode } from 'react'
import { addDays, daysBetween, isDay, type Day } from '../../src/kernel/day.ts'
import type { YearEntryBody } from '../../src/modules/calendar/http/contract.ts'
import { MonthGrids, type DayCell } from './MonthGrid.tsx'

const isWeekend = (of: Day): boolean => [0, 6].includes(new Date(`${of}T00:00:00Z`).getUTCDay())

function cellsOf({ off, worked }: Pick<YearEntryBody, 'off' | 'worked'>): (of: Day) => DayCell {
  const cells = new Map<string, DayCell>()
  for (const { name, from, to } of off) {
    if (!isDay(from) || !isDay(to) || daysBetween(from, to) > 31) continue
    for (let at = from; at <= to; at = addDays(at, 1)) cells.set(at, { tone: 'off', mark: name.slice(0, 2), title: `${name}放假` })
  }
  for (const one of worked) cells.set(one, { tone: 'worked', mark: '上班', title: '调休上班' })
  return (of) => cells.get(of) ?? (isWeekend(of) ? { tone: 'rest', title: '周末' } : { tone: 'plain' })
}

export function YearCalendar(props: { readonly entry: YearEntryBody }): ReactNode {
  const { year, off, worked } = props.entry
  const reachesBack = [...off.map(({ from }) => from), ...worked].some((one) => one.startsWith(`${year - 1}-`))
  const months = Array.from({ length: 12 }, (_, index): readonly [number, number] => [year, index + 1])
  return (
    <>
      <p className="gk-legend">
        <span className="gk-day-off">放假</span>
        <span className="gk-day-worked">调休上班</span>
        <span className="gk-day-rest">周末</span>
      </p>
      <MonthGrids label={`${year}年月历`} months={reachesBack ? [[year - 1, 12], ...months] : months} cellOf={cellsOf(props.entry)} />
    </>
  )
}
