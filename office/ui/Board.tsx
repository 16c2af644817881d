// The pattern of a board: numbers that are links, groups of them by urgency.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { countText } from './format.ts'
import type { Tone } from '../theme.ts'

export interface Figure {
  readonly title: string
  readonly count: number
  readonly path: string
  readonly tone?: Tone
}

/** A number that opens to what it counts; nothing opens to nothing. */
export function OpeningCount(props: { readonly count: number; readonly to: string }): ReactNode {
  return props.count === 0 ? (
    <span className="gk-figure gk-muted">0</span>
  ) : (
    <Link to={props.to} className="gk-figure">
      {countText(props.count)}
    </Link>
  )
}

export function Figures(props: { readonly figures: readonly Figure[] }): ReactNode {
  return (
    <ul className="gk-figures">
      {props.figures.map((figure) => (
        <li key={figure.title}>
          <Link to={figure.path} className={`gk-figure-link gk-tone-${figure.count === 0 ? 'neutral' : (figure.tone ?? 'work')}`}>
            <span className="gk-figure-count">{countText(figure.count)}</span>
            <span className="gk-figure-title">{figure.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
