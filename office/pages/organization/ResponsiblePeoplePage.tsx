// 第一责任人名册: who answers for disclosure in every unit.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { getResponsiblePeople, getResponsiblePeopleCsv } from '../../../src/modules/organization/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { DayField } from '../../ui/DayField.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { WordsFilter } from '../../ui/filters.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { OrganizationLinks } from './UnitsPage.tsx'

export function ResponsiblePeoplePage(): ReactNode {
  const state = useListState({ sort: '' })
  const query = Object.fromEntries(['q', 'asOf'].map((name) => [name, state.value(name)]).filter(([, value]) => value !== ''))
  const answer = useAnswer(getResponsiblePeople, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="第一责任人名册"
      note={<OrganizationLinks />}
      csv={addressOf(getResponsiblePeopleCsv, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="单位、姓名" />
          <div className="gk-filter-day">
            <DayField label="查看哪一天的名册" value={state.value('asOf') || null} placeholder="查看某一天" onChange={(day) => state.set({ asOf: day })} />
          </div>
        </>
      }
    >
      <ListTable
        label="第一责任人名册"
        answer={answer}
        state={state}
        rowKey={(row) => row.unitId}
        width={760}
        columns={[
          { title: '单位', width: 220, render: (row) => <Link to={paths.unit(row.unitId)}>{row.unitName}</Link> },
          {
            title: '第一责任人',
            width: 190,
            render: (row) => (
              <>
                {row.personName}
                <span className="gk-cell-sub">{row.personTitle}</span>
              </>
            ),
          },
          { title: '联系人', width: 100, render: (row) => row.contactName ?? '—' },
          { title: '联系电话', width: 140, render: (row) => row.contactPhone || '—' },
          { title: '自', width: 110, render: (row) => <span className="gk-figure">{row.validFrom}</span> },
        ]}
        empty={<EmptyNote what="还没有确定第一责任人的单位。" how="在“机构”里打开一个单位，确定它的第一责任人和联系人。" />}
      />
    </ListPage>
  )
}
