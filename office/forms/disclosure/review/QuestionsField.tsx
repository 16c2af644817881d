// The questions of the review sheet, answered item by item; a yes asks for the ground on which it may go out all the same.
import { Button, Input, Radio, Select } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { getReview } from '../../../../src/modules/disclosure/http/review-contract.ts'
import {
  questionNames,
  questionRows,
  releaseGrounds,
  reviewAnswers,
  type QuestionName,
  type ReleaseGround,
  type ReviewAnswer,
} from '../../../../src/modules/disclosure/law/review-questions.ts'
import { useAnswer } from '../../../api/hooks.ts'
import { articleText } from '../../../ui/article.ts'
import { optionsOf } from '../../../ui/edition-words.ts'

export interface GivenAnswer {
  readonly question: QuestionName
  readonly answer: ReviewAnswer
  readonly ground?: ReleaseGround | null
  readonly note?: string
}

const groundsOf = (question: QuestionName): { value: ReleaseGround; label: string }[] => {
  const { onYes } = questionRows[question]
  return onYes === 'forbids' || onYes === 'others' ? [] : onYes.map((value) => ({ value, label: releaseGrounds[value].title }))
}

const follows = (question: QuestionName): string => {
  const { onYes } = questionRows[question]
  return onYes === 'forbids' ? '不得公开，请退回修改。' : onYes === 'others' ? '须送会签。' : ''
}

/** `editionId` brings what was answered on the sheet before; left out where many editions are answered at once. */
export function QuestionsField(props: {
  readonly id?: string
  readonly editionId?: string
  readonly only?: readonly QuestionName[]
  readonly value?: readonly GivenAnswer[]
  readonly onChange?: (value: GivenAnswer[]) => void
}): ReactNode {
  const { value, onChange } = props
  const asked = props.only ?? questionNames
  const known = useAnswer(getReview, { params: { editionId: props.editionId ?? '' } }, { enabled: props.editionId !== undefined && props.only === undefined })
  const filled = useRef(false)
  const rows = known.data?.questions
  useEffect(() => {
    if (filled.current || !rows) return
    filled.current = true
    const before = rows.flatMap((row): GivenAnswer[] =>
      row.now ? [{ question: row.question, answer: row.now.answer, ground: row.now.ground as ReleaseGround | null, note: row.now.note }] : [],
    )
    if (before.length > 0) onChange?.(before)
  }, [rows, onChange])
  const given = new Map((value ?? []).map((one) => [one.question, one]))
  const put = (one: GivenAnswer): void => onChange?.(asked.flatMap((name) => (name === one.question ? [one] : (given.get(name) ?? []))))
  const open = asked.filter((name) => !given.has(name))
  return (
    <div className="gk-questions" {...(props.id === undefined ? {} : { id: props.id })}>
      {asked.map((name) => {
        const { title, asks, article } = questionRows[name]
        const answer = given.get(name)
        const grounds = groundsOf(name)
        return (
          <fieldset key={name}>
            <legend>
              {title} <span className="gk-muted">{articleText(article)}</span>
            </legend>
            <span className="gk-cell-sub">{asks}</span>
            <Radio.Group
              aria-label={title}
              value={answer?.answer}
              options={optionsOf(reviewAnswers).filter(({ value: one }) => props.only === undefined || one !== 'uncertain')}
              onChange={(event) => put({ question: name, answer: event.target.value as ReviewAnswer, note: answer?.note ?? '' })}
            />
            {answer?.answer === 'yes' && follows(name) !== '' && <span className="gk-cell-sub gk-soon">{follows(name)}</span>}
            {answer?.answer === 'yes' && grounds.length > 0 && (
              <Select
                className="gk-wide"
                aria-label={`${title}：仍可公开的理由`}
                placeholder="仍可公开的理由"
                allowClear
                value={answer.ground ?? null}
                options={grounds}
                onChange={(ground: ReleaseGround | undefined) => put({ ...answer, ground: ground ?? null })}
              />
            )}
            {answer !== undefined && answer.answer !== 'no' && (
              <Input
                aria-label={`${title}：说明`}
                placeholder="说明"
                maxLength={300}
                value={answer.note ?? ''}
                onChange={(event) => put({ ...answer, note: event.target.value })}
              />
            )}
          </fieldset>
        )
      })}
      {open.length > 0 && (
        <Button size="small" onClick={() => onChange?.(asked.map((name) => given.get(name) ?? { question: name, answer: 'no' }))}>
          其余{open.length}项均为“否”
        </Button>
      )}
    </div>
  )
}
