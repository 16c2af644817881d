// The checks of the audits by their numbers: what each asks, and what a program cannot judge of it.
import type { ReactNode } from 'react'
import { auditCheckRows } from '../../../src/modules/reports/law/audit-checks.ts'

export function AuditChecks(): ReactNode {
  return (
    <details>
      <summary>年度报告核对哪些关系（A1—A13），哪些要人看</summary>
      <ul className="gk-plain-list">
        {auditCheckRows.map(([id, { asks, limit }]) => (
          <li key={id}>
            <span className="gk-figure">{id}</span> {asks}
            {limit && <span className="gk-cell-sub">{limit}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
