// 并案与分案: the applications that belong together with this one, and the steps that link them.
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { RequestSheet, ShownStep } from '../../../src/modules/requests/http/contract.ts'
import { listRelated, type RelatedRequest } from '../../../src/modules/requests/http/related-contract.ts'
import { states } from '../../../src/modules/requests/law/states.ts'
import { stepRows } from '../../../src/modules/requests/law/steps.ts'
import { useAnswer } from '../../api/hooks.ts'
import { SplitDialog } from '../../forms/requests/SplitDialog.tsx'
import { StepDialog } from '../../forms/requests/StepDialog.tsx'
import { paths } from '../../paths.ts'
import { Panel } from '../../ui/SheetPage.tsx'

const relations: Readonly<Record<RelatedRequest['relation'], string>> = { lead: '并入', joined: '并案', origin: '由其分出', part: '分案' }

export function RelatedPanel(props: { readonly sheet: RequestSheet }): ReactNode {
  const { sheet } = props
  const rows = useAnswer(listRelated, { params: { id: sheet.id } }).data?.rows ?? []
  const [asked, setAsked] = useState<ShownStep | null>(null)
  const [splitting, setSplitting] = useState(false)
  const open = sheet.steps.filter((step) => step.open && stepRows[step.name].aside)
  if (rows.length === 0 && open.length === 0) return null
  return (
    <Panel
      title="并案与分案"
      extra={
        <span className="gk-letter-files">
          {open.map((step) => (
            <Button key={step.name} onClick={() => (step.name === 'split' ? setSplitting(true) : setAsked(step))}>
              {step.title}
            </Button>
          ))}
        </span>
      }
    >
      {rows.length === 0 ? (
        <p className="gk-muted">内容相同的申请可以一并办理，分别答复；一件申请里互不相干的事项可以分成几件。</p>
      ) : (
        <ul className="gk-rows" aria-label="并案与分案">
          {rows.map((one) => (
            <li key={one.id}>
              <div className="gk-rows-main">
                <Link to={paths.request(one.id)}>{one.subject}</Link>
                <span className="gk-cell-sub">
                  {relations[one.relation]} · <span className="gk-figure">{one.number}</span> · {one.applicantName}
                  {one.dueOn && ` · 答复期限 ${one.dueOn}`}
                </span>
              </div>
              <span className="gk-nowrap">{states[one.state].title}</span>
            </li>
          ))}
        </ul>
      )}
      <StepDialog step={asked} sheet={sheet} onClose={() => setAsked(null)} />
      <SplitDialog open={splitting} sheet={sheet} onClose={() => setSplitting(false)} />
    </Panel>
  )
}
