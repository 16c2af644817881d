// The record of the review on the sheet: conclusions question by question, joint confirmation, referral, urgent route, readings.
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { EditionAnswer } from '../../../../src/modules/disclosure/http/contract.ts'
import { getReview, type ReviewAnswerView } from '../../../../src/modules/disclosure/http/review-contract.ts'
import { useAnswer } from '../../../api/hooks.ts'
import { DayLedger } from '../../../ui/DayLedger.tsx'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { dayText, whenText } from '../../../ui/format.ts'
import { Panel } from '../../../ui/SheetPage.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { PaperPanel } from '../paper/PaperPanel.tsx'
import { ConfirmationsPanel } from './ConfirmationsPanel.tsx'
import { QuestionsPanel } from './QuestionsPanel.tsx'
import { daysLeftText } from './days-left.ts'

function UrgentNote(props: { readonly urgent: NonNullable<ReviewAnswerView['urgent']> }): ReactNode {
  const { urgent } = props
  const owed = urgent.paperOwed
    ? `纸质审查表须补齐，${daysLeftText(urgent.daysLeft)}，期限：`
    : `纸质审查表已由${urgent.paperByName ?? ''}于${whenText(urgent.paperAt)}补齐，期限：`
  return (
    <Alert
      className="gk-note"
      type={urgent.paperOwed ? 'warning' : 'info'}
      showIcon
      title={`紧急程序：${urgent.reason}`}
      description={
        <>
          {`${urgent.orderedBy}决定，${urgent.declaredByName} ${whenText(urgent.at)}提交。先审查、后公开不变。${owed}`}
          <DayLedger due={urgent.paperDueOn} provisional={urgent.provisional} ask={{ term: 'urgent-paper', from: dayText(urgent.at) }} />
        </>
      }
    />
  )
}

function Referrals(props: { readonly referrals: ReviewAnswerView['referrals'] }): ReactNode {
  return (
    <Panel title="报请确定">
      <ul className="gk-rows">
        {props.referrals.map((one) => (
          <li key={one.referralId}>
            <div className="gk-rows-main">
              {one.addressee}
              <span className="gk-cell-sub">
                {one.kindTitle} · 就{one.questions.map(({ title }) => `“${title}”`).join('')}报请 · {one.askedByName} {whenText(one.askedAt)}
              </span>
              <span className="gk-cell-sub">
                期限 <DayLedger due={one.dueOn} provisional={one.provisional} ask={{ term: 'referral', from: dayText(one.askedAt) }} />
              </span>
              <p className="gk-opinion">{one.matter}</p>
              {one.answeredOn && (
                <span className="gk-cell-sub">
                  答复：{one.answeredBy}，{one.document}，{one.answeredOn}；{one.recordedByName}登记
                </span>
              )}
            </div>
            <StateTag
              title={one.answeredOn ? '已答复' : `应于${one.dueOn}前答复，${daysLeftText(one.daysLeft)}`}
              tone={one.answeredOn ? 'good' : (one.daysLeft ?? 0) < 0 ? 'bad' : 'soon'}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Proofs(props: { readonly proofs: ReviewAnswerView['proofs'] }): ReactNode {
  const turns = ['一校', '二校', '三校']
  return (
    <Panel title="校对">
      <ul className="gk-rows">
        {turns.map((title, at) => {
          const mark = props.proofs.find((one) => one.turn === at + 1)
          return (
            <li key={title}>
              <div className="gk-rows-main">
                {title}
                {mark && (
                  <span className="gk-cell-sub">
                    {mark.byName} {whenText(mark.at)} {mark.note}
                  </span>
                )}
              </div>
              <StateTag title={mark ? '已校' : '未校'} tone={mark ? 'good' : 'neutral'} />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

export function ReviewPanels(props: { readonly edition: EditionAnswer }): ReactNode {
  const { edition } = props
  const answer = useAnswer(getReview, { params: { editionId: edition.editionId } })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  const review = answer.data
  if (!review) return null
  return (
    <>
      {review.urgent && <UrgentNote urgent={review.urgent} />}
      <QuestionsPanel edition={edition} review={review} />
      <ConfirmationsPanel review={review} />
      <PaperPanel editionId={edition.editionId} />
      {review.referrals.length > 0 && <Referrals referrals={review.referrals} />}
      {(review.setting.proofreading || review.proofs.length > 0) && <Proofs proofs={review.proofs} />}
    </>
  )
}
