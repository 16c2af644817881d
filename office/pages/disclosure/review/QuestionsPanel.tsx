// Conclusions of the review, question by question: what holds, on which article, who said so and when; earlier answers stay readable.
import { App, Button, Form, Tooltip } from 'antd'
import { useState, type ReactNode } from 'react'
import type { EditionAnswer } from '../../../../src/modules/disclosure/http/contract.ts'
import { postReviewAnswers, type ReviewAnswerView } from '../../../../src/modules/disclosure/http/review-contract.ts'
import { useSend } from '../../../api/hooks.ts'
import { QuestionsField, type GivenAnswer } from '../../../forms/disclosure/review/QuestionsField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { whenText } from '../../../ui/format.ts'
import { Panel } from '../../../ui/SheetPage.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'

type Question = ReviewAnswerView['questions'][number]
type Given = NonNullable<Question['now']>

const toneOf = (given: Given): 'good' | 'bad' | 'soon' =>
  given.answer === 'no' ? 'good' : given.answer === 'uncertain' ? 'bad' : given.ground ? 'soon' : 'bad'

/** Only what differs from what stands is sent: an answer that was only read is no answer of mine. */
const changed = (answers: readonly GivenAnswer[], questions: readonly Question[]): GivenAnswer[] =>
  answers.filter((one) => {
    const now = questions.find(({ question }) => question === one.question)?.now
    return !now || now.answer !== one.answer || (now.ground ?? null) !== (one.ground ?? null) || now.note !== (one.note ?? '')
  })

export function QuestionsPanel(props: { readonly edition: EditionAnswer; readonly review: ReviewAnswerView }): ReactNode {
  const { edition, review } = props
  const { message } = App.useApp()
  const send = useSend(postReviewAnswers)
  const [open, setOpen] = useState(false)
  const answered = review.questions.filter((one) => one.now)
  const answer = async ({ answers }: { answers: readonly GivenAnswer[] }): Promise<void> => {
    const given = changed(answers, review.questions)
    if (given.length > 0) await send.mutateAsync({ params: { editionId: edition.editionId }, body: { answers: given } })
    void message.success(given.length > 0 ? '已记入审查表' : '没有改动')
  }
  if (answered.length === 0 && !review.level?.mayAnswer) return null
  return (
    <Panel
      title="逐项审查"
      extra={
        review.level?.mayAnswer && (
          <Button size="small" onClick={() => setOpen(true)}>
            填写{review.level.title}意见
          </Button>
        )
      }
    >
      {answered.length === 0 ? (
        <p className="gk-muted">还没有逐项填写审查结论。保密审查时必须逐项作答。</p>
      ) : (
        <table className="gk-plain-table gk-review-table">
          <thead>
            <tr>
              <th scope="col">审查事项</th>
              <th scope="col">结论</th>
              <th scope="col">谁、何时</th>
            </tr>
          </thead>
          <tbody>
            {review.questions.map((one) => (
              <tr key={one.question}>
                <td>
                  <Tooltip title={one.asks}>
                    <span>{one.title}</span>
                  </Tooltip>
                  <span className="gk-cell-sub">{one.article}</span>
                </td>
                <td>{one.now ? <StateTag title={one.now.answerTitle} tone={toneOf(one.now)} /> : <span className="gk-muted">未答</span>}</td>
                <td>
                  {one.now?.groundTitle && <span>{one.now.groundTitle} </span>}
                  {one.now?.note}
                  {one.given.toReversed().map((given, at) => (
                    <span className="gk-cell-sub" key={given.at + given.level}>
                      {given.levelTitle} {given.byName} {whenText(given.at)}
                      {at > 0 && `：${given.answerTitle}`}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <FormDialog<{ answers: readonly GivenAnswer[] }>
        open={open}
        title={`${review.level?.title ?? ''}：逐项填写结论`}
        okText="记入审查表"
        initial={{}}
        width={720}
        note="每次填写都留痕，以最近一次为准。"
        onSubmit={answer}
        onClose={() => setOpen(false)}
      >
        <Form.Item name="answers" rules={[{ required: true, message: '请至少回答一项' }]}>
          <QuestionsField editionId={edition.editionId} />
        </Form.Item>
      </FormDialog>
    </Panel>
  )
}
