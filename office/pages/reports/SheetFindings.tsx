// What is wrong with a report that is filled here; each leads to its figure.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { findingRows } from '../../../src/modules/reports/law/findings.ts'
import type { ShownFinding } from '../../../src/modules/reports/http/sheet-contract.ts'
import type { Tone } from '../../theme.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

const severities = {
  error: { title: '错误', tone: 'bad' },
  warning: { title: '存疑', tone: 'soon' },
  remark: { title: '提示', tone: 'neutral' },
} as const satisfies Record<ShownFinding['severity'], { title: string; tone: Tone }>
const order = ['error', 'warning', 'remark'] as const

export function SheetFindings(props: { readonly findings: readonly ShownFinding[]; readonly onChoose: (cell: string) => void }): ReactNode {
  const sorted = props.findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return (
    <Panel title={`数据核对（${sorted.length}）`}>
      {sorted.length === 0 ? (
        <EmptyNote what="没有发现问题。" how="核对了合计、上年结转、空白、期限和与系统统计的差异。" />
      ) : (
        <ol className="gk-checked-findings gk-report-findings">
          {sorted.map(({ severity, code, cell, place, message }) => (
            <li key={`${code}-${cell ?? ''}-${message}`}>
              <div className="gk-checked-line">
                <StateTag {...severities[severity]} />
                <strong>{findingRows[code].title}</strong>
                {cell !== null && (
                  <Button type="link" size="small" onClick={() => props.onChoose(cell)}>
                    看数据
                  </Button>
                )}
              </div>
              <p>{message}</p>
              {place !== '' && <p className="gk-cell-sub">{place}</p>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
