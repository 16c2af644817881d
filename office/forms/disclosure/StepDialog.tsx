// Takes a step: asks what it asks, names the thing and what follows, shows every reason where it is refused.
import { App } from 'antd'
import type { ReactNode } from 'react'
import { getEdition, postStep, type StepView } from '../../../src/modules/disclosure/http/contract.ts'
import { useSend } from '../../api/hooks.ts'
import { articleText } from '../../ui/article.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { StepFields, stepBodyOf, type StepValues } from './StepFields.tsx'

export interface TakenStep {
  readonly editionId: string
  readonly documentId: string
  readonly stateTitle: string
  readonly indexNumber: string | null
}

export function StepDialog(props: {
  readonly step: StepView | null
  readonly editionId: string
  readonly title: string
  readonly onClose: () => void
  readonly onTaken: (step: StepView, taken: TakenStep) => void
}): ReactNode {
  const { step } = props
  const { message } = App.useApp()
  const send = useSend(postStep, { until: getEdition })
  return (
    <FormDialog<StepValues>
      open={step !== null}
      title={step ? `${step.title}：《${props.title}》` : ''}
      okText={step?.title ?? ''}
      danger={step?.tone === 'danger'}
      initial={{}}
      {...(step?.asks.some((ask) => ask === 'review' || ask === 'referral-answer') ? { width: 720 } : {})}
      note={
        step && (
          <>
            {step.confirm && <span>{step.confirm}</span>} <span className="gk-muted">依据{articleText(step.article)}。</span>
          </>
        )
      }
      onClose={props.onClose}
      onSubmit={async (values) => {
        if (!step) return
        const taken = await send.mutateAsync({ params: { editionId: props.editionId }, body: { step: step.name, ...stepBodyOf(values) } })
        void message.success(`${step.title}：已办理，现为“${taken.stateTitle}”`)
        props.onTaken(step, taken)
      }}
    >
      {step && <StepFields step={step} editionId={props.editionId} />}
    </FormDialog>
  )
}
