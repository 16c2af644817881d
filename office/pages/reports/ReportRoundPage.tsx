// One round on one page: how many stand where, who is late, and the way to each report.
import { Alert, App, Button, Form, Input, Progress } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import {
  exportReportsOfRound,
  getReportRound,
  listReportsOfRound,
  postRoundEnd,
  postRoundReminders,
  type ReportRow,
  type RoundSheet,
} from '../../../src/modules/reports/http/rounds-contract.ts'
import { reportStateNames, reportStates, type ReportState } from '../../../src/modules/reports/law/states.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { dayText } from '../../ui/format.ts'
import { WordsFilter } from '../../ui/filters.tsx'
import { useListState } from '../../ui/list-state.ts'
import { BatchBar, ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { stateOf } from './report-words.ts'

const sorts = ['unit', '-unit', 'due', '-due', 'state', '-state'] as const
type View = ReportState | 'late' | 'all'
const isOpen = ({ state, scope }: ReportRow): boolean => scope === 'own' && state !== 'submitted' && state !== 'accepted'

function Unit(props: { readonly row: ReportRow }): ReactNode {
  const { row } = props
  return (
    <>
      <Link to={paths.report(row.reportId)}>{row.unitName}</Link>
      {row.scope === 'region' && <span className="gk-cell-sub">本地区汇总：各单位报告之和</span>}
      {row.origin === 'paper' && <span className="gk-cell-sub">按纸质报告录入</span>}
      {row.remark && <span className="gk-cell-sub">退回意见：{row.remark}</span>}
    </>
  )
}

function Due(props: { readonly row: ReportRow }): ReactNode {
  const { handInBy, handedInOn, late } = props.row
  return (
    <>
      <span className={late ? 'gk-figure gk-bad' : 'gk-figure'}>{handInBy ?? '—'}</span>
      {late && <strong className="gk-late"> 逾期未报</strong>}
      {!late && handInBy && handedInOn && handedInOn > handInBy && <span className="gk-soon"> 逾期报送</span>}
    </>
  )
}

/** Until every unit has its report; people are told when it is so. */
function Making(props: { readonly round: RoundSheet }): ReactNode {
  const { asked, waiting } = props.round
  const made = asked - waiting
  return (
    <Alert
      type="info"
      showIcon
      title={`正在生成各单位的报告：已生成${made}份，共${asked}份`}
      description={
        <>
          <Progress percent={Math.floor((made / asked) * 100)} aria-label="已生成的报告" />
          可以离开本页。全部生成以后，填报人员会收到通知，才能催报和结束填报。
        </>
      }
    />
  )
}

function Ending(props: { readonly round: RoundSheet; readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const { round } = props
  const send = useSend(postRoundEnd)
  const { message } = App.useApp()
  const outstanding = round.counts.total - (round.counts.states.accepted ?? 0)
  return (
    <FormDialog<{ note: string }>
      open={props.open}
      title={`结束“${round.title}”？`}
      okText="结束填报"
      danger
      note="结束后各单位的报告不能再修改和办理，不能恢复。"
      initial={{ note: '' }}
      onSubmit={async ({ note }) => {
        await send.mutateAsync({ params: { roundId: round.id }, body: { note } })
        void message.success('填报已经结束。')
      }}
      onClose={props.onClose}
    >
      {outstanding > 0 && (
        <Form.Item name="note" label={`还有${outstanding}份没有接收，请写明原因`} rules={[{ required: true, whitespace: true, message: '请写明原因' }]}>
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
      )}
    </FormDialog>
  )
}

function Collecting(props: { readonly round: RoundSheet }): ReactNode {
  const { round } = props
  const { message } = App.useApp()
  const [ending, setEnding] = useState(false)
  const urge = useSend(postRoundReminders)
  const { states, total } = round.counts
  const open = total - (states.accepted ?? 0) - (states.submitted ?? 0)
  return (
    <>
      {open > 0 && (
        <ConfirmButton
          label="全部催报"
          question={`向${open}个没有报送的单位催报？`}
          follows="填报人员收到站内通知；待签发的，通知签发人。"
          okText="催报"
          onConfirm={async () => {
            const { told } = await urge.mutateAsync({ params: { roundId: round.id }, body: {} })
            void message.success(`已催报${told}个单位。`)
          }}
        />
      )}
      <Button onClick={() => setEnding(true)}>结束填报</Button>
      <Ending round={round} open={ending} onClose={() => setEnding(false)} />
    </>
  )
}

export function ReportRoundPage(): ReactNode {
  const { roundId = '' } = useParams()
  const { message } = App.useApp()
  const state = useListState({ sort: 'unit', size: 50 })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [making, setMaking] = useState(false)
  const again = making ? { every: 2000 } : {}
  const round = useAnswer(getReportRound, { params: { roundId } }, again)
  const view: View = [...reportStateNames, 'late' as const].find((one) => one === state.value('view')) ?? 'all'
  const sort = sorts.find((one) => one === state.sort) ?? 'unit'
  const query = { view, q: state.value('q'), sort }
  const answer = useAnswer(listReportsOfRound, { params: { roundId }, query: { ...query, page: state.page, size: state.size } }, { keep: true, ...again })
  const urge = useSend(postRoundReminders)
  const { data } = round
  const waiting = data?.waiting ?? 0
  useEffect(() => setMaking(waiting > 0), [waiting])
  if (!data) return <ErrorNote error={round.error} again={() => void round.refetch()} />
  const { counts } = data
  const collects = data.mayCollect && data.closedAt === null && data.waiting === 0
  return (
    <ListPage
      title={data.title}
      note={
        <>
          {data.unitName} · 报送期限 {data.handInBy} · 公布期限：部门 {data.departmentDue}，乡镇（街道） {data.townDue}，政府 {data.governmentDue}
          {data.basis && ` · 依据：${data.basis}`}
        </>
      }
      crumbs={[{ title: '报告填报', path: paths.reportRounds }, { title: `${data.year}年` }]}
      main={collects && <Collecting round={data} />}
      above={data.waiting > 0 ? <Making round={data} /> : data.closedAt && <Alert type="info" showIcon title={`${dayText(data.closedAt)} ${data.closedByName ?? ''}结束填报${data.closedNote && `：${data.closedNote}`}`} />}
      views={[
        { key: 'all', title: '全部', count: counts.listed },
        ...reportStateNames.map((key) => ({ key, title: reportStates[key].title, count: counts.states[key] ?? 0 })),
        { key: 'late', title: '逾期未报', count: counts.late },
      ]}
      view={view}
      onView={(key) => (setChosen([]), state.set({ view: key === 'all' ? undefined : key }))}
      filters={<WordsFilter state={state} placeholder="单位名称" />}
      csv={addressOf(exportReportsOfRound, { params: { roundId }, query })}
    >
      {collects && (
        <BatchBar count={chosen.length} onClear={() => setChosen([])}>
          <Button
            type="primary"
            loading={urge.isPending}
            onClick={() =>
              urge.mutate({ params: { roundId }, body: { reportIds: [...chosen] } }, { onSuccess: ({ told }) => (setChosen([]), void message.success(`已催报${told}个单位。`)) })
            }
          >
            催报
          </Button>
        </BatchBar>
      )}
      <ErrorNote error={urge.error} />
      <ListTable
        label="各单位报告"
        answer={answer}
        state={state}
        rowKey={(row) => row.reportId}
        width={860}
        {...(collects ? { chosen, onChoose: setChosen, mayChoose: isOpen, nameOf: (row: ReportRow) => row.unitName } : {})}
        columns={[
          { title: '单位', width: 280, sort: 'unit', render: (row) => <Unit row={row} /> },
          { title: '状态', width: 120, sort: 'state', render: (row) => <StateTag {...stateOf(row.state)} /> },
          { title: '报送期限', width: 180, sort: 'due', render: (row) => <Due row={row} /> },
          { title: '报送日期', width: 110, render: (row) => <span className="gk-figure">{row.handedInOn ?? '—'}</span> },
          { title: '手工数据', width: 90, align: 'right', render: (row) => <span className="gk-figure">{row.typed}</span> },
          { title: '公布期限', width: 110, render: (row) => <span className="gk-figure">{row.publishBy ?? '—'}</span> },
        ]}
        empty={<EmptyNote what="没有这样的单位。" how="换一个状态看看。" />}
      />
    </ListPage>
  )
} // prettier-ignore
