// 投诉、复议和诉讼: what is due, what is late, and the cases behind a figure of the yearly table.
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { chineseDay, isDay } from '../../../src/kernel/day.ts'
import { exportRemedies, listRemedies, type RemedyRow } from '../../../src/modules/requests/http/remedy-contract.ts'
import { remedyFigureNames } from '../../../src/modules/requests/law/figures.ts'
import { requestMetrics } from '../../../src/modules/requests/law/metrics.ts'
import { raisers, remedyKinds, remedyResults, remedyStates } from '../../../src/modules/requests/law/remedy-cases.ts'
import { remedyColumnNames, remedyColumns, remedyRowNames, remedyRows } from '../../../src/modules/requests/law/yearly-form.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { remedyTones } from './request-words.tsx'

const titlesOf = (table: Readonly<Record<string, { readonly title: string }>>): { value: string; label: string }[] =>
  Object.entries(table).map(([value, { title }]) => ({ value, label: title }))

const { start: _start, ...shownStates } = remedyStates

function Due(props: { readonly row: RemedyRow }): ReactNode {
  const { daysLeft, dueOn, awaitedUntil, provisional, state } = props.row
  if (dueOn === null || daysLeft === null)
    return <span className="gk-muted">{awaitedUntil ? `${state === 'decided' ? '可以上诉' : '等待结果'}至 ${awaitedUntil}` : '—'}</span>
  return (
    <>
      {daysLeft < 0 ? (
        <strong className="gk-late">逾期 {-daysLeft} 天</strong>
      ) : (
        <span className={daysLeft <= 3 ? 'gk-soon' : ''}>{daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`}</span>
      )}
      <span className="gk-cell-sub gk-figure">
        {dueOn}
        {provisional && '（暂定）'}
      </span>
    </>
  )
}

const views = ['open', 'soon', 'late', 'all'] as const

export function RemediesPage(): ReactNode {
  const state = useListState({ sort: 'due' })
  const year = state.value('year')
  const row = remedyRowNames.find((name) => name === state.value('row'))
  const column = remedyColumnNames.find((name) => name === state.value('column'))
  const cell = year !== '' && row && column ? { year: Number(year), row, column } : undefined
  const figure = remedyFigureNames.find((name) => name === state.value('figure'))
  const [from, until] = [state.value('from'), state.value('until')]
  const remedy = remedyRowNames.find((name) => name === state.value('remedy'))
  const under = state.value('under')
  const counted =
    figure !== undefined && isDay(from) && isDay(until) ? { figure, from, until, ...(remedy ? { remedy } : {}), ...(under ? { under } : {}) } : undefined
  const view = cell || counted ? 'all' : (views.find((one) => one === state.value('view')) ?? 'open')
  const query = {
    view,
    q: state.value('q'),
    ...(state.value('kind') ? { kind: state.value('kind') as RemedyRow['kind'] } : {}),
    ...(state.value('state') ? { state: state.value('state') as RemedyRow['state'] } : {}),
    ...(state.value('unitId') ? { unitId: state.value('unitId') } : {}),
    ...cell,
    ...counted,
  } as const
  const answer = useAnswer(listRemedies, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const counts = answer.data?.counts
  return (
    <ListPage
      title="投诉、复议和诉讼"
      note="公开申请之后的投诉举报、行政复议和行政诉讼，在申请的页面登记和办理。"
      {...(cell || counted
        ? {}
        : {
            views: [
              { key: 'open', title: '未办结', count: counts?.open },
              { key: 'soon', title: '答复即将到期', count: counts?.soon },
              { key: 'late', title: '答复已逾期', count: counts?.late },
              { key: 'all', title: '全部' },
            ],
          })}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportRemedies, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="案号、机关、申请编号、内容" />
          <UnitFilter state={state} placeholder="受理申请的单位" />
          <ChoiceFilter state={state} name="kind" placeholder="种类" options={titlesOf(remedyKinds)} />
          <ChoiceFilter state={state} name="state" placeholder="状态" options={titlesOf(shownStates)} />
        </>
      }
    >
      {cell && (
        <Alert
          type="info"
          showIcon
          className="gk-request-note"
          title={`${cell.year}年年报“${remedyRows[cell.row].title}”“${remedyColumns[cell.column]}”所计的案件`}
          action={
            <Button size="small" onClick={() => state.set({ year: undefined, row: undefined, column: undefined })}>
              查看全部
            </Button>
          }
        />
      )}
      {counted && (
        <Alert
          type="info"
          showIcon
          className="gk-request-note"
          title={`${requestMetrics[counted.figure].over === 'day' ? `截至${chineseDay(counted.until)}` : `${chineseDay(counted.from)}至${chineseDay(counted.until)}`}“${requestMetrics[counted.figure].title}”所计的案件${remedy ? `：${remedyRows[remedy].title}` : ''}`}
          description={requestMetrics[counted.figure].counts}
          action={
            <Button size="small" onClick={() => state.set({ figure: undefined, from: undefined, until: undefined, remedy: undefined, under: undefined })}>
              查看全部
            </Button>
          }
        />
      )}
      <ListTable
        label="投诉、复议和诉讼"
        answer={answer}
        state={state}
        rowKey={(one) => one.remedyId}
        width={1060}
        columns={[
          {
            title: '案件',
            width: 300,
            render: (one) => (
              <>
                <Link to={paths.request(one.requestId)}>
                  {remedyKinds[one.kind].title} {one.number}
                </Link>
                <span className="gk-cell-sub">
                  {one.body} · {raisers[one.raisedBy]}提出
                </span>
              </>
            ),
          },
          { title: '状态', width: 120, render: (one) => <StateTag title={remedyStates[one.state].title} tone={remedyTones[one.state]} /> },
          { title: '答复期限', width: 150, render: (one) => <Due row={one} /> },
          { title: '收到', width: 110, render: (one) => <span className="gk-figure">{one.receivedOn}</span> },
          {
            title: '公开申请',
            width: 230,
            render: (one) => (
              <>
                {one.subject}
                <span className="gk-cell-sub">
                  <span className="gk-figure">{one.requestNumber}</span> · {[one.unitName, one.handlerName].filter(Boolean).join(' · ')}
                </span>
              </>
            ),
          },
          {
            title: '结果',
            width: 150,
            render: (one) =>
              one.result ? (
                <>
                  {remedyResults[one.result].title}
                  <span className="gk-cell-sub gk-figure">{one.concludedOn}</span>
                </>
              ) : (
                <span className="gk-muted">—</span>
              ),
          },
        ]}
        empty={<EmptyNote what="没有符合条件的投诉举报、行政复议或者行政诉讼。" how="收到受理机关的通知后，打开公开申请，在“投诉、复议和诉讼”里登记。" />}
      />
    </ListPage>
  )
}
