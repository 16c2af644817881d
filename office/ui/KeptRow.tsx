// A row of a table that the program brings and an administrator keeps: whose it is, and how it is changed, ended or taken back.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ConfirmButton } from './ConfirmButton.tsx'
import { whenText } from './format.ts'

export interface KeptRow {
  /** Stands as the program brings it. */
  readonly starting: boolean
  readonly ended: boolean
  readonly changedByName: string | null
  readonly changedAt: string | null
}

export function KeptOrigin(props: { readonly row: KeptRow; readonly starting: string }): ReactNode {
  const { row, starting } = props
  if (row.starting) return starting
  return (
    <>
      {row.changedByName}
      <span className="gk-cell-sub">{whenText(row.changedAt)}</span>
    </>
  )
}

export function KeptTools(props: {
  readonly row: KeptRow
  /** What its change is called. */
  readonly change: string
  readonly question: string
  readonly follows: string
  readonly onChange: () => void
  readonly onRestore: () => void
  readonly onEnd: () => Promise<unknown>
}): ReactNode {
  const { row, change, question, follows, onChange, onRestore, onEnd } = props
  if (row.ended) {
    return (
      <Button size="small" onClick={onRestore}>
        恢复
      </Button>
    )
  }
  return (
    <span className="gk-finding-tools">
      <Button size="small" onClick={onChange}>
        {change}
      </Button>
      <ConfirmButton label="停用" button={{ size: 'small' }} question={question} follows={follows} okText="停用" danger onConfirm={onEnd} />
    </span>
  )
}
