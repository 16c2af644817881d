// 依申请公开: what waits for me, what is due, late, or not confirmed; and the applications behind a figure of the yearly table.
import { Alert, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { chineseDay, isDay } from '../../../src/kernel/day.ts'
import { exportRequests, getRequestCounts, listRequests, type RequestRow } from '../../../src/modules/requests/http/contract.ts'
import { applicantKinds } from '../../../src/modules/requests/law/applicants.ts'
import { listedFigureNames, requestFigures } from '../../../src/modules/requests/law/figures.ts'
import { channels } from '../../../src/modules/requests/law/channels.ts'
import { outcomes } from '../../../src/modules/requests/law/outcomes.ts'
import { states } from '../../../src/modules/requests/law/states.ts'
import { tabNames } from '../../../src/modules/requests/law/tabs.ts'
import { formLines, type FormLine } from '../../../src/modules/requests/law/yearly-form.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { ManySteps } from '../../forms/requests/ManySteps.tsx'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { SavedViews } from './SavedViews.tsx'
import { DaysLeft, requestTones } from './request-words.tsx'

const titlesOf = (table: Readonly<Record<string, { readonly title: string }>>): { value: string; label: string }[] =>
  Object.entries(table).map(([value, { title }]) => ({ value, label: title }))

const { start: _start, ...shownStates } = states

export function RequestsPage(): ReactNode {
  const state = useListState({ sort: 'due' })
  const { may } = useSession()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const asked = state.value('view')
  const [year, line] = [state.value('year'), state.value('line')]
  const inCell = year !== '' && line in formLines
  const figure = listedFigureNames.find((name) => name === state.value('figure'))
  const [from, until] = [state.value('from'), state.value('until')]
  const counted = figure !== undefined && isDay(from) && isDay(until) ? { figure, from, until } : undefined
  const tab = inCell || counted ? 'all' : (tabNames.find((one) => one === asked) ?? 'mine')
  const query = {
    tab,
    q: state.value('q'),
    ...(state.value('unitId') ? { unitId: state.value('unitId') } : {}),
    ...(state.value('under') ? { under: state.value('under') } : {}),
    ...(state.value('state') ? { state: state.value('state') as RequestRow['state'] } : {}),
    ...(state.value('channel') ? { channel: state.value('channel') as RequestRow['channel'] } : {}),
    ...(state.value('kind') ? { kind: state.value('kind') as RequestRow['applicantKind'] } : {}),
    ...(state.value('mark') === 'watched' || state.value('mark') === 'internal-over' ? { mark: state.value('mark') as 'watched' | 'internal-over' } : {}),
    ...(state.value('outcome') ? { outcome: state.value('outcome') as NonNullable<RequestRow['outcome']> } : {}),
    ...(inCell ? { year: Number(year), line: line as FormLine } : {}),
    ...counted,
    sort: state.sort === 'newest' || state.sort === 'oldest' ? state.sort : 'due',
  } as const
  const answer = useAnswer(listRequests, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const counts = useAnswer(getRequestCounts, {}).data
  return (
    <ListPage
      title="依申请公开"
      note="从收到申请到答复、归档；每一天怎样计算，打开申请可以看到。"
      main={
        may('request.register') && (
          <Button type="primary" onClick={() => void navigate(paths.newRequest)}>
            登记申请
          </Button>
        )
      }
      {...(inCell || counted
        ? {}
        : {
            views: [
              { key: 'mine', title: '等我办理', count: counts?.mine },
              { key: 'soon', title: '即将到期', count: counts?.soon },
              { key: 'late', title: '已逾期', count: counts?.late },
              { key: 'newly-late', title: '新近逾期', count: counts?.['newly-late'] },
              { key: 'unconfirmed', title: '待确认', count: counts?.unconfirmed },
              { key: 'open', title: '在办', count: counts?.open },
              { key: 'all', title: '全部' },
            ],
          })}
      view={tab}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportRequests, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="编号、内容、申请人" />
          <UnitFilter state={state} placeholder="受理单位" />
          <ChoiceFilter state={state} name="state" placeholder="状态" options={titlesOf(shownStates)} />
          <ChoiceFilter state={state} name="channel" placeholder="渠道" options={titlesOf(channels)} />
          <ChoiceFilter state={state} name="kind" placeholder="申请人类别" options={titlesOf(applicantKinds)} />
          <ChoiceFilter state={state} name="outcome" placeholder="处理结果" options={titlesOf(outcomes)} />
          <ChoiceFilter
            state={state}
            name="mark"
            placeholder="标记"
            options={[
              { value: 'watched', label: '我关注的' },
              { value: 'internal-over', label: '内部期限已过' },
            ]}
          />
          <ChoiceFilter
            state={state}
            name="sort"
            placeholder="先后"
            options={[
              { value: 'due', label: '期限近的在前' },
              { value: 'newest', label: '最新在前' },
              { value: 'oldest', label: '最早在前' },
            ]}
          />
          <SavedViews state={state} filters={query} />
        </>
      }
    >
      {inCell && (
        <Alert
          type="info"
          showIcon
          className="gk-request-note"
          title={`${year}年年报“${formLines[line as FormLine].no} ${formLines[line as FormLine].title}”所计的申请`}
          action={
            <Button size="small" onClick={() => state.set({ year: undefined, line: undefined, kind: undefined })}>
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
          title={`${chineseDay(counted.from)}至${chineseDay(counted.until)}“${requestFigures[counted.figure].title}”所计的申请`}
          description={requestFigures[counted.figure].counts}
          action={
            <Button size="small" onClick={() => state.set({ figure: undefined, from: undefined, until: undefined })}>
              查看全部
            </Button>
          }
        />
      )}
      <ManySteps chosen={chosen} rows={answer.data?.rows ?? []} onClear={() => setChosen([])} />
      <ListTable
        label="公开申请"
        nameOf={(row) => row.number}
        chosen={chosen}
        onChoose={setChosen}
        answer={answer}
        state={state}
        rowKey={(row) => row.id}
        width={1120}
        columns={[
          {
            title: '申请内容',
            width: 320,
            render: (row) => (
              <>
                <Link to={paths.request(row.id)}>{row.subject}</Link>
                <span className="gk-cell-sub">
                  <span className="gk-figure">{row.number}</span> · {row.applicantName}（{applicantKinds[row.applicantKind].title}）
                </span>
              </>
            ),
          },
          {
            title: '状态',
            width: 150,
            render: (row) => (
              <>
                <StateTag title={states[row.state].title} tone={requestTones[row.state]} />
                {row.extended && <span className="gk-cell-sub">已延期</span>}
              </>
            ),
          },
          { title: '答复期限', width: 190, render: (row) => <DaysLeft row={row} /> },
          {
            title: '收到',
            width: 130,
            render: (row) => (
              <>
                <span className="gk-figure">{row.receivedOn ?? <span className="gk-soon">待确认</span>}</span>
                <span className="gk-cell-sub">{channels[row.channel].title}</span>
              </>
            ),
          },
          {
            title: '承办',
            width: 170,
            render: (row) => (
              <>
                {row.unitName}
                <span className="gk-cell-sub">{[row.sectionName, row.handlerName].filter(Boolean).join(' · ')}</span>
              </>
            ),
          },
          {
            title: '处理结果',
            width: 160,
            render: (row) =>
              row.outcome && row.concludedOn ? (
                <>
                  {outcomes[row.outcome].title}
                  <span className="gk-cell-sub gk-figure">{row.concludedOn}</span>
                </>
              ) : (
                <span className="gk-muted">—</span>
              ),
          },
        ]}
        empty={
          <EmptyNote
            what={tab === 'mine' ? '没有等您办理的公开申请。' : '没有符合条件的公开申请。'}
            how="收到申请后点“登记申请”；系统按渠道确定收到之日，并计算答复期限。"
          />
        }
      />
    </ListPage>
  )
}
