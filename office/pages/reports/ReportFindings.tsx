// Findings of a report, the gravest first, each with a way to its place in the text.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { FoundInReport, MarkedParagraph } from '../../../src/modules/reports/http/contract.ts'
import { findingRows } from '../../../src/modules/reports/law/findings.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { severities } from './severities.ts'

const order = ['error', 'warning', 'remark'] as const

const counted = (findings: readonly FoundInReport[]): string =>
  order
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${severities[severity].title}${count}处`)
    .join('，')

export function ReportFindings(props: {
  readonly findings: readonly FoundInReport[]
  readonly paragraphs: readonly MarkedParagraph[]
  readonly chosen: number | null
  readonly onChoose: (finding: number) => void
}): ReactNode {
  const { findings, paragraphs, chosen, onChoose } = props
  if (findings.length === 0) return <EmptyNote what="没有发现问题。" how="系统不判断写得好不好，也不核对往年的报告和实际办理情况。" />
  const inText = new Set(paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ finding }) => finding ?? [])))
  const sorted = findings.map((one, at) => ({ ...one, at })).toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.at - b.at)
  return (
    <>
      <p className="gk-muted">{counted(findings)}。错误一定有一处不对；存疑请核对口径；提示值得看一眼，或者没能核对。</p>
      <ol className="gk-checked-findings" aria-label="检查结果">
        {sorted.map(({ at, severity, code, place, message, expected, found }) => (
          <li key={at} id={`report-finding-${at}`} className={chosen === at ? 'gk-checked-chosen' : undefined}>
            <div className="gk-checked-line">
              <StateTag title={severities[severity].title} tone={severities[severity].tone} />
              <strong>{findingRows[code].title}</strong>
              {inText.has(at) && (
                <Button type="link" size="small" onClick={() => onChoose(at)}>
                  看原文
                </Button>
              )}
            </div>
            <p>{message}</p>
            <p className="gk-cell-sub">
              {place}
              {expected !== '' && found !== '' && expected !== found && !message.includes(expected) && ` · 应为${expected}，文中为${found}`}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
