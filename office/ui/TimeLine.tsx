// All that happened to a thing, newest first.
import { Timeline } from 'antd'
import type { ReactNode } from 'react'
import { whenText } from './format.ts'

export interface Happening {
  readonly key: string
  readonly at: string
  readonly title: string
  readonly who: string
  readonly opinion?: string
  readonly notes?: readonly string[]
}

export function TimeLine(props: { readonly happenings: readonly Happening[] }): ReactNode {
  return (
    <Timeline
      className="gk-time-line"
      items={props.happenings.map((one) => ({
        key: one.key,
        content: (
          <div>
            <p>
              <strong>{one.title}</strong> <span>{one.who}</span> <time className="gk-muted gk-figure">{whenText(one.at)}</time>
            </p>
            {one.opinion && <p className="gk-opinion">{one.opinion}</p>}
            {one.notes?.map((note) => (
              <p key={note} className="gk-muted">
                {note}
              </p>
            ))}
          </div>
        ),
      }))}
    />
  )
}
