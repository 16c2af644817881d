// A part of a report to be read: figures that are references are marked lightly, and say what they are.
import type { ReactNode } from 'react'
import type { TextLooked } from '../../../src/modules/reports/http/text-contract.ts'
import { parseText, printExpression } from '../../../src/kernel/references.ts'

type Line = TextLooked['lines'][number]

function Shown(props: { readonly line: Line }): ReactNode {
  const { source, shown } = props.line
  let at = 0
  return parseText(source).map((piece, index) => {
    if (piece.kind === 'text') return piece.text
    const one = shown[at]
    at += 1
    const written = piece.kind === 'reference' ? `{${printExpression(piece.expression)}}` : piece.written
    const flawed = one === undefined || one.flaw !== ''
    return (
      // pieces have no identity but their place
      <span key={`${index}-${written}`} className={`gk-reference${flawed ? ' gk-reference-flawed' : ''}`} title={one && one.flaw !== '' ? one.flaw : written}>
        {one?.text ?? written}
      </span>
    )
  })
}

export function ReadPart(props: { readonly lines: readonly Line[] }): ReactNode {
  if (props.lines.length === 0) return <p className="gk-muted">没有文字。</p>
  return (
    <div className="gk-part-text gk-part-read">
      {props.lines.map((line) => (
        <p key={line.line}>
          <Shown line={line} />
        </p>
      ))}
    </div>
  )
}
