// One month as a table of weeks; what a day means is told by its cell, in words as well as by colour.
import type { ReactNode } from 'react'
import { addDays, day, dayOf, type Day } from '../../src/kernel/day.ts'

export interface DayCell {
  readonly tone: 'plain' | 'rest' | 'worked' | 'counted' | 'off' | 'due' | 'start'
  /** A few letters under the number. */
  readonly mark?: string
  /** Read out and shown on pointing. */
  readonly title?: string
}

export const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

/** 0 for Monday. */
const placeInWeek = (of: Day): number => (new Date(`${of}T00:00:00Z`).getUTCDay() + 6) % 7

/** The weeks of a month from Monday on; null where a day is of another month. */
export function weeksOf(year: number, month: number): (Day | null)[][] {
  const first = day(`${year}-${String(month).padStart(2, '0')}-01`)
  const days = Array.from({ length: 31 }, (_, index) => dayOf(year, month, index + 1)).filter((one) => one !== undefined)
  const cells: (Day | null)[] = [...Array.from({ length: placeInWeek(first) }, () => null), ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** Every month from the one of `from` to the one of `to`, as `[year, month]`. */
export function monthsBetween(from: Day, to: Day): (readonly [number, number])[] {
  const months: (readonly [number, number])[] = []
  for (let at = day(`${from.slice(0, 7)}-01`); at <= to; at = addDays(day(`${at.slice(0, 7)}-28`), 4).replace(/\d\d$/, '01') as Day) {
    months.push([Number(at.slice(0, 4)), Number(at.slice(5, 7))])
  }
  return months
}

function MonthGrid(props: { readonly year: number; readonly month: number; readonly cellOf: (of: Day) => DayCell }): ReactNode {
  return (
    <table className="gk-month">
      <caption>
        {props.year}年{props.month}月
      </caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(props.year, props.month).map((week, at) => (
          <tr key={at}>
            {week.map((of, place) => {
              if (of === null) return <td key={place}>{'\u00a0'}</td>
              const { tone, mark, title } = props.cellOf(of)
              return (
                <td key={place} className={`gk-day gk-day-${tone}`} {...(title ? { title: `${of} ${title}` } : {})}>
                  <span>{Number(of.slice(8))}</span>
                  {mark && <small>{mark}</small>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Several months beside one another. */
export function MonthGrids(props: {
  readonly label: string
  readonly months: readonly (readonly [number, number])[]
  readonly cellOf: (of: Day) => DayCell
}): ReactNode {
  return (
    <section className="gk-months" aria-label={props.label}>
      {props.months.map(([year, month]) => (
        <MonthGrid key={`${year}-${month}`} year={year} month={month} cellOf={props.cellOf} />
      ))}
    </section>
  )
}
