// One step over many editions: each is told apart in the answer, and a refused one does not hold up the others.
import { Alert, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { postStepBatch } from '../../../src/modules/disclosure/http/contract.ts'
import { states } from '../../../src/modules/disclosure/law/states.ts'
import { steps, type Step, type StepName } from '../../../src/modules/disclosure/law/steps.ts'
import { useSend } from '../../api/hooks.ts'
import { useSession } from '../../shell/session.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { BatchBar } from '../../ui/ListPage.tsx'
import { StepFields, stepBodyOf, type StepValues } from './StepFields.tsx'

const alone = new Set(['units', 'paper', 'reason', 'answer', 'referral', 'referral-answer', 'decision', 'urgent', 'sheet'])

/** Steps that make sense for many at once: what is asked can be answered once for all of them. */
const batchable: readonly { readonly name: StepName; readonly step: Step }[] = (Object.entries(steps) as [StepName, Step][])
  .filter(
    ([name, step]) => !step.automatic && !(step.asks ?? []).some((ask) => alone.has(ask)) && name !== 'revise' && name !== 'discard' && name !== 'proofread',
  )
  .map(([name, step]) => ({ name, step }))

type BatchAnswer = AnswerOf<typeof postStepBatch>

interface Row {
  readonly editionId: string
  readonly state: string
}

/** Which steps to offer: those that some chosen row's state leads to by the table, and that I may take at all. */
export function BatchSteps(props: { readonly chosen: readonly string[]; readonly rows: readonly Row[]; readonly onClear: () => void }): ReactNode {
  const { may } = useSession()
  const send = useSend(postStepBatch)
  const [asked, setAsked] = useState<(typeof batchable)[number] | null>(null)
  const [answer, setAnswer] = useState<BatchAnswer | null>(null)
  const statesChosen = new Set(props.rows.filter((row) => props.chosen.includes(row.editionId)).map((row) => row.state))
  const offered = batchable.filter(({ step }) => may(step.action) && step.from.some((from) => statesChosen.has(from)))
  const twice = (title: string): boolean => offered.filter(({ step }) => step.title === title).length > 1
  const askedStep: Step | null = asked && asked.step
  const run = async (values: StepValues): Promise<void> => {
    if (!asked) return
    setAnswer(await send.mutateAsync({ body: { step: asked.name, editionIds: [...props.chosen], ...stepBodyOf(values) } }))
    props.onClear()
  }
  return (
    <>
      <BatchBar count={props.chosen.length} onClear={props.onClear}>
        {offered.map((one) => (
          <Button key={one.name} onClick={() => setAsked(one)}>
            {one.step.title}
            {twice(one.step.title) && `（${one.step.from.map((from) => states[from].title).join('、')}）`}
          </Button>
        ))}
      </BatchBar>
      <FormDialog<StepValues>
        open={asked !== null}
        title={askedStep ? `${askedStep.title}：已选的 ${props.chosen.length} 条信息` : ''}
        okText={askedStep?.title ?? ''}
        initial={{}}
        note={`${askedStep?.confirm ?? ''}逐条办理，文件和它的解读一并办理；其中不能办的会说明原因，不影响其他各条。`}
        onSubmit={run}
        onClose={() => setAsked(null)}
      >
        {asked && <StepFields step={{ asks: [...(asked.step.asks ?? [])], opinion: askedStep?.opinion ?? 'none' }} />}
      </FormDialog>
      <Modal
        open={answer !== null}
        title="办理结果"
        footer={
          <Button type="primary" onClick={() => setAnswer(null)}>
            知道了
          </Button>
        }
        onCancel={() => setAnswer(null)}
        width={640}
      >
        {answer && (
          <>
            <Alert
              className="gk-note"
              type={answer.refused === 0 ? 'success' : 'warning'}
              showIcon
              title={`办成 ${answer.done} 条，没有办成 ${answer.refused} 条。`}
            />
            <ul className="gk-rows">
              {answer.rows
                .toSorted((a, b) => Number(a.done) - Number(b.done))
                .map((row) => (
                  <li key={row.editionId}>
                    <div className="gk-rows-main">
                      {row.title}
                      {row.along && <span className="gk-cell-sub">解读，随文件一并办理</span>}
                      {row.refusals.map((refusal) => (
                        <span key={refusal.code} className="gk-cell-sub gk-bad">
                          {refusal.sentence}
                        </span>
                      ))}
                    </div>
                    <span className="gk-nowrap">{row.done ? row.stateTitle : '没有办成'}</span>
                  </li>
                ))}
            </ul>
          </>
        )}
      </Modal>
    </>
  )
}
