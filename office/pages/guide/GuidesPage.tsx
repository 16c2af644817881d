// 公开指南: how the guide of each unit stands, the worst first.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { exportGuides, listGuides } from '../../../src/modules/guide/http/contract.ts'
import { guideStates, type GuideState } from '../../../src/modules/guide/law/parts.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, WordsFilter } from '../../ui/filters.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

const states = Object.keys(guideStates) as GuideState[]

export function GuidesPage(): ReactNode {
  const list = useListState({ sort: '' })
  const state = states.find((one) => one === list.value('state'))
  const query = { q: list.value('q'), ...(state ? { state } : {}) }
  const answer = useAnswer(listGuides, { query: { ...query, page: list.page, size: list.size } }, { keep: true })
  return (
    <ListPage
      title="公开指南"
      note="系统据机构信息、站点设置、公开目录和法律期限起草，情况变化时自动更新草稿；审核、签发和发布与其他信息一样办理。"
      csv={addressOf(exportGuides, { query })}
      filters={
        <>
          <WordsFilter state={list} placeholder="单位名称" />
          <ChoiceFilter state={list} name="state" placeholder="状态" options={states.map((value) => ({ value, label: guideStates[value].title }))} />
        </>
      }
    >
      <ListTable
        label="公开指南"
        answer={answer}
        state={list}
        rowKey={(row) => row.unitId}
        width={820}
        columns={[
          { title: '单位', width: 260, render: (row) => <Link to={paths.guide(row.unitId)}>{row.unitName}</Link> },
          { title: '状态', width: 150, render: (row) => <StateTag {...guideStates[row.state]} /> },
          { title: '公开时间', width: 160, render: (row) => <span className="gk-figure">{row.publishedAt ? whenText(row.publishedAt) : '—'}</span> },
          { title: '缺少的内容', width: 200, render: (row) => row.missing.join('、') || <span className="gk-muted">—</span> },
          { title: '稿件', width: 100, render: (row) => (row.openEditionId ? <Link to={paths.edition(row.openEditionId)}>打开稿件</Link> : '') },
        ]}
        empty={
          list.filtered('q', 'state') ? (
            <EmptyNote what="没有符合条件的单位。" how="请放宽条件。" />
          ) : (
            <EmptyNote what="还没有单位负责公开指南。" how="在公开目录里增加“政府信息公开指南”条目，放在信息公开指南栏目，指定责任单位。" />
          )
        }
      />
    </ListPage>
  )
}
