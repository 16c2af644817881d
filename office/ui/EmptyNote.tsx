// Nothing here yet: what would stand here, and how it comes.
import type { ReactNode } from 'react'

export function EmptyNote(props: { readonly what: string; readonly how?: ReactNode; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="gk-empty">
      <p className="gk-empty-what">{props.what}</p>
      {props.how && <p className="gk-muted">{props.how}</p>}
      {props.children}
    </div>
  )
}
