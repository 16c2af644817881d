// 保密审查月度汇总表: what was reviewed in a month; every figure opens to its rows.
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { exportSummary, getSummary, printSummary, type SecrecySummary } from '../../../../src/modules/disclosure/http/summary-contract.ts'
import { routes, summaryColumnNames, summaryColumns, type RouteName, type SummaryColumnName } from '../../../../src/modules/disclosure/law/secrecy-summary.ts'
import { addressOf } from '../../../api/client.ts'
import { useAnswer } from '../../../api/hooks.ts'
import { paths } from '../../../paths.ts'
import { EmptyNote } from '../../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../../ui/filters.tsx'
import { countText, todayText } from '../../../ui/format.ts'
import { useListState, type ListState } from '../../../ui/list-state.ts'
import { ListPage } from '../../../ui/ListPage.tsx'
import { ListTable } from '../../../ui/ListTable.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'

const tones = { 'may-disclose': 'good', 'not-to-disclose': 'neutral', 'ask-above': 'soon', returned: 'bad' } as const

function Figure(props: { readonly title: string; readonly count: number; readonly on: boolean; readonly onOpen: () => void }): ReactNode {
  return (
    <button type="button" className="gk-summary-figure" aria-pressed={props.on} onClick={props.onOpen}>
      <span className="gk-figure">{countText(props.count)}</span>
      {props.title}
    </button>
  )
}

function Figures(props: { readonly state: ListState; readonly totals: SecrecySummary['totals'] }): ReactNode {
  const { state, totals } = props
  const [column, route] = [state.value('column'), state.value('route')]
  return (
    <div className="gk-summary-figures" role="group" aria-label="合计">
      <Figure title="审查" count={totals.total} on={column === '' && route === ''} onOpen={() => state.set({ column: undefined, route: undefined })} />
      {summaryColumnNames.map((name) => (
        <Figure
          key={name}
          title={summaryColumns[name].title}
          count={totals.columns[name]}
          on={column === name && route === ''}
          onOpen={() => state.set({ column: name, route: undefined })}
        />
      ))}
      <Figure
        title={routes.urgent}
        count={totals.urgent}
        on={route === 'urgent' && column === ''}
        onOpen={() => state.set({ column: undefined, route: 'urgent' })}
      />
    </div>
  )
}

function Units(props: { readonly state: ListState; readonly units: SecrecySummary['units'] }): ReactNode {
  const { state, units } = props
  const open = (unitId: string, column?: SummaryColumnName, route?: RouteName): void => state.set({ unitId, column, route, view: undefined })
  return (
    <ListTable
      label="按单位汇总"
      answer={{ data: { rows: units }, error: null, isFetching: false, refetch: () => {} }}
      rowKey={(row) => row.unitId}
      width={760}
      columns={[
        {
          title: '单位',
          width: 240,
          render: (row) => (
            <Button type="link" className="gk-inline-link" onClick={() => open(row.unitId)}>
              {row.unitName}
            </Button>
          ),
        },
        { title: '审查', width: 80, align: 'right', render: (row) => <span className="gk-figure">{countText(row.total)}</span> },
        ...summaryColumnNames.map((name) => ({
          title: summaryColumns[name].title,
          width: 90,
          align: 'right' as const,
          render: (row: SecrecySummary['units'][number]) =>
            row.columns[name] === 0 ? (
              <span className="gk-muted">0</span>
            ) : (
              <Button type="link" className="gk-inline-link" onClick={() => open(row.unitId, name)}>
                {countText(row.columns[name])}
              </Button>
            ),
        })),
        { title: routes.urgent, width: 90, align: 'right', render: (row) => <span className="gk-figure">{countText(row.urgent)}</span> },
      ]}
      empty={<EmptyNote what="本月没有审查事项。" />}
    />
  )
}

export function SecrecySummaryPage(): ReactNode {
  const state = useListState({ sort: '' })
  const month = state.value('month') || todayText().slice(0, 7)
  const view = state.value('view') === 'units' ? 'units' : 'rows'
  const { unitId, column, route } = { unitId: state.value('unitId'), column: state.value('column'), route: state.value('route') }
  const query = {
    month,
    q: state.value('q'),
    ...(unitId ? { unitId } : {}),
    ...(column ? { column: column as SummaryColumnName } : {}),
    ...(route ? { route: route as RouteName } : {}),
  }
  const answer = useAnswer(getSummary, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="保密审查月度汇总表"
      note="逐月汇总已作出保密审查结论的信息，供保密审查机构备查和报送。数字点开即为明细。"
      main={
        <Button type="primary" href={addressOf(printSummary, { query })} target="_blank">
          打印汇总表
        </Button>
      }
      views={[
        { key: 'rows', title: '明细' },
        { key: 'units', title: '按单位' },
      ]}
      view={view}
      onView={(key) => state.set({ view: key === 'units' ? key : undefined })}
      csv={addressOf(exportSummary, { query })}
      filters={
        <>
          <DatePicker
            picker="month"
            aria-label="月份"
            allowClear={false}
            value={dayjs(`${month}-01`)}
            format="YYYY年M月"
            onChange={(value) => state.set({ month: value?.format('YYYY-MM') })}
          />
          <UnitFilter state={state} />
          {view === 'rows' && (
            <ChoiceFilter
              state={state}
              name="column"
              placeholder="审查结论"
              options={summaryColumnNames.map((value) => ({ value, label: summaryColumns[value].title }))}
            />
          )}
          {view === 'rows' && (
            <ChoiceFilter state={state} name="route" placeholder="程序" options={Object.entries(routes).map(([value, label]) => ({ value, label }))} />
          )}
          <WordsFilter state={state} placeholder="信息名称" />
        </>
      }
    >
      {view === 'rows' && answer.data && <Figures state={state} totals={answer.data.totals} />}
      {view === 'units' ? (
        <Units state={state} units={answer.data?.units ?? []} />
      ) : (
        <ListTable
          label="保密审查月度汇总表"
          answer={answer}
          state={state}
          rowKey={(row) => `${row.editionId} ${row.reviewedOn} ${row.column}`}
          width={940}
          columns={[
            {
              title: '信息名称',
              width: 300,
              render: (row) => (
                <>
                  <Link to={paths.edition(row.editionId)}>{row.title}</Link>
                  <span className="gk-cell-sub">
                    {row.unitName}
                    {row.sectionName && ` · ${row.sectionName}`}
                  </span>
                </>
              ),
            },
            { title: '审查结论', width: 100, render: (row) => <StateTag title={row.columnTitle} tone={tones[row.column]} /> },
            { title: '依据条款', width: 260, render: (row) => row.article },
            { title: '审查人', width: 110, render: (row) => row.reviewerName },
            { title: '审查日期', width: 110, render: (row) => <span className="gk-figure">{row.reviewedOn}</span> },
            { title: '程序', width: 90, render: (row) => row.routeTitle },
          ]}
          empty={
            <EmptyNote
              what={state.filtered('q', 'unitId', 'column', 'route') ? '没有符合条件的审查事项。' : '本月没有审查事项。'}
              how="可以在上面换一个月份。"
            />
          }
        />
      )}
    </ListPage>
  )
}
