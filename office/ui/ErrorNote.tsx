// What went wrong, in plain words, every reason at once, with the article where there is one.
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { sentencesOf } from '../api/problem.ts'
import { articleText } from './article.ts'

export function ErrorNote(props: { readonly error: unknown; readonly title?: string; readonly again?: () => void }): ReactNode {
  if (!props.error) return null
  const reasons = sentencesOf(props.error)
  const lines = reasons.map((reason) => (
    <span key={`${reason.code}-${reason.field ?? ''}`}>
      {reason.sentence}
      {reason.article && <span className="gk-muted">（{articleText(reason.article)}）</span>}
    </span>
  ))
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="gk-note"
      title={props.title ?? (lines.length === 1 ? lines[0] : '有几处需要处理：')}
      description={
        props.title !== undefined || lines.length > 1 ? (
          <ul className="gk-plain-list">
            {lines.map((line) => (
              <li key={line.key}>{line}</li>
            ))}
          </ul>
        ) : undefined
      }
      action={props.again && <Button onClick={props.again}>重试</Button>}
    />
  )
}
