// Two texts compared, paragraph by paragraph: what was added, removed and changed.
import type { ReactNode } from 'react'
import type { AnswerOf } from '../../src/kernel/contract.ts'
import type { getComparison } from '../../src/modules/disclosure/http/contract.ts'

export function ComparedText(props: { readonly paragraphs: AnswerOf<typeof getComparison>['paragraphs'] }): ReactNode {
  return (
    <div className="gk-compared">
      {props.paragraphs.map((paragraph, at) => (
        // paragraphs have no identity but their place
        <p key={`${at}-${paragraph.kind}`} className={`gk-compared-${paragraph.kind}`}>
          {paragraph.kind === 'added' && <ins>{paragraph.text}</ins>}
          {paragraph.kind === 'removed' && <del>{paragraph.text}</del>}
          {paragraph.kind === 'same' && paragraph.text}
          {paragraph.kind === 'changed' &&
            paragraph.parts.map((part, place) => {
              const key = `${place}-${part.kind}`
              if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
              return part.kind === 'removed' ? <del key={key}>{part.text}</del> : <span key={key}>{part.text}</span>
            })}
        </p>
      ))}
    </div>
  )
}
