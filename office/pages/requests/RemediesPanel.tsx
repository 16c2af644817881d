// 投诉、复议和诉讼 on the page of an application: what follows upon it, its days, its steps, its result.
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { listRequestRemedies, type ShownRemedy } from '../../../src/modules/requests/http/remedy-contract.ts'
import {
  procedures,
  raisers,
  remedyKindNames,
  remedyKinds,
  remedyResults,
  remedyStates,
  remedyStepRows,
} from '../../../src/modules/requests/law/remedy-cases.ts'
import { useAnswer } from '../../api/hooks.ts'
import { RemedyDialog, type AskedRemedy } from '../../forms/requests/RemedyDialog.tsx'
import { KnownLedger, LedgerView } from '../../ui/DayLedger.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { TimeLine } from '../../ui/TimeLine.tsx'
import { remedyTones } from './request-words.tsx'

const overTitles = { office: '已逾期', body: '已届满', parties: '已届满' } as const

/** Each running term by its name, with its ledger. */
const termRows = ({ terms }: ShownRemedy): (readonly [string, ReactNode])[] =>
  terms.map(({ whose, over, ledger }) => [
    ledger.title,
    <span key={ledger.title}>
      <KnownLedger due={ledger.due} provisional={ledger.provisional} late={over && whose === 'office'}>
        <LedgerView ledger={ledger} />
      </KnownLedger>
      {over && <strong className={whose === 'office' ? 'gk-late' : 'gk-soon'}> {overTitles[whose]}</strong>}
    </span>,
  ])

function RemedyCard(props: { readonly remedy: ShownRemedy; readonly onAsk: (asked: AskedRemedy) => void }): ReactNode {
  const { remedy } = props
  const { kind, state, result, concludedOn, after, steps } = remedy
  return (
    <section className="gk-remedy" aria-label={`${remedyKinds[kind].title} ${remedy.number}`}>
      <div className="gk-remedy-head">
        <h3>
          {remedyKinds[kind].title} {remedy.number && <span className="gk-figure">{remedy.number}</span>}
        </h3>
        <StateTag title={remedyStates[state].title} tone={remedyTones[state]} />
      </div>
      <Facts
        rows={[
          [remedyKinds[kind].body, remedy.body],
          ['提出', raisers[remedy.raisedBy]],
          ['收到', remedy.receivedOn],
          ...(remedy.acceptedOn ? ([[kind === 'lawsuit' ? '立案' : '受理', remedy.acceptedOn]] as const) : []),
          ...(remedy.answeredOn ? ([['答复', remedy.answeredOn]] as const) : []),
          ...(kind === 'complaint' ? [] : ([['程序', procedures[remedy.procedure]]] as const)),
          ...(kind === 'lawsuit' ? ([['复议', after ?? '未经复议，直接起诉']] as const) : []),
          ...termRows(remedy),
          ...(result ? ([['结果', `${remedyResults[result].title}${concludedOn ? `（${concludedOn}）` : ''}`]] as const) : []),
        ]}
      />
      {steps.length > 0 && (
        <div className="gk-letter-make">
          {steps.map(({ name, article }) => {
            const { title, tone } = remedyStepRows[name]
            return (
              <Button key={name} danger={tone === 'danger'} onClick={() => props.onAsk({ of: remedy, step: name, article })}>
                {title}
              </Button>
            )
          })}
        </div>
      )}
      <details>
        <summary>办理经过（{remedy.happened.length}）</summary>
        <TimeLine happenings={remedy.happened.map(({ text, ...one }) => ({ ...one, ...(text ? { opinion: text } : {}) }))} />
      </details>
    </section>
  )
}

export function RemediesPanel(props: { readonly requestId: string }): ReactNode {
  const { requestId } = props
  const answer = useAnswer(listRequestRemedies, { params: { id: requestId } })
  const [asked, setAsked] = useState<AskedRemedy | null>(null)
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return null
  const { remedies, mayEnter, reconsiderationFirst } = answer.data
  if (remedies.length === 0 && !mayEnter) return null
  return (
    <Panel title="投诉、复议和诉讼">
      {mayEnter && (
        <div className="gk-letter-make">
          {remedyKindNames.map((kind) => (
            <Button key={kind} onClick={() => setAsked({ kind })}>
              登记{remedyKinds[kind].title}
            </Button>
          ))}
        </div>
      )}
      {remedies.length === 0 && <p className="gk-muted">没有投诉举报、行政复议或者行政诉讼。收到受理机关的通知后在这里登记，答复期限自动计算。</p>}
      {remedies.map((remedy) => (
        <RemedyCard key={remedy.remedyId} remedy={remedy} onAsk={setAsked} />
      ))}
      <RemedyDialog asked={asked} requestId={requestId} remedies={remedies} reconsiderationFirst={reconsiderationFirst} onClose={() => setAsked(null)} />
    </Panel>
  )
}
