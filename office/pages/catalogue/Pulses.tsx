// How entries beat, as signs with words: colour is never alone.
import type { ReactNode } from 'react'
import { pulses, type Pulse } from '../../../src/modules/catalogue/law/pulses.ts'

export interface Count {
  readonly pulse: Pulse
  readonly count: number
}

export function PulseTag(props: { readonly pulse: Pulse; readonly count?: number }): ReactNode {
  const { title, sign, tone, hint } = pulses[props.pulse]
  return (
    <span className={`gk-pulse gk-pulse-${tone}`} title={hint}>
      <span aria-hidden="true">{sign}</span> {title}
      {props.count !== undefined && <strong className="gk-figure"> {props.count}</strong>}
    </span>
  )
}

/** A cell of the map: the worst sign with its number; all of it in words for a screen reader and the pointer. */
export function PulseCell(props: { readonly counts: readonly Count[] }): ReactNode {
  const [worst] = props.counts
  if (!worst) return <span className="gk-muted">—</span>
  const { sign, tone } = pulses[worst.pulse]
  const words = props.counts.map(({ pulse, count }) => `${pulses[pulse].title} ${count}`).join('，')
  return (
    <span className={`gk-pulse-cell gk-pulse-${tone}`} title={words}>
      <span aria-hidden="true">
        {sign}
        {worst.count > 1 && <small>{worst.count}</small>}
      </span>
      <span className="gk-unseen">{words}</span>
    </span>
  )
}
