// 期限日历: one month of days due within reach, each opening to its applications; a list by day on a narrow screen.
import { Alert, Button, Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { chineseDay, type Day } from '../../../src/kernel/day.ts'
import { getRequestCalendar, type RequestDue } from '../../../src/modules/requests/http/desk-contract.ts'
import { dueKindNames, dueKinds } from '../../../src/modules/requests/law/due-kinds.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { UnitFilter } from '../../ui/filters.tsx'
import { useListState } from '../../ui/list-state.ts'
import { weekdays, weeksOf } from '../../ui/MonthGrid.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

function monthBeside(month: string, by: 1 | -1): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

const countsOf = (dues: readonly RequestDue[]): string[] =>
  dueKindNames.flatMap((kind) => {
    const count = dues.filter((one) => one.kind === kind).length
    return count === 0 ? [] : [`${dueKinds[kind].title} ${count}`]
  })

function DueList(props: { readonly on: Day | null; readonly dues: readonly RequestDue[]; readonly onClose: () => void }): ReactNode {
  return (
    <Drawer open={props.on !== null} title={props.on && `${chineseDay(props.on)}到期`} width="min(520px, 100vw)" onClose={props.onClose}>
      <ul className="gk-due-list">
        {props.dues.map((due) => (
          <li key={`${due.id} ${due.kind}`}>
            <Link to={paths.request(due.id)}>{due.subject}</Link>
            <span className="gk-cell-sub">
              {dueKinds[due.kind].title}
              {due.stage && `（${due.stage}）`} · {dueKinds[due.kind].whose}
              {due.over && <strong className="gk-late"> 已过期</strong>}
              {due.provisional && '（暂定）'}
            </span>
            <span className="gk-cell-sub">
              <span className="gk-figure">{due.number}</span> · {[due.unitName, due.handlerName].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

export function RequestCalendarPage(): ReactNode {
  const state = useListState({ sort: '' })
  const [open, setOpen] = useState<Day | null>(null)
  const [asked, unitId] = [state.value('month'), state.value('unitId')]
  const known = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked)
  const answer = useAnswer(getRequestCalendar, { query: { ...(known ? { month: asked } : {}), ...(unitId ? { unitId } : {}) } }, { keep: true })
  const sheet = answer.data
  const byDay = Map.groupBy(sheet?.dues ?? [], ({ on }) => on)
  const rests = new Map(sheet?.rests.map(({ on, holiday }) => [on, holiday]))
  const cell = (of: Day): ReactNode => {
    const dues = byDay.get(of) ?? []
    const holiday = rests.get(of)
    const late = dues.some(({ over }) => over)
    const head = (
      <span className="gk-due-day">
        <span className="gk-figure">{Number(of.slice(8))}</span>
        <span className="gk-due-narrow">日</span>
        {holiday && <small>{holiday}</small>}
        {of === sheet?.today && <small className="gk-due-today">今天</small>}
      </span>
    )
    if (dues.length === 0) return head
    return (
      <button
        type="button"
        className="gk-due-open"
        aria-label={`${chineseDay(of)}：${countsOf(dues).join('，')}${late ? '，有已过期的' : ''}`}
        onClick={() => setOpen(of)}
      >
        {head}
        {countsOf(dues).map((words) => (
          <span key={words} className="gk-due-count">
            {words}
          </span>
        ))}
        {late && <strong className="gk-late">有已过期的</strong>}
      </button>
    )
  }
  return (
    <>
      <PageHead
        title="期限日历"
        crumbs={[{ title: '依申请公开', path: paths.requests }, { title: '期限日历' }]}
        note="在办申请的答复期限、内部期限，以及等待补正、说明理由、缴费和意见的最后日期。点开日期，看是哪几件。"
      />
      <div className="gk-surface">
        <div className="gk-filters">
          <UnitFilter state={state} placeholder="受理单位" />
          {sheet && (
            <>
              <Button onClick={() => state.set({ month: monthBeside(sheet.month, -1) })}>上个月</Button>
              <strong className="gk-due-month">{monthText(sheet.month)}</strong>
              <Button onClick={() => state.set({ month: monthBeside(sheet.month, 1) })}>下个月</Button>
              <Button disabled={sheet.month === sheet.today.slice(0, 7)} onClick={() => state.set({ month: undefined })}>
                本月
              </Button>
            </>
          )}
        </div>
        <ErrorNote error={answer.error} />
        {!sheet && !answer.error && <Waiting />}
        {sheet?.more && <Alert type="warning" showIcon title="这个月到期的申请太多，没有全部列出。请选择一个单位再看。" />}
        {sheet && sheet.dues.length === 0 && (
          <EmptyNote what={`${monthText(sheet.month)}没有到期的申请。`} how="在办的申请有了答复期限，或者在等待对方，就会出现在到期的那一天。" />
        )}
        {sheet && (
          <table className="gk-due" aria-label={`${monthText(sheet.month)}到期的申请`}>
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
              {weeksOf(Number(sheet.month.slice(0, 4)), Number(sheet.month.slice(5))).map((week, at) => (
                <tr key={at}>
                  {week.map((of, place) =>
                    of === null ? (
                      <td key={place} className="gk-due-empty">
                        {'\u00a0'}
                      </td>
                    ) : (
                      <td key={place} className={`${byDay.has(of) ? '' : 'gk-due-empty'} ${rests.has(of) ? 'gk-due-rest' : ''}`}>
                        {cell(of)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <DueList on={open} dues={(open && byDay.get(open)) || []} onClose={() => setOpen(null)} />
    </>
  )
}
