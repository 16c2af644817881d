// 栏目运行: every column of the site with the pulse of its worst entry, when it was last added to and when it is due next.
import type { ReactNode } from 'react'
import { exportColumnBeats, listColumnBeats } from '../../../src/modules/catalogue/http/heartbeat-contract.ts'
import { pulses, type Pulse } from '../../../src/modules/catalogue/law/pulses.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, WordsFilter } from '../../ui/filters.tsx'
import { countText, dayText } from '../../ui/format.ts'
import { LineSwitch, useLine } from '../../ui/line.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { PulseTag } from './Pulses.tsx'

export function ColumnHeartbeatPage(): ReactNode {
  const state = useListState({ sort: 'worst' })
  const choice = useLine(state.value('line'))
  const pulse = state.value('pulse')
  const query = { line: choice.line, q: state.value('q'), ...(pulse in pulses ? { pulse: pulse as Pulse } : {}) } as const
  const sort = state.value('sort') === 'site' ? 'site' : 'worst'
  const answer = useAnswer(listColumnBeats, { query: { ...query, sort, page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="栏目运行"
      note="网站每个栏目的公开情况：取栏目里最差的一个目录条目；没有信息的栏目都是空白。"
      crumbs={[{ title: '目录运行', path: paths.heartbeat }, { title: '栏目运行' }]}
      csv={addressOf(exportColumnBeats, { query })}
      filters={
        <>
          <LineSwitch choice={choice} onChange={(line) => state.set({ line, pulse: undefined })} />
          <WordsFilter state={state} placeholder="栏目名称" />
          <ChoiceFilter
            state={state}
            name="pulse"
            placeholder="情形"
            options={(answer.data?.totals ?? []).map((one) => ({
              value: one.pulse,
              label: `${pulses[one.pulse].sign} ${pulses[one.pulse].title} ${one.count}`,
            }))}
          />
          <ChoiceFilter state={state} name="sort" placeholder="最差在前" options={[{ value: 'site', label: '按网站顺序' }]} />
        </>
      }
    >
      <ListTable
        label="栏目运行"
        answer={answer}
        state={state}
        rowKey={(row) => row.columnId}
        width={860}
        columns={[
          {
            title: '栏目',
            width: 280,
            render: (row) => (
              <>
                {row.path.at(-1)}
                {row.path.length > 1 && <span className="gk-cell-sub">{row.path.slice(0, -1).join(' / ')}</span>}
              </>
            ),
          },
          {
            title: '情形',
            width: 120,
            render: (row) => (row.pulse === null ? <span className="gk-muted">没有目录条目</span> : <PulseTag pulse={row.pulse} />),
          },
          { title: '信息', width: 80, render: (row) => <span className="gk-figure">{countText(row.documents)}</span> },
          { title: '最近更新', width: 120, render: (row) => <span className="gk-figure">{row.lastAt === null ? '—' : dayText(row.lastAt)}</span> },
          { title: '下次公开', width: 120, render: (row) => <span className="gk-figure">{row.dueOn ?? '—'}</span> },
          {
            title: '目录条目',
            width: 240,
            render: (row) =>
              row.counts.length === 0 ? (
                <span className="gk-muted">—</span>
              ) : (
                <span className="gk-cell-sub">{row.counts.map((one) => `${pulses[one.pulse].title} ${one.count}`).join('，')}</span>
              ),
          },
        ]}
        empty={<EmptyNote what="没有符合条件的栏目。" how="目录条目写明了发布栏目，这里就按条目的情形显示栏目。" />}
      />
    </ListPage>
  )
}
