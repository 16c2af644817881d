// How a thing stands: a word with a dot of colour, never colour alone.
import type { ReactNode } from 'react'
import { toneColour, type Tone } from '../theme.ts'

export function StateTag(props: { readonly title: string; readonly tone: Tone }): ReactNode {
  return (
    <span className="gk-state">
      <span className="gk-dot" style={{ background: toneColour[props.tone] }} aria-hidden="true" />
      {props.title}
    </span>
  )
}
