// The steps of a thing as the server sends them: open ones as buttons, closed ones greyed, each with its reasons and their article.
import { Button } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { articleText } from './article.ts'

export interface ShownStep {
  readonly name: string
  readonly title: string
  readonly open: boolean
  readonly refusals: readonly { readonly code: string; readonly sentence: string; readonly article?: string | undefined }[]
  readonly tone?: 'forward' | 'plain' | 'danger'
}

function ClosedStep(props: { readonly step: ShownStep }): ReactNode {
  const id = useId()
  const { step } = props
  return (
    <li>
      <Button block disabled aria-describedby={id}>
        {step.title}
      </Button>
      <ul className="gk-step-reasons" id={id}>
        {step.refusals.map((refusal) => (
          <li key={refusal.code + refusal.sentence}>
            {refusal.sentence}
            {refusal.article && <span>（{articleText(refusal.article)}）</span>}
          </li>
        ))}
      </ul>
    </li>
  )
}

export function StepButtons<Step extends ShownStep>(props: {
  readonly steps: readonly Step[]
  readonly onTake: (step: Step) => void
  readonly before?: ReactNode
  readonly busy?: string | null
}): ReactNode {
  const [all, setAll] = useState(false)
  const open = props.steps.filter((step) => step.open).toSorted((a, b) => Number(b.tone === 'forward') - Number(a.tone === 'forward'))
  const closed = props.steps.filter((step) => !step.open)
  return (
    <div className="gk-steps">
      {props.before}
      <ul className="gk-step-list">
        {open.map((step, at) => (
          <li key={step.name}>
            <Button
              block
              type={at === 0 && step.tone === 'forward' ? 'primary' : 'default'}
              danger={step.tone === 'danger'}
              loading={props.busy === step.name}
              onClick={() => props.onTake(step)}
            >
              {step.title}
            </Button>
          </li>
        ))}
      </ul>
      {open.length === 0 && <p className="gk-muted">现在没有您可以办理的步骤。</p>}
      {closed.length > 0 && (
        <>
          <Button type="link" className="gk-steps-more" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? '收起' : `现在不能办的步骤（${closed.length}）`}
          </Button>
          {all && (
            <ul className="gk-step-list">
              {closed.map((step) => (
                <ClosedStep key={step.name} step={step} />
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}
