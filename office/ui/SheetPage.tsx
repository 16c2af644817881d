// The pattern of a sheet: content at the left, at the right what can be done with it, below what happened.
import type { ReactNode } from 'react'

export function SheetPage(props: { readonly head: ReactNode; readonly side: ReactNode; readonly children: ReactNode; readonly below?: ReactNode }): ReactNode {
  return (
    <>
      {props.head}
      <div className="gk-sheet">
        <div className="gk-sheet-content">{props.children}</div>
        <aside className="gk-sheet-side" aria-label="状态与操作">
          {props.side}
        </aside>
        {props.below && <div className="gk-sheet-below">{props.below}</div>}
      </div>
    </>
  )
}

/** A titled surface. */
export function Panel(props: { readonly title?: string; readonly extra?: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <section className="gk-panel" {...(props.title ? { 'aria-label': props.title } : {})}>
      {props.title && (
        <div className="gk-panel-head">
          <h2>{props.title}</h2>
          {props.extra}
        </div>
      )}
      {props.children}
    </section>
  )
}

/** Facts as label and value, two columns where there is room. */
export function Facts(props: { readonly rows: readonly (readonly [label: string, value: ReactNode])[]; readonly narrow?: boolean }): ReactNode {
  return (
    <dl className={props.narrow ? 'gk-facts gk-facts-narrow' : 'gk-facts'}>
      {props.rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' || value === null || value === undefined ? <span className="gk-muted">—</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
