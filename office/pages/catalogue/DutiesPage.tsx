// 公开任务: who owes what by when, what is late, what waits for a leader; an event that asks for disclosure is entered here.
import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { chineseDay, isDay } from '../../../src/kernel/day.ts'
import { exportDuties, getDutyCounts, listDuties, listEntries, listFields, postTrigger } from '../../../src/modules/catalogue/http/contract.ts'
import type { Line } from '../../../src/law/lines.ts'
import { causes, outcomes, type Cause } from '../../../src/modules/catalogue/law/duties.ts'
import { dutyMetricNames, dutyMetrics } from '../../../src/modules/catalogue/law/metrics.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { todayText } from '../../ui/format.ts'
import { LineSwitch, useLine } from '../../ui/line.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { entryTitle } from './entry-words.ts'

export type DutyRow = AnswerOf<typeof listDuties>['rows'][number]
const views = ['open', 'soon', 'late', 'newly-late', 'closing', 'settled'] as const
type View = (typeof views)[number]

/** 还有 3 天 / 逾期 5 天, never by colour alone. */
export function DaysLeft(props: { readonly row: DutyRow }): ReactNode {
  const { daysLeft, outcome, settledOn } = props.row
  if (outcome !== null)
    return (
      <>
        {outcomes[outcome]}
        <span className="gk-cell-sub">{settledOn}</span>
      </>
    )
  if (daysLeft < 0) return <strong className="gk-late">逾期 {-daysLeft} 天</strong>
  return <span className={daysLeft <= 14 ? 'gk-soon' : ''}>{daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`}</span>
}

function TriggerDialog(props: { readonly line: Line; readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const { message } = App.useApp()
  const [words, setWords] = useState('')
  const entries = useAnswer(listEntries, { query: { kind: props.line, q: words, size: 50 } }, { enabled: props.open, keep: true }).data?.rows ?? []
  const send = useSend(postTrigger)
  return (
    <FormDialog<{ entryId: string; unitId: string; happenedOn: string; what: string }>
      open={props.open}
      title="登记触发公开的事项"
      okText="登记"
      initial={{ happenedOn: todayText() }}
      note="信息形成、变更，或者将要开标、开工、听证时登记，系统按目录的期限产生公开任务。"
      onSubmit={async (values) => {
        await send.mutateAsync({ body: values })
        void message.success('已登记，公开任务已产生')
      }}
      onClose={props.onClose}
    >
      <Form.Item name="entryId" label="目录条目" rules={[{ required: true, message: '请选择条目' }]} extra="只有“随时公开”的条目可以登记。">
        <Select
          showSearch={{ filterOption: false, onSearch: setWords }}
          placeholder="输入事项查找"
          options={entries.filter((one) => one.rhythm.kind === 'ad-hoc').map((one) => ({ value: one.entryId, label: `${entryTitle(one)}（${one.field}）` }))}
        />
      </Form.Item>
      <Form.Item name="unitId" label="责任单位" rules={[{ required: true, message: '请选择单位' }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="happenedOn" label="发生日期" rules={[{ required: true, message: '请选择日期' }]} extra="须事前公开的事项，填将要发生的日期。">
        <DayField allowClear={false} />
      </Form.Item>
      <Form.Item name="what" label="事项" rules={[{ required: true, whitespace: true, message: '请写明事项' }]}>
        <Input maxLength={200} placeholder="例：城关小学教学楼项目批复" />
      </Form.Item>
    </FormDialog>
  )
}

export function DutiesPage(): ReactNode {
  const state = useListState({ sort: 'due' })
  const { may } = useSession()
  const asked = state.value('view')
  const view: View = views.find((one) => one === asked) ?? 'open'
  const cause = state.value('cause')
  const choice = useLine(state.value('line'))
  const { line } = choice
  const figure = dutyMetricNames.find((name) => name === state.value('figure'))
  const [from, until, under] = [state.value('from'), state.value('until'), state.value('under')]
  const counted = figure !== undefined && isDay(from) && isDay(until) ? { figure, from, until, ...(under ? { under } : {}) } : undefined
  const query = {
    line,
    view,
    ...counted,
    q: state.value('q'),
    ...(state.value('unitId') ? { unitId: state.value('unitId') } : {}),
    ...(state.value('field') ? { field: state.value('field') } : {}),
    ...(cause ? { cause: cause as Cause } : {}),
    sort: state.sort === '-due' || state.sort === 'unit' ? state.sort : 'due',
  } as const
  const answer = useAnswer(listDuties, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const counts = useAnswer(getDutyCounts, { query: { line } }).data
  const fields = useAnswer(listFields, { query: { kind: line } }).data?.rows ?? []
  const [entering, setEntering] = useState(false)
  return (
    <ListPage
      title="公开任务"
      note="按公开目录的频次和期限，谁应当在何时公开什么。"
      main={
        may('duty.handle') && (
          <Button type="primary" onClick={() => setEntering(true)}>
            登记触发事项
          </Button>
        )
      }
      views={
        counted
          ? []
          : [
              { key: 'open', title: '应公开未公开', count: counts?.open },
              { key: 'soon', title: '即将到期', count: counts?.soon },
              { key: 'late', title: '已逾期', count: counts?.late },
              { key: 'newly-late', title: '新近逾期', count: counts?.newlyLate },
              { key: 'closing', title: '等待审批', count: counts?.closing },
              { key: 'settled', title: '已办结' },
            ]
      }
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportDuties, { query })}
      filters={
        <>
          <LineSwitch choice={choice} onChange={(next) => state.set({ line: next, field: undefined, unitId: undefined })} />
          <WordsFilter state={state} placeholder="事项" />
          <UnitFilter state={state} placeholder="责任单位" />
          <ChoiceFilter state={state} name="field" placeholder="领域" options={fields.map((row) => ({ value: row.field, label: row.field }))} />
          <ChoiceFilter state={state} name="cause" placeholder="产生方式" options={optionsOf(causes)} />
        </>
      }
    >
      {counted && (
        <Alert
          type="info"
          showIcon
          title={`${dutyMetrics[counted.figure].over === 'day' ? `截至${chineseDay(counted.until)}` : `${chineseDay(counted.from)}至${chineseDay(counted.until)}`}“${dutyMetrics[counted.figure].title}”所计的公开任务`}
          description={dutyMetrics[counted.figure].counts}
          action={
            <Button size="small" onClick={() => state.set({ figure: undefined, from: undefined, until: undefined, under: undefined })}>
              查看全部
            </Button>
          }
        />
      )}
      <ListTable
        label="公开任务"
        answer={answer}
        state={state}
        rowKey={(row) => row.dutyId}
        width={1020}
        columns={[
          {
            title: '事项',
            width: 340,
            render: (row) => (
              <>
                <Link to={paths.duty(row.dutyId)}>{row.name}</Link> {row.statutory && <span className="gk-mark">法定</span>}
                {row.waitingClosing && <span className="gk-mark gk-soon">等待审批</span>}
                <span className="gk-cell-sub">
                  {row.field || causes[row.cause]}
                  {row.event && ` · ${row.event}`}
                </span>
              </>
            ),
          },
          {
            title: '责任单位',
            width: 200,
            render: (row) => (
              <>
                {row.unitName}
                {row.sectionName && <span className="gk-cell-sub">{row.sectionName}</span>}
              </>
            ),
          },
          {
            title: '期间',
            width: 200,
            render: (row) => (
              <span className="gk-figure">
                {row.periodFrom} 至 {row.periodTo}
              </span>
            ),
          },
          {
            title: '应公开日期',
            sort: 'due',
            width: 130,
            render: (row) => (
              <span className="gk-figure">
                {row.dueOn}
                {row.provisional && <span className="gk-cell-sub">暂定</span>}
              </span>
            ),
          },
          { title: view === 'settled' ? '结果' : '剩余', width: 140, render: (row) => <DaysLeft row={row} /> },
        ]}
        empty={<EmptyNote what="没有这样的公开任务。" how="目录条目到了公开的时候，任务会自动产生。" />}
      />
      <TriggerDialog line={line} open={entering} onClose={() => setEntering(false)} />
    </ListPage>
  )
}
