// One year: its months, the versions it had, and what was done.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { getCalendarYear } from '../../../src/modules/calendar/http/contract.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { YearCalendar } from '../../ui/YearCalendar.tsx'

const rangeText = (from: string, to: string): string => (from === to ? from : `${from} 至 ${to}`)

/** Each holiday once, with all its days: 2011 cut some in two. */
function holidaysOf(off: readonly { name: string; from: string; to: string }[]): (readonly [string, string])[] {
  const days = new Map<string, string[]>()
  for (const { name, from, to } of off) days.set(name, [...(days.get(name) ?? []), rangeText(from, to)])
  return [...days].map(([name, ranges]) => [name, ranges.join('、')] as const)
}

export function HolidayYearPage(): ReactNode {
  const year = Number(useParams()['year'])
  const navigate = useNavigate()
  const answer = useAnswer(getCalendarYear, { params: { year } })
  const [holds, ...earlier] = answer.data?.versions ?? []
  return (
    <>
      <PageHead
        title={`${year}年放假安排`}
        crumbs={[{ title: '节假日安排', path: paths.holidays }, { title: `${year}年` }]}
        main={
          answer.data?.mayManage && (
            <Button type="primary" onClick={() => void navigate(paths.holidayEntry(year))}>
              {holds ? '更正' : '录入'}
            </Button>
          )
        }
      />
      <ErrorNote error={answer.error} again={() => void answer.refetch()} />
      {!answer.data && !answer.error && <Waiting />}
      {answer.data && !holds && <EmptyNote what={`${year}年的放假安排还没有录入。`} how="跨入这一年的期限都是暂定的，通知公布后在这里录入。" />}
      {holds && (
        <>
          <Panel title="安排">
            <Facts
              rows={[
                ['通知', holds.entry.notice],
                ['来源', holds.source === 'shipped' ? '随程序提供' : `${holds.enteredByName}于${whenText(holds.enteredAt)}录入`],
                ...holidaysOf(holds.entry.off),
                ['调休上班', holds.entry.worked.join('、') || '无'],
              ]}
            />
          </Panel>
          <Panel title="月历">
            <YearCalendar entry={holds.entry} />
          </Panel>
          <Panel title="经过">
            {answer.data?.steps.length === 0 && <EmptyNote what="没有改动过。" how="录入或者更正后，时间、人员和受影响的期限数会记在这里。" />}
            <ul className="gk-plain-list">
              {answer.data?.steps.map((step) => (
                <li key={step.at + step.title}>
                  <span className="gk-figure">{whenText(step.at)}</span> {step.byName}：{step.title}
                  <span className="gk-cell-sub">{step.notes.join('；')}</span>
                </li>
              ))}
            </ul>
          </Panel>
          {earlier.length > 0 && (
            <Panel title="以前的版本">
              <ul className="gk-plain-list">
                {earlier.map((version) => (
                  <li key={version.enteredAt ?? 'shipped'}>
                    {version.source === 'shipped' ? '随程序提供' : `${version.enteredByName}于${whenText(version.enteredAt)}录入`}
                    <span className="gk-cell-sub">
                      放假：{version.entry.off.map(({ name, from, to }) => `${name} ${rangeText(from, to)}`).join('；')}。上班：
                      {version.entry.worked.join('、') || '无'}
                    </span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
    </>
  )
}
