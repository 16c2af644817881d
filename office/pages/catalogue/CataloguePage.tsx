// 公开目录: what must be disclosed, field by field; export and import in the official layout.
import { App, Button, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { exportEntriesCsv, exportEntriesXlsx, listEntries, listFields, postEntry } from '../../../src/modules/catalogue/http/contract.ts'
import { postCatalogueImport } from '../../../src/modules/catalogue/http/import-contract.ts'
import { entryKinds, entryModes, type EntryKind } from '../../../src/modules/catalogue/law/entries.ts'
import { rhythmWords } from '../../../src/modules/catalogue/law/rhythms.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { sentencesOf } from '../../api/problem.ts'
import { upload } from '../../api/upload.ts'
import { emptyContent, emptyPartyContent, EntryDialog } from '../../forms/catalogue/EntryDialog.tsx'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { todayText } from '../../ui/format.ts'
import { useLine } from '../../ui/line.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { audienceWords, entryTitle } from './entry-words.ts'

/** Reads the file on the server, then shows what it would change: nothing is changed yet. */
function ImportButton(props: { readonly kind: EntryKind }): ReactNode {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [part, setPart] = useState<number | null>(null)
  const send = async (file: File): Promise<void> => {
    setPart(0)
    try {
      const { id } = await upload(postCatalogueImport, {}, [file], { kind: props.kind }, setPart).answer
      void navigate(paths.catalogueImport(id))
    } catch (error) {
      void message.error(sentencesOf(error)[0]?.sentence ?? '没有读出来')
    } finally {
      setPart(null)
    }
  }
  return (
    <Upload accept=".xlsx" showUploadList={false} beforeUpload={(file) => (void send(file), false)}>
      <Button loading={part !== null}>
        {part === null ? (props.kind === 'party' ? '导入党务目录' : '导入标准目录') : part < 1 ? `上传 ${Math.round(part * 100)}%` : '正在读取'}
      </Button>
    </Upload>
  )
}

export function CataloguePage(): ReactNode {
  const state = useListState({ sort: 'field' })
  const { may } = useSession()
  const { message } = App.useApp()
  const view = state.value('view')
  const { line } = useLine(null)
  const kind: EntryKind = view === 'party' || view === 'internal' || view === 'government' ? view : line
  const query = {
    kind,
    q: state.value('q'),
    ...(state.value('field') ? { field: state.value('field') } : {}),
    ...(state.value('unitId') ? { unitId: state.value('unitId') } : {}),
    state: state.value('state') === 'ended' ? 'ended' : 'in-force',
  } as const
  const answer = useAnswer(listEntries, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const fields = useAnswer(listFields, { query: { kind } }).data?.rows ?? []
  const create = useSend(postEntry)
  const [adding, setAdding] = useState(false)
  const keeps = may('catalogue.manage')
  return (
    <ListPage
      title="公开目录"
      note="应当公开什么、由谁公开、依据什么、多长时间公开一次。条目修改后成为新版本，旧版本保留。"
      main={
        keeps && (
          <>
            <ImportButton kind={kind} />
            <Button type="primary" onClick={() => setAdding(true)}>
              新增条目
            </Button>
          </>
        )
      }
      views={Object.entries(entryKinds).map(([key, title]) => ({ key, title }))}
      view={kind}
      onView={(key) => state.set({ view: key, field: undefined })}
      csv={addressOf(exportEntriesCsv, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="事项、内容" />
          <ChoiceFilter
            state={state}
            name="field"
            placeholder="领域"
            options={fields.map((row) => ({ value: row.field, label: `${row.field}（${row.entries}）` }))}
          />
          <UnitFilter state={state} placeholder="责任单位" />
          <ChoiceFilter state={state} name="state" placeholder="现行条目" options={[{ value: 'ended', label: '已终止的条目' }]} />
          <Button href={addressOf(exportEntriesXlsx, { query })} download>
            {kind === 'party' ? '导出党务目录' : '导出标准目录'}
          </Button>
        </>
      }
    >
      <ListTable
        label="公开目录"
        answer={answer}
        state={state}
        rowKey={(row) => row.entryId}
        width={1080}
        columns={[
          {
            title: '事项',
            width: 300,
            render: (row) => (
              <>
                <Link to={paths.catalogueEntry(row.entryId)}>{entryTitle(row)}</Link>
                <span className="gk-cell-sub">
                  {row.field} · 第{row.serial}项{row.number > 1 && ` · 第${row.number}版`}
                </span>
              </>
            ),
          },
          { title: '公开时限', width: 190, render: (row) => row.limitText || <span className="gk-muted">—</span> },
          { title: '频次', width: 200, render: (row) => rhythmWords(row.rhythm) },
          {
            title: '公开主体',
            width: 170,
            render: (row) => (
              <>
                {row.bodyText || '—'}
                {row.units === 0 ? <span className="gk-cell-sub gk-soon">没有责任单位</span> : <span className="gk-cell-sub">{row.units} 个责任单位</span>}
              </>
            ),
          },
          {
            title: '对象和方式',
            width: 110,
            render: (row) => (
              <>
                {audienceWords(row)}
                <span className="gk-cell-sub">{entryModes[row.mode]}公开</span>
              </>
            ),
          },
          { title: '生效', width: 110, render: (row) => <span className="gk-figure">{row.beginsOn}</span> },
        ]}
        empty={<EmptyNote what="没有符合条件的条目。" how={keeps ? '新增条目，或者导入本县的标准目录。' : '目录由县政府信息公开工作机构维护。'} />}
      />
      <EntryDialog
        open={adding}
        title="新增目录条目"
        okText="新增"
        fields={fields.map((row) => row.field)}
        initial={{ content: { ...(kind === 'party' ? emptyPartyContent : emptyContent), kind, field: state.value('field') }, begins: todayText(), note: '' }}
        onSubmit={async (values) => {
          await create.mutateAsync({ body: values })
          void message.success('已新增')
        }}
        onClose={() => setAdding(false)}
      />
    </ListPage>
  )
}
