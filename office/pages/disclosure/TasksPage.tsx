// 待办事项: what waits for me, the longest waiting first.
import { Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { exportTasks, listTasks, type TaskRow } from '../../../src/modules/disclosure/http/contract.ts'
import { states } from '../../../src/modules/disclosure/law/states.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { BatchSteps } from '../../forms/disclosure/BatchSteps.tsx'
import { paths } from '../../paths.ts'
import { untitled } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable, type ListColumn } from '../../ui/ListTable.tsx'
import { UrgentTag } from '../../ui/UrgentTag.tsx'

const columns: readonly ListColumn<TaskRow>[] = [
  {
    title: '标题',
    sort: 'title',
    width: 380,
    render: (row) => (
      <>
        <Link to={paths.edition(row.editionId)}>{row.title || untitled}</Link> {row.important && <Tag color="red">重要</Tag>}
        <UrgentTag row={row} />
        {row.urgedAt && <Tag>{whenText(row.urgedAt).slice(5)} 催办</Tag>}
        <span className="gk-cell-sub">{[row.documentNumber, row.kind].filter(Boolean).join(' · ')}</span>
      </>
    ),
  },
  { title: '等我办理', width: 130, render: (row) => (row.onBehalfOfName ? `${row.awaits}（代${row.onBehalfOfName}）` : row.awaits) },
  { title: '单位', width: 150, render: (row) => row.unitName },
  { title: '起草人', width: 90, render: (row) => row.authorName },
  {
    title: '已等',
    sort: 'since',
    width: 90,
    align: 'right',
    render: (row) => <span className={row.days >= 3 ? 'gk-soon gk-figure' : 'gk-figure'}>{row.days} 天</span>,
  },
]

/** `review`: the same list as a page for reviewing and signing, where many are handled at once. */
export function TaskList(props: { readonly title: string; readonly note?: string; readonly review: boolean }): ReactNode {
  const state = useListState({ sort: 'since' })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const filters = Object.fromEntries(['q', 'unitId', 'state', 'important'].map((name) => [name, state.value(name)]).filter(([, value]) => value !== ''))
  const query = { ...filters, sort: state.sort as 'since' }
  const answer = useAnswer(listTasks, { query: { ...query, page: state.page, size: state.size } }, { keep: true, every: 60_000 })
  const filtered = state.filtered('q', 'unitId', 'state', 'important')
  return (
    <ListPage
      title={props.title}
      {...(props.note ? { note: props.note } : {})}
      csv={addressOf(exportTasks, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="标题、文号" />
          <UnitFilter state={state} />
          <ChoiceFilter
            state={state}
            name="state"
            placeholder="环节"
            options={Object.entries(states)
              .filter(([, one]) => !one.end)
              .map(([value, { title }]) => ({ value, label: title }))}
          />
          <ChoiceFilter
            state={state}
            name="important"
            placeholder="是否重要"
            options={[
              { value: 'true', label: '重要信息' },
              { value: 'false', label: '一般信息' },
            ]}
          />
        </>
      }
    >
      <BatchSteps chosen={chosen} rows={answer.data?.rows ?? []} onClear={() => setChosen([])} />
      <ListTable
        label={props.title}
        answer={answer}
        state={state}
        rowKey={(row) => row.editionId}
        nameOf={(row) => row.title}
        {...(props.review ? { chosen, onChoose: setChosen } : {})}
        width={840}
        columns={columns}
        empty={
          <EmptyNote
            what={filtered ? '没有符合条件的待办。' : '没有等您办理的事项。'}
            how={filtered ? '换一个条件，或者清空筛选。' : '有信息提交给您审核、审查、会签、签发，或者退给您修改时，会出现在这里。'}
          />
        }
      />
    </ListPage>
  )
}

export function TasksPage(): ReactNode {
  return <TaskList title="待办事项" review={false} />
}

export function ReviewPage(): ReactNode {
  return <TaskList title="审核签发" note="勾选多条可以一起审核、签发。打开一条可以看全文、填写意见和退回。" review />
}
