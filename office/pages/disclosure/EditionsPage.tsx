// 信息管理: everything I may read, by saved views, with filters, order, CSV and batch steps.
import type { ReactNode } from 'react'
import { useState } from 'react'
import { documentKinds } from '../../../src/law/document-kinds.ts'
import { themeLeaves } from '../../../src/law/themes.ts'
import { exportEditions, listEditions } from '../../../src/modules/disclosure/http/contract.ts'
import { disclosureModes, validities } from '../../../src/modules/disclosure/law/metadata.ts'
import { states } from '../../../src/modules/disclosure/law/states.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { BatchSteps } from '../../forms/disclosure/BatchSteps.tsx'
import { NewEdition } from '../../forms/disclosure/NewEdition.tsx'
import { useSession } from '../../shell/session.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, DaysFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { shortTotal } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { authorColumn, publishedColumn, stateColumn, titleColumn, unitColumn, updatedColumn } from './edition-columns.tsx'

const underway = 'section-review,secrecy-review,referred,confirming,signing,signing-important'

/** A saved view is a set of filters with a name. */
const views = {
  all: { title: '全部', query: { newest: 'true' }, empty: '还没有信息。' },
  mine: { title: '我的草稿', query: { mine: 'true', state: 'draft,returned' }, empty: '没有草稿，也没有退给您的信息。' },
  underway: { title: '办理中', query: { state: underway }, empty: '没有正在审核、审查、会签或者签发的信息。' },
  signed: { title: '待发布', query: { state: 'signed' }, empty: '没有已签发、等待发布的信息。' },
  published: { title: '已发布', query: { state: 'published' }, empty: '还没有发布过信息。' },
  withdrawn: { title: '已撤下', query: { state: 'withdrawn' }, empty: '没有撤下过信息。' },
  historic: { title: '历史数据', query: { historic: 'true', newest: 'true' }, empty: '没有迁移进来的历史数据。' },
} as const

type View = keyof typeof views

function useCount(view: View): number | string | undefined {
  const { data } = useAnswer(listEditions, { query: { ...views[view].query, size: 1 } })
  return data && shortTotal(data)
}

const filterNames = ['q', 'kind', 'theme', 'unitId', 'validity', 'disclosureMode', 'state', 'updatedFrom', 'updatedTo', 'important', 'findings'] as const

export function EditionsPage(): ReactNode {
  const state = useListState({ sort: '-updatedAt' })
  const { may } = useSession()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const view = (state.value('view') in views ? state.value('view') : 'all') as View
  const filters = Object.fromEntries(filterNames.map((name) => [name, state.value(name)]).filter(([, value]) => value !== ''))
  const query = { ...views[view].query, ...filters, sort: state.sort as '-updatedAt' }
  const answer = useAnswer(listEditions, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const counts: Record<View, number | string | undefined> = {
    all: useCount('all'),
    mine: useCount('mine'),
    underway: useCount('underway'),
    signed: useCount('signed'),
    published: useCount('published'),
    withdrawn: useCount('withdrawn'),
    historic: useCount('historic'),
  }
  const filtered = state.filtered(...filterNames)
  const dated = view === 'published' || view === 'withdrawn' || view === 'historic'
  return (
    <ListPage
      title="信息管理"
      main={may('edition.draft') && <NewEdition />}
      views={(Object.keys(views) as View[]).map((key) => ({ key, title: views[key].title, count: counts[key] }))}
      view={view}
      onView={(key) => (setChosen([]), state.set({ view: key, state: undefined }))}
      csv={addressOf(exportEditions, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="标题、索引号、文号" />
          <UnitFilter state={state} />
          {view === 'all' && (
            <ChoiceFilter
              state={state}
              name="state"
              placeholder="状态"
              options={Object.entries(states).map(([value, { title }]) => ({ value, label: title }))}
            />
          )}
          <ChoiceFilter state={state} name="kind" placeholder="公文种类" options={documentKinds.map((kind) => ({ value: kind, label: kind }))} />
          <ChoiceFilter
            state={state}
            name="theme"
            placeholder="主题分类"
            options={themeLeaves.map((leaf) => ({ value: leaf, label: leaf.replace('\\', ' / ') }))}
          />
          <ChoiceFilter
            state={state}
            name="findings"
            placeholder="发布检查"
            options={[
              { value: 'any', label: '有发现' },
              { value: 'error', label: '有错误' },
            ]}
          />
          <ChoiceFilter state={state} name="validity" placeholder="有效性" options={optionsOf(validities)} />
          <ChoiceFilter state={state} name="disclosureMode" placeholder="公开方式" options={optionsOf(disclosureModes)} />
          <DaysFilter state={state} from="updatedFrom" to="updatedTo" label="修改日期" />
        </>
      }
    >
      <BatchSteps chosen={chosen} rows={answer.data?.rows ?? []} onClear={() => setChosen([])} />
      <ListTable
        label="信息"
        answer={answer}
        state={state}
        rowKey={(row) => row.editionId}
        nameOf={(row) => row.title}
        chosen={chosen}
        onChoose={setChosen}
        width={dated ? 1090 : 1000}
        columns={
          dated
            ? [titleColumn, unitColumn, stateColumn, authorColumn, publishedColumn, updatedColumn]
            : [titleColumn, unitColumn, stateColumn, authorColumn, updatedColumn]
        }
        empty={
          <EmptyNote
            what={filtered ? '没有符合条件的信息。' : views[view].empty}
            how={
              filtered
                ? '换一个条件，或者清空筛选。'
                : may('edition.draft')
                  ? '点“新建信息”起草，或者在“批量导入”里导入文件。'
                  : '起草单位提交后，会出现在这里。'
            }
          />
        }
      />
    </ListPage>
  )
}
