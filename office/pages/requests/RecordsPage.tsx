// 更正本人信息: who says that a record about them is wrong, and what came of it.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { exportRecords, listRecords, type RecordRow } from '../../../src/modules/requests/http/record-contract.ts'
import { applicantKinds } from '../../../src/modules/requests/law/applicants.ts'
import { recordChannels, recordResultRows, recordResults, recordStates } from '../../../src/modules/requests/law/record-corrections.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { recordTones } from './request-words.tsx'

const titlesOf = (table: Readonly<Record<string, { readonly title: string }>>): { value: string; label: string }[] =>
  Object.entries(table).map(([value, { title }]) => ({ value, label: title }))

const { start: _start, ...shownStates } = recordStates
const views = ['open', 'closed', 'all'] as const

export function RecordsPage(): ReactNode {
  const state = useListState({ sort: 'newest' })
  const { may } = useSession()
  const navigate = useNavigate()
  const view = views.find((one) => one === state.value('view')) ?? 'open'
  const query = {
    view,
    q: state.value('q'),
    ...(state.value('state') ? { state: state.value('state') as RecordRow['state'] } : {}),
    ...(state.value('result') ? { result: state.value('result') as NonNullable<RecordRow['result']> } : {}),
    ...(state.value('unitId') ? { unitId: state.value('unitId') } : {}),
  } as const
  const answer = useAnswer(listRecords, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="更正本人信息"
      note="有证据证明行政机关提供的与自身相关的政府信息记录不准确，要求更正的（条例第四十一条）。条例没有规定办理期限。"
      views={[
        { key: 'open', title: '未办结', count: answer.data?.counts.open },
        { key: 'closed', title: '已办结' },
        { key: 'all', title: '全部' },
      ]}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportRecords, { query })}
      main={
        may('request.register') && (
          <Button type="primary" onClick={() => void navigate(paths.newRecordCorrection)}>
            登记更正申请
          </Button>
        )
      }
      filters={
        <>
          <WordsFilter state={state} placeholder="编号、有关记录、申请人" />
          <UnitFilter state={state} placeholder="受理单位" />
          <ChoiceFilter state={state} name="state" placeholder="状态" options={titlesOf(shownStates)} />
          <ChoiceFilter state={state} name="result" placeholder="结果" options={titlesOf(recordResults)} />
        </>
      }
    >
      <ListTable
        label="更正本人信息"
        answer={answer}
        state={state}
        rowKey={(one) => one.id}
        width={980}
        columns={[
          {
            title: '有关记录',
            width: 320,
            render: (one) => (
              <>
                <Link to={paths.recordCorrection(one.id)}>{one.subject}</Link>
                <span className="gk-cell-sub">
                  <span className="gk-figure">{one.number}</span> · {recordChannels[one.channel]}
                </span>
              </>
            ),
          },
          {
            title: '申请人',
            width: 140,
            render: (one) => (
              <>
                {one.applicantName}
                <span className="gk-cell-sub">{applicantKinds[one.applicantKind].title}</span>
              </>
            ),
          },
          { title: '状态', width: 130, render: (one) => <StateTag title={recordStates[one.state].title} tone={recordTones[one.state]} /> },
          { title: '收到', width: 110, render: (one) => <span className="gk-figure">{one.receivedOn}</span> },
          { title: '单位', width: 180, render: (one) => [one.unitName, one.sectionName].filter(Boolean).join(' · ') },
          {
            title: '结果',
            width: 160,
            render: (one) =>
              one.result && one.concludedOn ? (
                <>
                  {recordResultRows[one.result].title}
                  <span className="gk-cell-sub gk-figure">{one.concludedOn}</span>
                </>
              ) : (
                <span className="gk-muted">—</span>
              ),
          },
        ]}
        empty={<EmptyNote what="没有符合条件的更正申请。" how="有人当面或者来信要求更正的，点“登记更正申请”；在网上提出的自动进入这里。" />}
      />
    </ListPage>
  )
}
