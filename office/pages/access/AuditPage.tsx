// 操作日志: what everybody did, was refused, or what failed. Only ever added to.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { exportAudit, listAudit } from '../../../src/modules/access/http/contract.ts'
import { roles, type Role } from '../../../src/modules/access/law/permissions.ts'
import { steps, type StepName } from '../../../src/modules/disclosure/law/steps.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { optionsOf } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, DaysFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

type Row = AnswerOf<typeof listAudit>['rows'][number]

const outcomes = { done: '办成', refused: '被拒绝', failed: '出错' } as const
const tones = { done: 'good', refused: 'soon', failed: 'bad' } as const

const isStep = (name: unknown): name is StepName => typeof name === 'string' && name in steps

/** What the record adds, in words; what has no words here stands in the CSV. */
function detailText(detail: Row['detail']): string {
  const { step, files, refusals, role, login, title, name, reason } = detail
  const words = [
    isStep(step) ? steps[step].title : '',
    Array.isArray(files) ? `文件：${files.join('、')}` : '',
    Array.isArray(refusals) ? `拒绝理由 ${refusals.length} 项` : '',
    typeof role === 'string' && role in roles ? roles[role as Role].title : '',
    typeof login === 'string' ? `登录名 ${login}` : '',
    ...[title, name, reason].map((word) => (typeof word === 'string' ? word : '')),
  ]
  return words.filter((word) => word !== '').join('，')
}

export function AuditPage(): ReactNode {
  const state = useListState({ sort: '-at', size: 50 })
  const names = ['who', 'unitId', 'outcome', 'objectId', 'action', 'from', 'to']
  const filters = Object.fromEntries(names.map((name) => [name, state.value(name)]).filter(([, value]) => value !== ''))
  const answer = useAnswer(listAudit, { query: { ...filters, sort: state.sort as '-at', page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="操作日志"
      note="登录、办理、修改、下载都记在这里，只增不改，保存不少于六个月。"
      csv={addressOf(exportAudit, { query: filters })}
      filters={
        <>
          <WordsFilter state={state} name="who" placeholder="姓名、登录名" />
          <UnitFilter state={state} />
          <ChoiceFilter state={state} name="outcome" placeholder="结果" options={optionsOf(outcomes)} />
          <Input
            allowClear
            defaultValue={state.value('objectId')}
            placeholder="对象编号"
            aria-label="对象编号"
            onPressEnter={(event) => state.set({ objectId: event.currentTarget.value.trim() })}
            onBlur={(event) => event.target.value.trim() !== state.value('objectId') && state.set({ objectId: event.target.value.trim() })}
          />
          <DaysFilter state={state} from="from" to="to" label="日期" />
        </>
      }
    >
      <ListTable
        label="操作日志"
        answer={answer}
        state={state}
        rowKey={(row) => String(row.auditId)}
        width={1040}
        columns={[
          { title: '时间', sort: 'at', width: 150, render: (row) => <span className="gk-figure">{whenText(row.at)}</span> },
          {
            title: '谁',
            width: 140,
            render: (row) => (
              <>
                {row.name ?? row.login ?? '未登录'}
                {row.onBehalfOfName && `（代${row.onBehalfOfName}）`}
                {row.name && <span className="gk-cell-sub">{row.login}</span>}
              </>
            ),
          },
          { title: '做了什么', width: 260, render: (row) => row.actionTitle },
          {
            title: '对象',
            width: 260,
            render: (row) => (
              <>
                {row.unitName ?? ''}
                <span className="gk-cell-sub">
                  {row.objectId && <code className="gk-hash">{row.objectId}</code>} {detailText(row.detail)}
                </span>
              </>
            ),
          },
          { title: '结果', width: 100, render: (row) => <StateTag title={outcomes[row.outcome]} tone={tones[row.outcome]} /> },
          { title: '地址', width: 130, render: (row) => <span className="gk-figure">{row.address ?? '—'}</span> },
        ]}
        empty={<EmptyNote what="没有符合条件的记录。" how="换一个条件，或者放宽日期。" />}
      />
    </ListPage>
  )
}
