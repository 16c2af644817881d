// 目录运行: units × fields, the worst first, each cell with the sign of its worst entry.
import { Button, Pagination } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { getHeartbeatMap } from '../../../src/modules/catalogue/http/heartbeat-contract.ts'
import { pulses, type Pulse } from '../../../src/modules/catalogue/law/pulses.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ChoiceFilter } from '../../ui/filters.tsx'
import { LineSwitch, useLine } from '../../ui/line.tsx'
import { useListState } from '../../ui/list-state.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { PulseCell, PulseTag } from './Pulses.tsx'

export function HeartbeatPage(): ReactNode {
  const state = useListState({ sort: 'worst', size: 30 })
  const pulse = state.value('pulse')
  const choice = useLine(state.value('line'))
  const query = {
    line: choice.line,
    page: state.page,
    size: state.size,
    sort: state.sort === 'unit' ? 'unit' : 'worst',
    ...(state.value('field') ? { field: state.value('field') } : {}),
    ...(pulse in pulses ? { pulse: pulse as Pulse } : {}),
  } as const
  const answer = useAnswer(getHeartbeatMap, { query }, { keep: true })
  const map = answer.data
  return (
    <>
      <PageHead
        title="目录运行"
        note="每个单位在每个领域的公开情况。格子里是最差的一种情形和条数，点单位看每一条。"
        main={
          <>
            <Link to={paths.columnHeartbeat}>
              <Button>按栏目看</Button>
            </Link>{' '}
            <Link to={paths.quotas}>
              <Button>每月公开数量</Button>
            </Link>
          </>
        }
      />
      <div className="gk-surface">
        {map && (
          <ul className="gk-pulse-totals" aria-label="全部条目">
            {map.totals.map((one) => (
              <li key={one.pulse}>
                <button type="button" aria-pressed={pulse === one.pulse} onClick={() => state.set({ pulse: pulse === one.pulse ? undefined : one.pulse })}>
                  <PulseTag pulse={one.pulse} count={one.count} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className="gk-filters">
          <LineSwitch choice={choice} onChange={(line) => state.set({ line, field: undefined, pulse: undefined })} />
          <ChoiceFilter state={state} name="field" placeholder="领域" options={(map?.fields ?? []).map((field) => ({ value: field, label: field }))} />
          <ChoiceFilter
            state={state}
            name="pulse"
            placeholder="情形"
            options={Object.entries(pulses).map(([value, one]) => ({ value, label: `${one.sign} ${one.title}` }))}
          />
          <ChoiceFilter state={state} name="sort" placeholder="最差在前" options={[{ value: 'unit', label: '按机构顺序' }]} />
        </div>
        <ErrorNote error={answer.error} again={() => void answer.refetch()} />
        {!map && !answer.error && <Waiting />}
        {map && map.rows.length === 0 && <EmptyNote what="没有符合条件的单位。" how="目录条目有了责任单位，这里就有运行情况。" />}
        {map && map.rows.length > 0 && (
          <section className="gk-map" aria-label="单位和领域的运行图">
            <table>
              <thead>
                <tr>
                  <th scope="col">单位</th>
                  <th scope="col">合计</th>
                  {map.fields
                    .filter((field) => map.rows.some((row) => row.cells.some((cell) => cell.field === field)))
                    .map((field) => (
                      <th key={field} scope="col" className="gk-map-field">
                        <span>{field}</span>
                      </th>
                    ))}
                </tr>
              </thead>
              <tbody>
                {map.rows.map((row) => (
                  <tr key={row.unitId}>
                    <th scope="row">
                      <Link to={paths.heartbeatOf(row.unitId)}>{row.unitName}</Link>
                    </th>
                    <td>
                      <PulseCell counts={row.counts} />
                    </td>
                    {map.fields
                      .filter((field) => map.rows.some((one) => one.cells.some((cell) => cell.field === field)))
                      .map((field) => (
                        <td key={field}>
                          <PulseCell counts={row.cells.find((cell) => cell.field === field)?.counts ?? []} />
                        </td>
                      ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        {map && map.total > state.size && (
          <Pagination
            className="gk-pages"
            current={state.page}
            pageSize={state.size}
            total={map.total}
            showSizeChanger={false}
            showTotal={(total) => `共 ${total} 个单位`}
            onChange={(page, size) => state.turn(page, size)}
          />
        )}
      </div>
    </>
  )
}
