// What a catalogue file would change: additions, changed cells, entries that it no longer holds. Nothing changes before it is applied.
import { Alert, App, Button, Table, Tag } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { getCatalogueImport, putImportApplication } from '../../../src/modules/catalogue/http/import-contract.ts'
import { audiences, channels, entryKinds, entryModes, fieldTitles, tiers, type EntryField } from '../../../src/modules/catalogue/law/entries.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { DayField } from '../../ui/DayField.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { countText, todayText, whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

type Preview = AnswerOf<typeof getCatalogueImport>
type Difference = Preview['differences'][number]

const whats = { add: { title: '新增', color: 'green' }, change: { title: '修改', color: 'gold' }, end: { title: '终止', color: 'red' } } as const

/** Keys of lists as words: `website、gazette` → 政府网站、政府公报. */
const words = new Map<string, string>([
  ...Object.entries(channels).map(([key, { title }]): [string, string] => [key, title]),
  ...Object.entries(tiers).map(([key, { title }]): [string, string] => [key, title]),
  ...Object.entries(audiences),
  ...Object.entries(entryModes),
])
const valueWords = (value: string): string => value.split('、').map((part) => words.get(part) ?? part).join('、') || '（空）' // prettier-ignore

function Cells(props: { readonly row: Difference }): ReactNode {
  if (props.row.what === 'end') return <span className="gk-muted">文件里没有这一条</span>
  if (props.row.what === 'add') return <span className="gk-muted">{props.row.place}</span>
  return (
    <ul className="gk-plain-list">
      {props.row.cells.map((cell) => (
        <li key={cell.field}>
          <strong>{fieldTitles[cell.field as EntryField]}</strong>：<del className="gk-muted">{valueWords(cell.before)}</del> → {valueWords(cell.after)}
        </li>
      ))}
      <li className="gk-muted">{props.row.place}</li>
    </ul>
  )
}

function Differences(props: { readonly importId: string; readonly preview: Preview }): ReactNode {
  const { differences } = props.preview
  // what a file leaves out may simply stand in another file: ends are chosen one by one
  const safe = useMemo(() => differences.filter((one) => one.what !== 'end').map((one) => one.key), [differences])
  const [chosen, setChosen] = useState<readonly string[]>(safe)
  const [begins, setBegins] = useState(todayText())
  const [error, setError] = useState<unknown>(null)
  const apply = useSend(putImportApplication)
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const count = (what: Difference['what']): number => differences.filter((one) => one.what === what && chosen.includes(one.key)).length
  const send = (): void => {
    setError(null)
    modal.confirm({
      title: `应用“${props.preview.fileName}”？`,
      content: `新增 ${count('add')} 条，修改 ${count('change')} 条，终止 ${count('end')} 条，自 ${begins} 起生效。`,
      okText: '应用',
      cancelText: '取消',
      onOk: async () => {
        try {
          const done = await apply.mutateAsync({ params: { importId: props.importId }, body: { begins, keys: [...chosen] } })
          void message.success(`新增 ${done.added} 条，修改 ${done.changed} 条，终止 ${done.ended} 条`)
          void navigate(`${paths.catalogue}?view=${props.preview.kind}`)
        } catch (cause) {
          setError(cause)
        }
      },
    })
  }
  if (differences.length === 0) return <Alert type="success" showIcon title="与现行目录没有差异，不需要应用。" />
  return (
    <Panel
      title={`差异（${countText(differences.length)}）`}
      extra={
        <div className="gk-filters">
          <DayField label="自何日起生效" value={begins} allowClear={false} onChange={(next) => next && setBegins(next)} />
          <Button type="primary" disabled={chosen.length === 0} loading={apply.isPending} onClick={send}>
            应用选中的 {chosen.length} 处
          </Button>
        </div>
      }
    >
      <ErrorNote error={error} />
      <Table<Difference>
        className="gk-table"
        size="middle"
        rowKey="key"
        dataSource={differences}
        scroll={{ x: 760 }}
        pagination={{ pageSize: 50, showSizeChanger: false, showTotal: (total) => `共 ${countText(total)} 处` }}
        rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys) => setChosen(keys.map(String)), preserveSelectedRowKeys: true, columnWidth: 44 }}
        columns={[
          {
            title: '变动',
            width: 90,
            render: (_, row) => <Tag color={whats[row.what].color}>{whats[row.what].title}</Tag>,
            filters: Object.entries(whats).map(([value, { title }]) => ({ value, text: title })),
            onFilter: (value, row) => row.what === value,
          },
          {
            title: '事项',
            width: 280,
            render: (_, row) => (
              <>
                {row.name}
                <span className="gk-cell-sub">{row.field}</span>
              </>
            ),
          },
          { title: '内容', render: (_, row) => <Cells row={row} /> },
        ]}
      />
    </Panel>
  )
}

export function CatalogueImportPage(): ReactNode {
  const { importId = '' } = useParams()
  const answer = useAnswer(getCatalogueImport, { params: { importId } })
  if (answer.error && !answer.data) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const preview = answer.data
  return (
    <>
      <PageHead
        title={`导入${entryKinds[preview.kind]}目录：${preview.fileName}`}
        crumbs={[{ title: '公开目录', path: paths.catalogue }, { title: '导入' }]}
        note={`读出 ${preview.rows} 行，${preview.fields.length} 个领域：${preview.fields.join('、')}。${preview.madeByName} ${whenText(preview.madeAt)}`}
      />
      {preview.appliedAt && <Alert type="success" showIcon title={`${preview.appliedByName ?? ''}已于 ${whenText(preview.appliedAt)} 应用。`} />}
      {preview.unknownBodies.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`这些公开主体没有找到对应的机构，应用后请在条目里指定责任单位：${preview.unknownBodies.slice(0, 20).join('、')}`}
        />
      )}
      {preview.refused.length > 0 && (
        <Panel title={`没有读入的行（${preview.refused.length}）`}>
          <ul className="gk-rows">
            {preview.refused.slice(0, 200).map((row) => (
              <li key={`${row.sheet}-${row.row}`}>
                <div className="gk-rows-main">
                  {row.sheet} 第 {row.row} 行{row.name && `：${row.name}`}
                  <span className="gk-cell-sub">{row.sentence}</span>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {!preview.appliedAt && <Differences key={importId} importId={importId} preview={preview} />}
    </>
  )
}
