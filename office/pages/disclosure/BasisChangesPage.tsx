// 依据已变化: public texts that rest on a document which was amended, repealed, lost its force or was withdrawn.
import { App, Button, Form, Input, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { exportBasisChanges, listBasisChanges, putBasisSettlement } from '../../../src/modules/disclosure/http/basis-contract.ts'
import { basisChanges, basisSettlements, type BasisSettlement } from '../../../src/modules/disclosure/law/basis-changes.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { Facts } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

type Row = AnswerOf<typeof listBasisChanges>['rows'][number]

const titled = (rows: Readonly<Record<string, { readonly title: string }>>): { value: string; label: string }[] =>
  Object.entries(rows).map(([value, { title }]) => ({ value, label: title }))

export function BasisChangesPage(): ReactNode {
  const state = useListState({ sort: 'newest' })
  const { may } = useSession()
  const { message } = App.useApp()
  const view = state.value('view') === 'settled' ? 'settled' : state.value('view') === 'all' ? 'all' : 'open'
  const change = state.value('change')
  const unitId = state.value('unitId')
  const query = { state: view, q: state.value('q'), ...(change ? { change: change as Row['change'] } : {}), ...(unitId ? { unitId } : {}) } as const
  const answer = useAnswer(listBasisChanges, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const open = useAnswer(listBasisChanges, { query: { state: 'open', size: 1 } }).data?.total
  const settle = useSend(putBasisSettlement)
  const [asked, setAsked] = useState<Row | null>(null)
  return (
    <ListPage
      title="依据已变化"
      note="引用的文件被修改、废止、失效或者撤下后，请核对本单位的文件是否还能执行，并登记处理结果。"
      views={[
        { key: 'open', title: '待核对', count: open },
        { key: 'settled', title: '已处理' },
        { key: 'all', title: '全部' },
      ]}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportBasisChanges, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="标题、依据文号" />
          <ChoiceFilter state={state} name="change" placeholder="变化" options={titled(basisChanges)} />
          <UnitFilter state={state} />
        </>
      }
    >
      <ListTable
        label="依据已变化"
        answer={answer}
        state={state}
        rowKey={(row) => `${row.documentId} ${row.basisId} ${row.change}`}
        width={1000}
        columns={[
          {
            title: '本单位文件',
            width: 320,
            render: (row) => (
              <>
                <Link to={paths.edition(row.editionId)}>{row.title}</Link>
                <span className="gk-cell-sub">
                  {row.unitName} · {row.authorName}
                </span>
              </>
            ),
          },
          {
            title: '依据',
            width: 320,
            render: (row) => (
              <>
                {row.basisTitle}
                {row.basisNumber && <span className="gk-cell-sub">{row.basisNumber}</span>}
                {row.successorTitle && <span className="gk-cell-sub">现行文件：{row.successorTitle}</span>}
              </>
            ),
          },
          { title: '变化', width: 100, render: (row) => <StateTag title={row.changeTitle} tone={row.change === 'amended' ? 'soon' : 'bad'} /> },
          { title: '时间', width: 150, render: (row) => <span className="gk-figure">{whenText(row.happenedAt)}</span> },
          {
            title: '处理',
            width: 160,
            render: (row) =>
              row.settlement ? (
                <>
                  {basisSettlements[row.settlement].title}
                  <span className="gk-cell-sub">
                    {row.settledByName} {whenText(row.settledAt)}
                  </span>
                  {row.settledNote && <span className="gk-cell-sub">{row.settledNote}</span>}
                </>
              ) : may('edition.draft') ? (
                <Button size="small" onClick={() => setAsked(row)}>
                  登记处理
                </Button>
              ) : (
                <span className="gk-soon">待核对</span>
              ),
          },
        ]}
        empty={
          <EmptyNote
            what={view === 'open' ? '没有需要核对的文件。' : '没有记录。'}
            how="本单位公开的文件所引用的依据被废止、修改、失效或者撤下时，会列在这里，并通知起草人和本单位信息员。"
          />
        }
      />
      <FormDialog<{ settlement: BasisSettlement; note?: string }>
        open={asked !== null}
        title="登记处理结果"
        okText="登记"
        initial={{}}
        note={
          asked && (
            <Facts
              narrow
              rows={[
                ['本单位文件', asked.title],
                ['依据', `${asked.basisTitle}${asked.basisNumber ? `（${asked.basisNumber}）` : ''}`],
                ['变化', asked.changeTitle],
              ]}
            />
          )
        }
        onSubmit={async (values) => {
          if (asked === null) return
          const { documentId, basisId, change: changed } = asked
          await settle.mutateAsync({ params: { documentId, basisId, change: changed }, body: values })
          void message.success('已登记')
        }}
        onClose={() => setAsked(null)}
      >
        <Form.Item name="settlement" label="核对结果" rules={[{ required: true, message: '请选择核对结果' }]}>
          <Radio.Group vertical options={titled(basisSettlements)} />
        </Form.Item>
        <Form.Item name="note" label="说明" extra="继续有效的，写明理由；已修订或者一并废止的，可写明新文件。">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </FormDialog>
    </ListPage>
  )
}
