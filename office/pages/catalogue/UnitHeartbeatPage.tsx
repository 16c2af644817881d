// How the entries of one unit beat, the worst first.
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { getUnitHeartbeat } from '../../../src/modules/catalogue/http/heartbeat-contract.ts'
import { pulses } from '../../../src/modules/catalogue/law/pulses.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter } from '../../ui/filters.tsx'
import { dayText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { PulseTag } from './Pulses.tsx'

export function UnitHeartbeatPage(): ReactNode {
  const { unitId = '' } = useParams()
  const state = useListState({ sort: 'worst' })
  const answer = useAnswer(getUnitHeartbeat, { params: { unitId } })
  const pulse = state.value('pulse')
  const field = state.value('field')
  const all = answer.data?.rows ?? []
  const rows = all.filter((row) => (pulse === '' || row.pulse === pulse) && (field === '' || row.field === field))
  const shown = rows.slice((state.page - 1) * state.size, state.page * state.size)
  return (
    <ListPage
      title={answer.data?.unitName ?? '目录运行'}
      crumbs={[{ title: '目录运行', path: paths.heartbeat }, { title: answer.data?.unitName ?? '' }]}
      filters={
        <>
          <ChoiceFilter
            state={state}
            name="pulse"
            placeholder="情形"
            options={(answer.data?.counts ?? []).map((one) => ({
              value: one.pulse,
              label: `${pulses[one.pulse].sign} ${pulses[one.pulse].title}（${one.count}）`,
            }))}
          />
          <ChoiceFilter
            state={state}
            name="field"
            placeholder="领域"
            options={[...new Set(all.map((row) => row.field))].map((value) => ({ value, label: value }))}
          />
        </>
      }
    >
      <ListTable
        label="目录运行"
        answer={{
          data: answer.data && { rows: shown, total: rows.length },
          error: answer.error,
          isFetching: answer.isFetching,
          refetch: () => void answer.refetch(),
        }}
        state={state}
        rowKey={(row) => row.responsibilityId}
        width={980}
        columns={[
          {
            title: '事项',
            width: 320,
            render: (row) => (
              <>
                <Link to={paths.catalogueEntry(row.entryId)}>{row.name}</Link>
                <span className="gk-cell-sub">
                  {row.field}
                  {row.sectionName && ` · ${row.sectionName}`}
                </span>
              </>
            ),
          },
          { title: '情形', width: 130, render: (row) => <PulseTag pulse={row.pulse} /> },
          {
            title: '最近一次公开',
            width: 320,
            render: (row) =>
              row.lastAt ? (
                <>
                  {row.lastTitle}
                  <span className="gk-cell-sub">{dayText(row.lastAt)}</span>
                </>
              ) : (
                <span className="gk-muted">没有</span>
              ),
          },
          {
            title: '下次应公开',
            width: 130,
            render: (row) =>
              row.dueOn ? (
                <Link className="gk-figure" to={`${paths.duties}?unitId=${unitId}&q=${encodeURIComponent(row.name.split(' / ').at(-1) ?? '')}`}>
                  {row.dueOn}
                </Link>
              ) : (
                <span className="gk-muted">—</span>
              ),
          },
        ]}
        empty={<EmptyNote what="没有符合条件的条目。" how="这个单位负责的目录条目会出现在这里。" />}
      />
    </ListPage>
  )
}
