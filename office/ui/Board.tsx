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
