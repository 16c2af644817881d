// 导入记录: every file that was taken in, with what is doubtful and what was lost.
import { ImportOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { getImport, getImports, getImportsCsv } from '../../../src/modules/disclosure/http/import-contract.ts'
import { importOutcomes } from '../../../src/modules/disclosure/law/import-formats.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { bytesText, whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { ImportReport } from './ImportReport.tsx'
import { OutcomeTag } from './import-words.tsx'

function Report(props: { readonly importId: string }): ReactNode {
  const answer = useAnswer(getImport, { params: { importId: props.importId } })
  if (answer.error) return <ErrorNote error={answer.error} />
  return answer.data ? <ImportReport result={answer.data} /> : <Waiting />
}

export function ImportsPage(): ReactNode {
  const { importId } = useParams()
  const navigate = useNavigate()
  const state = useListState({ sort: '-importedAt' })
  const doubtful = state.value('view') === 'doubtful'
  const query = {
    ...Object.fromEntries(['q', 'outcome', 'unitId', 'batchId'].map((name) => [name, state.value(name)]).filter(([, value]) => value !== '')),
    doubtful: doubtful ? 'true' : 'false',
    sort: state.sort as '-importedAt',
  } as const
  const answer = useAnswer(getImports, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const doubtfulCount = useAnswer(getImports, { query: { doubtful: 'true', size: 1 } }).data?.total
  return (
    <ListPage
      title="批量导入"
      main={
        <Button type="primary" icon={<ImportOutlined />} onClick={() => void navigate(paths.importRun)}>
          导入文件
        </Button>
      }
      views={[
        { key: 'all', title: '全部记录' },
        { key: 'doubtful', title: '有疑问的', count: doubtfulCount },
      ]}
      view={doubtful ? 'doubtful' : 'all'}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(getImportsCsv, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="文件名、标题" />
          <ChoiceFilter
            state={state}
            name="outcome"
            placeholder="结果"
            options={Object.entries(importOutcomes).map(([value, { title }]) => ({ value, label: title }))}
          />
          <UnitFilter state={state} />
        </>
      }
    >
      <ListTable
        label="导入记录"
        answer={answer}
        state={state}
        rowKey={(row) => row.importId}
        width={980}
        columns={[
          {
            title: '文件',
            sort: 'fileName',
            width: 320,
            render: (row) => (
              <>
                <Link to={`${paths.import(row.importId)}${window.location.search}`}>{row.fileName}</Link>
                <span className="gk-cell-sub">
                  {bytesText(row.bytes)}
                  {row.title && ` · ${row.title}`}
                </span>
              </>
            ),
          },
          {
            title: '结果',
            width: 200,
            render: (row) => (
              <>
                <OutcomeTag outcome={row.outcome} />
                {row.refusal && <span className="gk-cell-sub gk-bad">{row.refusal}</span>}
              </>
            ),
          },
          {
            title: '需要核对',
            width: 90,
            align: 'right',
            render: (row) => <span className={row.doubtful > 0 ? 'gk-soon gk-figure' : 'gk-figure'}>{row.doubtful}</span>,
          },
          {
            title: '没有保留',
            width: 90,
            align: 'right',
            render: (row) => <span className={row.lost > 0 ? 'gk-bad gk-figure' : 'gk-figure'}>{row.lost}</span>,
          },
          { title: '单位', width: 150, render: (row) => row.unitName },
          {
            title: '导入',
            sort: 'importedAt',
            width: 150,
            render: (row) => (
              <>
                {row.importedByName}
                <span className="gk-cell-sub gk-figure">{whenText(row.importedAt)}</span>
              </>
            ),
          },
        ]}
        empty={<EmptyNote what="还没有导入过文件。" how="点“导入文件”，可以一次选择许多文件，或者拖进来。" />}
      />
      <Drawer
        open={importId !== undefined}
        title="导入报告"
        size={720}
        onClose={() => void navigate(`${paths.imports}${window.location.search}`)}
        destroyOnHidden
      >
        {importId !== undefined && <Report importId={importId} />}
      </Drawer>
    </ListPage>
  )
}
