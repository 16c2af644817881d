// Takes a step of an application: asks what it asks, names what follows, shows every reason where it is refused.
import { App } from 'antd'
import type { ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import { getRequest, postRequestStep, type RequestSheet, type ShownStep } from '../../../src/modules/requests/http/contract.ts'
import { listLetters } from '../../../src/modules/requests/http/letter-contract.ts'
import { states } from '../../../src/modules/requests/law/states.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { articleText } from '../../ui/article.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { todayText } from '../../ui/format.ts'
import { StepFields } from './StepFields.tsx'

type Input = BodyOf<typeof postRequestStep>['input']

/** What the form left empty is not sent; of pages there is no place in the month; nobody chosen is nobody. */
export function inputOf(values: Partial<Input>): Input {
  const { fee, assignee, outcome, service, ...rest } = values
  return {
    ...rest,
    text: values.text ?? '',
    ...(fee ? { fee: { ...fee, nth: fee.method === 'per-page' ? 1 : fee.nth } } : {}),
    ...(assignee ? { assignee: { sectionId: assignee.sectionId ?? null, accountId: assignee.accountId ?? null } } : {}),
    ...(service ? { service: { ...service, consent: service.consent ?? false } } : {}),
    ...(outcome
      ? {
          outcome: {
            name: outcome.name,
            withheldUnder: outcome.withheldUnder ?? [],
            facts: Object.fromEntries(Object.entries(outcome.facts ?? {}).filter(([, text]) => (text ?? '') !== '')),
          },
        }
      : {}),
  }
}

export function StepDialog(props: { readonly step: ShownStep | null; readonly sheet: RequestSheet; readonly onClose: () => void }): ReactNode {
  const { step, sheet } = props
  const { message } = App.useApp()
  const send = useSend(postRequestStep, { until: getRequest })
  const letters = useAnswer(listLetters, { params: { id: sheet.id } }).data?.letters
  // An answer is sealed under the number of its letter.
  const number = step?.name === 'seal' ? letters?.find(({ answers }) => answers)?.number : undefined
  return (
    <FormDialog<Partial<Input>>
      open={step !== null}
      title={step ? `${step.title}：${sheet.number}` : ''}
      okText={step?.title ?? ''}
      danger={step?.tone === 'danger'}
      initial={{
        day: todayText() as NonNullable<Input['day']>,
        ...(number ? { number } : {}),
        ...(sheet.agreedOn ? { service: { consent: true } as Input['service'] } : {}),
      }}
      note={
        step && (
          <>
            {step.confirm && <span>{step.confirm}</span>} {step.article && <span className="gk-muted">依据{articleText(step.article)}。</span>}
          </>
        )
      }
      onClose={props.onClose}
      onSubmit={async (values) => {
        if (!step) return
        const taken = await send.mutateAsync({ params: { id: sheet.id }, body: { step: step.name, seen: sheet.seen, input: inputOf(values) } })
        void message.success(`${step.title}：已办理，现为“${states[taken.state].title}”`)
      }}
    >
      {step && <StepFields step={step} sheet={sheet} />}
    </FormDialog>
  )
}
