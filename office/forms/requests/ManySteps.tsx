// The same step over the chosen applications: what it comes to for each is shown first, then they are taken a few at a time and the result stands for each.
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal, Progress } from 'antd'
import { useState, type ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import { getRequest, type RequestRow, type ShownStep } from '../../../src/modules/requests/http/contract.ts'
import { postSteps, postStepsForesight, type ForeseenStep, type TakenSteps } from '../../../src/modules/requests/http/many-contract.ts'
import { stepNames, stepRows, type StepName } from '../../../src/modules/requests/law/steps.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { useSession } from '../../shell/session.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { BatchBar } from '../../ui/ListPage.tsx'
import { StepFields } from './StepFields.tsx'
import { inputOf } from './StepDialog.tsx'

type Input = BodyOf<typeof postSteps>['input']

const manySteps = stepNames.filter((name) => stepRows[name].many)
const atOnce = 10

const notes: Partial<Readonly<Record<StepName, string>>> = {
  extend: '每件各制发一份延期答复告知书，自动编号；送达逐件登记。',
  archive: '每件的档号为所填的档号加申请编号。',
}

const shown = (name: StepName): ShownStep => {
  const { title, asks = [], text } = stepRows[name]
  return { name, title, open: true, refusals: [], asks: [...asks], textTitle: text ?? '说明', confirm: null, article: '', tone: 'plain' }
}

interface Ready {
  readonly step: StepName
  readonly input: Input
  readonly rows: readonly ForeseenStep[]
}

function Result(props: { readonly ready: Ready; readonly onClose: () => void }): ReactNode {
  const { step, input, rows } = props.ready
  const send = useSend(postSteps, { quiet: true })
  const [taken, setTaken] = useState<TakenSteps['rows']>([])
  const [state, setState] = useState<'asking' | 'running' | 'over'>('asking')
  const open = rows.filter(({ reasons }) => reasons.length === 0)
  const results = new Map(taken.map((one) => [one.id, one]))
  const run = async (): Promise<void> => {
    setState('running')
    try {
      for (let at = 0; at < open.length; at += atOnce) {
        const some = open.slice(at, at + atOnce).map(({ id, seen }) => ({ id, seen }))
        const answer = await send.mutateAsync({ body: { step, rows: some, input } })
        setTaken((before) => [...before, ...answer.rows])
      }
    } catch {
      // what went wrong stands above the list; what was taken before it stays taken
    } finally {
      setState('over')
    }
  }
  const done = taken.filter((one) => one.done).length
  return (
    <Modal
      open
      title={`${stepRows[step].title}：已选的 ${rows.length} 件`}
      width={720}
      mask={{ closable: false }}
      closable={state !== 'running'}
      onCancel={props.onClose}
      footer={
        state === 'asking' ? (
          <>
            <Button onClick={props.onClose}>取消</Button>
            <Button type="primary" disabled={open.length === 0} onClick={() => void run()}>
              办理 {open.length} 件
            </Button>
          </>
        ) : (
          <Button type="primary" loading={state === 'running'} onClick={props.onClose}>
            知道了
          </Button>
        )
      }
    >
      <ErrorNote error={send.error} />
      {state === 'asking' ? (
        <Alert
          className="gk-request-note"
          type={open.length === rows.length ? 'info' : 'warning'}
          showIcon
          title={`可以办理 ${open.length} 件${open.length < rows.length ? `，不能办理 ${rows.length - open.length} 件` : ''}。`}
          description={[stepRows[step].confirm, notes[step]].filter(Boolean).join('')}
        />
      ) : (
        <div className="gk-request-note" role="status">
          <Progress percent={open.length === 0 ? 100 : Math.round((taken.length / open.length) * 100)} />
          办成 {done} 件{taken.length > done && `，没有办成 ${taken.length - done} 件`}。
        </div>
      )}
      <ul className="gk-rows" aria-label="逐件结果">
        {rows.map((row) => {
          const result = results.get(row.id)
          const reasons = result?.reasons ?? row.reasons
          return (
            <li key={row.id}>
              <div className="gk-rows-main">
                {row.subject}
                <span className="gk-cell-sub gk-figure">{row.number}</span>
                {reasons.map((reason) => (
                  <span key={reason} className="gk-cell-sub gk-bad">
                    {reason}
                  </span>
                ))}
              </div>
              <span className="gk-nowrap">
                {result?.done ? [result.state, result.letter].filter(Boolean).join(' · ') : reasons.length > 0 ? '不能办理' : step === 'extend' && row.dueOn ? `答复期限延至 ${row.dueOn}` : '可以办理'}
              </span>
            </li>
          )
        })}
      </ul>
    </Modal>
  )
} // prettier-ignore

/** Offered are the steps that some chosen row's state leads to, and that I may take at all. */
export function ManySteps(props: { readonly chosen: readonly string[]; readonly rows: readonly RequestRow[]; readonly onClear: () => void }): ReactNode {
  const { chosen, rows, onClear } = props
  const { may } = useSession()
  const client = useQueryClient()
  const foresee = useSend(postStepsForesight, { quiet: true })
  const [asked, setAsked] = useState<StepName | null>(null)
  const [ready, setReady] = useState<Ready | null>(null)
  const places = useAnswer(getRequest, { params: { id: chosen[0] ?? '' } }, { enabled: asked !== null && chosen.length > 0 })
  const among = new Set(rows.filter(({ id }) => chosen.includes(id)).map(({ state }) => state))
  const offered = manySteps.filter((name) => may(stepRows[name].action) && stepRows[name].from.some((from) => among.has(from)))
  return (
    <>
      <BatchBar count={chosen.length} onClear={onClear}>
        {offered.map((name) => (
          <Button key={name} onClick={() => setAsked(name)}>
            批量{stepRows[name].title}
          </Button>
        ))}
        {offered.length === 0 && <span className="gk-muted">这些申请没有您可以批量办理的环节。</span>}
      </BatchBar>
      <FormDialog<Partial<Input>>
        open={asked !== null && places.data !== undefined}
        title={asked ? `批量${stepRows[asked].title}：已选的 ${chosen.length} 件` : ''}
        okText="逐件预览"
        initial={{}}
        note={asked && (notes[asked] ?? '先逐件预览能否办理，再一并办理；不能办的说明原因，不影响其他各件。')}
        onClose={() => setAsked(null)}
        onSubmit={async (values) => {
          if (!asked) return
          const input = inputOf(values)
          setReady({ step: asked, input, rows: (await foresee.mutateAsync({ body: { step: asked, ids: [...chosen], input } })).rows })
        }}
      >
        {asked && places.data && <StepFields step={shown(asked)} sheet={places.data} textOptional={asked === 'assign'} />}
      </FormDialog>
      {ready && (
        <Result
          ready={ready}
          onClose={() => {
            setReady(null)
            onClear()
            void client.invalidateQueries()
          }}
        />
      )}
    </>
  )
}
