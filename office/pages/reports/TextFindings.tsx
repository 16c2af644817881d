// What is found in one part, beside it: the gravest first, each with the way to its paragraph and, where a figure was typed, the reference that says it.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { TextFinding } from '../../../src/modules/reports/http/text-contract.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { severities } from './severities.ts'

const order = ['error', 'warning', 'remark'] as const

export function TextFindings(props: {
  readonly findings: readonly TextFinding[]
  readonly onShow: ((line: number) => void) | null
  readonly onReplace: ((finding: TextFinding) => void) | null
}): ReactNode {
  const { findings, onShow, onReplace } = props
  if (findings.length === 0) return null
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || (a.line ?? -1) - (b.line ?? -1))
  return (
    <ul className="gk-text-findings" aria-label="这一部分的检查结果">
      {sorted.map((finding, at) => {
        const { severity, code, message, line, replacement } = finding
        return (
          // findings have no identity but their place
          <li key={`${at}-${code}`}>
            <StateTag title={severities[severity].title} tone={severities[severity].tone} />
            <span>{message}</span>
            {line !== null && onShow && (
              <Button type="link" size="small" onClick={() => onShow(line)}>
                第{line + 1}段
              </Button>
            )}
            {replacement && onReplace && (
              <Button size="small" onClick={() => onReplace(finding)}>
                改为引用
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
