// Parts that read like last year's report or like another unit's, with both texts side by side. It warns; people decide.
import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { getTextComparison, getTextLikeness, type AlikeRow } from '../../../src/modules/reports/http/text-contract.ts'
import { useAnswer } from '../../api/hooks.ts'
import { ComparedText } from '../../ui/ComparedText.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

const percent = (thousandths: number): string => `${Math.round(thousandths / 10)}%`

function Comparison(props: { readonly reportId: string; readonly row: AlikeRow; readonly onClose: () => void }): ReactNode {
  const { otherId, otherPart, part, unitName, year } = props.row
  const answer = useAnswer(getTextComparison, { params: { reportId: props.reportId, otherId }, query: { part, otherPart } })
  return (
    <Modal open width={820} title={`与${unitName}${year}年报告对照`} footer={null} onCancel={props.onClose}>
      <p className="gk-follows">划去的是对方的文字，加线的是本报告的文字，其余相同。</p>
      <ErrorNote error={answer.error} />
      {answer.isPending && <Waiting />}
      {answer.data && <ComparedText paragraphs={answer.data.paragraphs} />}
    </Modal>
  )
}

export function AlikeTexts(props: { readonly reportId: string; readonly titles: ReadonlyMap<number, string> }): ReactNode {
  const { reportId, titles } = props
  const answer = useAnswer(getTextLikeness, { params: { reportId } })
  const [row, setRow] = useState<AlikeRow | null>(null)
  const rows = answer.data?.rows ?? []
  if (rows.length === 0 && !answer.error) return null
  return (
    <Panel title="与其他报告相似">
      <ErrorNote error={answer.error} />
      <p className="gk-muted">按已保存的文字比较，数字和系统生成的句子不算。内容雷同的报告可能被通报；这里只提醒，不影响报送。</p>
      <ul className="gk-plain-list">
        {rows.map((one) => (
          <li key={`${one.part}-${one.otherId}-${one.otherPart}`}>
            “{titles.get(one.part)}”与{one.unitName}
            {one.year}年报告相似{percent(one.alike)}
            {one.readable ? (
              <Button type="link" size="small" onClick={() => setRow(one)}>
                对照
              </Button>
            ) : (
              <span className="gk-muted">（对方报告不在您的查看范围）</span>
            )}
          </li>
        ))}
      </ul>
      {row && <Comparison reportId={reportId} row={row} onClose={() => setRow(null)} />}
    </Panel>
  )
}
