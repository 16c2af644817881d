// The pieces behind a figure.
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { exportFigureRows, listFigureRows } from '../../../src/modules/channels/http/contract.ts'
import { channels, type ChannelName } from '../../../src/modules/channels/law/channels.ts'
import { channelMetrics, type ChannelMetric } from '../../../src/modules/channels/law/metrics.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { useLine } from '../../ui/line.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'

export function FigureRowsPage(): ReactNode {
  const state = useListState({ sort: '' })
  const metric = (Object.hasOwn(channelMetrics, state.value('metric')) ? state.value('metric') : 'published-distinct') as ChannelMetric
  const names = state.value('channels')
  const [unitId, from, until] = [state.value('unitId'), state.value('from'), state.value('until')]
  const { line } = useLine(state.value('line'))
  const query = {
    line,
    from,
    until,
    metric,
    ...(names ? { channels: names } : {}),
    ...(unitId ? { unitId } : {}),
    own: state.value('own') === 'true' ? 'true' : 'false',
    once: state.value('once') === 'true' ? 'true' : 'false',
  }
  const answer = useAnswer(listFigureRows, { query: { ...query, page: state.page, size: state.size } }, { keep: true, enabled: from !== '' && until !== '' })
  const channelTitles = names
    .split(',')
    .filter((name): name is ChannelName => Object.hasOwn(channels, name))
    .map((name) => channels[name].title)
  return (
    <ListPage
      title={channelMetrics[metric].title}
      crumbs={[{ title: '公开数量', path: paths.figures }, { title: '明细' }]}
      note={`${from} 至 ${until}。${channelTitles.length > 0 && channelTitles.length < 8 ? `${channelTitles.join('、')}。` : ''}${channelMetrics[metric].counts}`}
      csv={addressOf(exportFigureRows, { query })}
    >
      <ListTable
        label="明细"
        answer={answer}
        state={state}
        rowKey={(row) => `${row.pieceId}-${row.channel}`}
        width={760}
        columns={[
          {
            title: '信息',
            width: 400,
            render: (row) => (
              <>
                {row.editionId ? <Link to={paths.edition(row.editionId)}>{row.title}</Link> : row.title}
                {row.documentId === null && <Tag>未上网站</Tag>}
                {row.indexNumber && <span className="gk-cell-sub">{row.indexNumber}</span>}
              </>
            ),
          },
          { title: '单位', width: 180, render: (row) => row.unitName },
          { title: '渠道', width: 120, render: (row) => channels[row.channel].title },
          { title: '首次公开', width: 112, render: (row) => <span className="gk-figure">{row.day}</span> },
        ]}
        empty={<EmptyNote what="没有符合条件的信息。" how="换一个期间、渠道或者单位看看。" />}
      />
    </ListPage>
  )
}
