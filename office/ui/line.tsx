// 政务 or 党务: which line a page shows. It stands in the address; without it, the line of the unit that the person works for.
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { lineOfKind, lines, type Line } from '../../src/law/lines.ts'
import { useOwnUnit } from '../shell/session.tsx'
import { useUnitNames } from './UnitSelect.tsx'

export interface LineChoice {
  readonly line: Line
  /** False where the installation knows no organ of the party: then there is nothing to choose. */
  readonly both: boolean
}

export function useLine(asked: string | null): LineChoice {
  const names = useUnitNames()
  const ownUnitId = useOwnUnit()
  const own = names.find((unit) => unit.id === ownUnitId)
  const both = names.some((unit) => lineOfKind(unit.kind) === 'party')
  return { line: asked === 'party' || asked === 'government' ? asked : own ? lineOfKind(own.kind) : 'government', both }
}

export function LineSwitch(props: { readonly choice: LineChoice; readonly onChange: (line: Line) => void }): ReactNode {
  if (!props.choice.both) return null
  return (
    <Segmented<Line>
      aria-label="政务或者党务"
      value={props.choice.line}
      options={Object.entries(lines).map(([value, label]) => ({ value: value as Line, label }))}
      onChange={props.onChange}
    />
  )
}
