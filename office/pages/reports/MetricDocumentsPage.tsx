// The documents behind a figure of the website.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { isDocumentMetric, publicationMetrics } from '../../../src/modules/publication/law/metrics.ts'
import { exportMetricDocuments, listMetricDocuments } from '../../../src/modules/reports/http/metric-contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'

export function MetricDocumentsPage(): ReactNode {
  const state = useListState({ sort: '' })
  const asked = state.value('metric')
  const metric = isDocumentMetric(asked) ? asked : 'documents'
  const [from, until, unitId, genre] = [state.value('from'), state.value('until'), state.value('unitId'), state.value('genre')]
  const query = { metric, from, until, own: state.value('own') === 'true' ? 'true' : 'false', ...(unitId ? { unitId } : {}), ...(genre ? { genre } : {}) }
  const answer = useAnswer(
    listMetricDocuments,
    { query: { ...query, page: state.page, size: state.size } },
    { keep: true, enabled: from !== '' && until !== '' },
  )
  const { title, counts, over } = publicationMetrics[metric]
  return (
    <ListPage
      title={title}
      crumbs={[{ title: '数据统计', path: `${paths.statistics}?metric=publication.${metric}` }, { title: '明细' }]}
      note={`${over === 'day' ? `截至${until}` : `${from} 至 ${until}`}。${genre ? `体裁：${genre}。` : ''}${counts}`}
      csv={addressOf(exportMetricDocuments, { query })}
    >
      <ListTable
        label="明细"
        answer={answer}
        state={state}
        rowKey={(row) => row.id}
        width={760}
        columns={[
          {
            title: '文件',
            width: 400,
            render: (row) => (
              <>
                {row.editionId ? <Link to={paths.edition(row.editionId)}>{row.title}</Link> : row.title}
                <span className="gk-cell-sub">{[row.indexNumber, row.documentNumber].filter(Boolean).join(' · ')}</span>
              </>
            ),
          },
          { title: '单位', width: 180, render: (row) => row.unitName },
          { title: '体裁', width: 80, render: (row) => row.kind },
          { title: '日期', width: 112, render: (row) => <span className="gk-figure">{row.day}</span> },
        ]}
        empty={<EmptyNote what="没有符合条件的文件。" how="换一个期间或者单位看看。" />}
      />
    </ListPage>
  )
}
