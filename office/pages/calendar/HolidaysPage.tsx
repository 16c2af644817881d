// 节假日安排: the years that the office counts by, where each comes from, and the one that is missing.
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { exportCalendarYears, listCalendarYears } from '../../../src/modules/calendar/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'

export function HolidaysPage(): ReactNode {
  const state = useListState({ sort: '-year' })
  const navigate = useNavigate()
  const source = state.value('source') === 'shipped' ? 'shipped' : state.value('source') === 'entered' ? 'entered' : 'all'
  const query = { source, sort: state.sort === 'year' ? 'year' : '-year' } as const
  const answer = useAnswer(listCalendarYears, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const { missing, mayManage, lastYear } = answer.data ?? {}
  const enter = (year: number): void => void navigate(paths.holidayEntry(year))
  return (
    <ListPage
      title="节假日安排"
      note="国务院办公厅每年公布的放假通知。期限按工作日计算，以这里的安排为准；没有录入的年份，期限只能是暂定的。"
      main={
        mayManage && (
          <Button type="primary" onClick={() => enter(missing ?? lastYear ?? 0)}>
            录入年度安排
          </Button>
        )
      }
      views={[
        { key: 'all', title: '全部' },
        { key: 'entered', title: '本机关录入' },
        { key: 'shipped', title: '随程序提供' },
      ]}
      view={source}
      onView={(key) => state.set({ source: key === 'all' ? undefined : key })}
      csv={addressOf(exportCalendarYears, { query })}
    >
      {missing && (
        <Alert
          type="warning"
          showIcon
          className="gk-note"
          title={`${missing}年放假安排尚未录入，跨入${missing}年的期限都是暂定的。`}
          description="通知一般在10月下旬至11月公布。录入后，所有未办结的期限会重新计算。"
          action={mayManage && <Button onClick={() => enter(missing)}>录入{missing}年</Button>}
        />
      )}
      <ListTable
        label="节假日安排"
        answer={answer}
        state={state}
        rowKey={(row) => String(row.year)}
        width={860}
        columns={[
          { title: '年度', width: 90, sort: 'year', render: (row) => <Link to={paths.holidayYear(row.year)}>{row.year}年</Link> },
          { title: '通知', width: 330, render: (row) => row.notice },
          { title: '工作日', width: 90, align: 'right', render: (row) => `${row.workingDays} 天` },
          { title: '周一至周五放假', width: 130, align: 'right', render: (row) => `${row.daysOff} 天` },
          { title: '调休上班', width: 100, align: 'right', render: (row) => `${row.workedDays} 天` },
          {
            title: '来源',
            width: 160,
            render: (row) =>
              row.source === 'shipped' ? (
                '随程序提供'
              ) : (
                <>
                  {row.enteredByName}录入
                  <span className="gk-cell-sub">{whenText(row.enteredAt)}</span>
                </>
              ),
          },
        ]}
        empty={<EmptyNote what="本机关还没有录入过年度安排。" how="2008年至2026年的安排随程序提供；以后每年通知公布时在这里录入。" />}
      />
    </ListPage>
  )
}
