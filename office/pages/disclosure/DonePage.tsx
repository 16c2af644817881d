// 已办事项: every step I took, newest first.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { exportDone, listDone } from '../../../src/modules/disclosure/http/contract.ts'
import { steps } from '../../../src/modules/disclosure/law/steps.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { stateTones, untitled } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, DaysFilter, WordsFilter } from '../../ui/filters.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

export function DonePage(): ReactNode {
  const state = useListState({ sort: '-at' })
  const query = {
    ...Object.fromEntries(['q', 'step', 'from', 'to'].map((name) => [name, state.value(name)]).filter(([, value]) => value !== '')),
    sort: state.sort as '-at',
  }
  const answer = useAnswer(listDone, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="已办事项"
      csv={addressOf(exportDone, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="标题" />
          <ChoiceFilter
            state={state}
            name="step"
            placeholder="办理动作"
            options={Object.entries(steps).map(([value, { title }]) => ({ value, label: title }))}
          />
          <DaysFilter state={state} from="from" to="to" label="办理日期" />
        </>
      }
    >
      <ListTable
        label="已办事项"
        answer={answer}
        state={state}
        rowKey={(row) => `${row.editionId}-${row.at}-${row.stepTitle}`}
        width={900}
        columns={[
          { title: '标题', width: 340, render: (row) => <Link to={paths.edition(row.editionId)}>{row.title || untitled}</Link> },
          { title: '单位', width: 140, render: (row) => row.unitName },
          {
            title: '办理',
            width: 200,
            render: (row) => (
              <>
                {row.stepTitle}
                {row.onBehalfOfName && `（代${row.onBehalfOfName}）`}
                {row.opinion && <span className="gk-cell-sub">{row.opinion}</span>}
              </>
            ),
          },
          { title: '办理时间', sort: 'at', width: 150, render: (row) => <span className="gk-figure">{whenText(row.at)}</span> },
          { title: '现在状态', width: 130, render: (row) => <StateTag title={row.stateTitle} tone={stateTones[row.state]} /> },
        ]}
        empty={<EmptyNote what="还没有办理记录。" how="您提交、审核、签发或者退回信息后，会记在这里。" />}
      />
    </ListPage>
  )
}
