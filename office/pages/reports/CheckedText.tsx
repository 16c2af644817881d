// The text of a report with its findings marked; a mark leads to what is said of it.
import type { ReactNode } from 'react'
import type { FoundInReport, MarkedParagraph } from '../../../src/modules/reports/http/contract.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'

export function CheckedText(props: {
  readonly paragraphs: readonly MarkedParagraph[]
  readonly findings: readonly FoundInReport[]
  readonly chosen: number | null
  readonly onChoose: (finding: number) => void
}): ReactNode {
  const { paragraphs, findings, chosen, onChoose } = props
  if (paragraphs.length === 0) return <EmptyNote what="文件里没有正文。" how="只读到了标题和表格。" />
  const first = new Set<number>()
  /** The first piece of a finding is what its button leads to. */
  const idOf = (finding: number): string | undefined => {
    if (first.has(finding)) return undefined
    first.add(finding)
    return `report-mark-${finding}`
  }
  return (
    <div className="gk-checked-text">
      {paragraphs.map(({ heading, pieces }, at) => (
        // paragraphs have no identity but their place
        <p key={`${at}-${pieces.length}`} className={heading ? 'gk-checked-heading' : undefined}>
          {pieces.map(({ text, finding }, place) => {
            const said = finding === null ? undefined : findings[finding]
            const key = `${place}-${text.length}`
            if (finding === null || !said) return <span key={key}>{text}</span>
            return (
              // a link and no button: a button does not break over lines
              <a
                key={key}
                id={idOf(finding)}
                href={`#report-finding-${finding}`}
                title={said.message}
                className={`gk-checked-mark gk-checked-${said.severity}${chosen === finding ? ' gk-checked-chosen' : ''}`}
                onClick={(event) => {
                  event.preventDefault()
                  onChoose(finding)
                }}
              >
                {text}
              </a>
            )
          })}
        </p>
      ))}
      <p className="gk-muted">表格不在这里显示，表格里的问题写明了表名、行和列。</p>
    </div>
  )
}
