// A due day with what stands behind it: every calendar day on the way, whether it counted and why, and the article.
import { Button, Drawer, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { getDueDay, type LedgerAnswer } from '../../src/modules/calendar/http/contract.ts'
import { isDay, type Day } from '../../src/kernel/day.ts'
import type { AskOf } from '../api/client.ts'
import { useAnswer } from '../api/hooks.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { MonthGrids, monthsBetween, type DayCell } from './MonthGrid.tsx'
import { Facts } from './SheetPage.tsx'
import { Waiting } from './Waiting.tsx'

type LedgerAsk = NonNullable<AskOf<typeof getDueDay>['query']>

const weekdayOf = (of: string): string => `周${'日一二三四五六'[new Date(`${of}T00:00:00Z`).getUTCDay()]}`

/** Days with the number that each has in the count. */
function numbered(days: LedgerAnswer['days']): readonly (LedgerAnswer['days'][number] & { readonly number: number | undefined })[] {
  let counted = 0
  return days.map((one) => ({ ...one, number: one.counted ? (counted += 1) : undefined }))
}

function cellsOf({ from, due, days }: LedgerAnswer): (of: Day) => DayCell {
  const cells = new Map(
    numbered(days).map(({ day, number, why }): [string, DayCell] => [
      day,
      {
        tone: day === due ? 'due' : number === undefined ? 'rest' : 'counted',
        mark: day === due ? '到期' : number === undefined ? shortOf(why) : String(number),
        title: number === undefined ? `不计：${why}` : `第${number}日：${why}`,
      },
    ]),
  )
  return (of) => cells.get(of) ?? (of === from ? { tone: 'start', mark: '起算', title: '起算的事件发生之日，不计入' } : { tone: 'plain' })
}

const shortOf = (why: string): string => (why.endsWith('放假') ? why.slice(0, 2) : why.startsWith('中止') ? '中止' : why.startsWith('重新') ? '重算' : '')

/** `begins` says where the count begins, where it is not the day after an event. */
export function LedgerView(props: { readonly ledger: LedgerAnswer; readonly begins?: string }): ReactNode {
  const { ledger } = props
  const { from, due, days } = ledger
  const last = days.at(-1)?.day ?? due
  return (
    <>
      <Facts
        narrow
        rows={[
          ['期限', ledger.title],
          ['到期日', <strong key="due">{`${due} ${weekdayOf(due)}`}</strong>],
          ['起算', props.begins ?? `${from}（${ledger.startsOn}），当日不计`],
          ['依据', ledger.basis],
          ['计入', `${days.filter((one) => one.counted).length} 日`],
        ]}
      />
      {ledger.provisional && <p className="gk-soon gk-follows">暂定：期限跨入放假安排尚未录入的年份，录入后可能变化。</p>}
      {isDay(from) && isDay(last) && <MonthGrids label="逐日明细月历" months={monthsBetween(from, last)} cellOf={cellsOf(ledger)} />}
      <details className="gk-ledger-list">
        <summary>逐日列表</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">是否计入</th>
              <th scope="col">理由</th>
            </tr>
          </thead>
          <tbody>
            {numbered(days).map(({ day, number, why }) => (
              <tr key={day}>
                <td className="gk-figure">
                  {day} {weekdayOf(day)}
                </td>
                <td>{number === undefined ? <span className="gk-muted">不计</span> : `第${number}日`}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

function Asked(props: { readonly ask: LedgerAsk; readonly due: string }): ReactNode {
  const answer = useAnswer(getDueDay, { query: props.ask })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  return (
    <>
      {answer.data.due !== props.due && <p className="gk-soon gk-follows">此处的到期日是 {props.due}；按现在的放假安排算为下列日期，稍后会自动更新。</p>}
      <LedgerView ledger={answer.data} />
    </>
  )
}

/** A due day whose ledger is known already: the same button, nothing is asked. */
export function KnownLedger(props: {
  readonly due: string
  readonly provisional?: boolean
  readonly late?: boolean
  readonly label?: string
  readonly children: ReactNode
}): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="link" className="gk-cell-link gk-figure" onClick={() => setOpen(true)} title="查看逐日明细">
        <span className={props.late ? 'gk-bad' : ''}>{props.label ?? props.due}</span>
      </Button>
      {props.provisional && <Tag className="gk-provisional">暂定</Tag>}
      <Drawer open={open} onClose={() => setOpen(false)} title="期限逐日明细" size={560} destroyOnHidden>
        {open && props.children}
      </Drawer>
    </>
  )
}

/** The due day as a button that opens its ledger. `ask` names the term, or `count` and `unit` where an entry sets its own. */
export function DayLedger(props: {
  readonly due: string
  readonly ask: LedgerAsk
  readonly provisional?: boolean
  readonly late?: boolean
  readonly label?: string
}): ReactNode {
  const { ask, ...shown } = props
  return (
    <KnownLedger {...shown}>
      <Asked ask={ask} due={props.due} />
    </KnownLedger>
  )
}
