// Choose units by name, as a tree: for filters, new documents and 会签.
import { TreeSelect } from 'antd'
import { useMemo, type ReactNode } from 'react'
import type { AnswerOf } from '../../src/kernel/contract.ts'
import { getUnitNames } from '../../src/modules/organization/http/contract.ts'
import { useAnswer } from '../api/hooks.ts'

type UnitName = AnswerOf<typeof getUnitNames>['rows'][number]

interface Node {
  readonly value: string
  readonly title: string
  readonly disabled?: boolean
  readonly children: Node[]
}

/** Rows with parents as a tree; a row whose parent is not among them stands at the top. */
export function treeOf<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  parentOf: (row: Row) => string | null,
  nodeOf: (row: Row) => Omit<Node, 'children'>,
): Node[] {
  const nodes = new Map<string, Node>(rows.map((row) => [idOf(row), { ...nodeOf(row), children: [] }]))
  const top: Node[] = []
  for (const row of rows) {
    const node = nodes.get(idOf(row))
    if (!node) continue
    const parent = nodes.get(parentOf(row) ?? '')
    if (parent) parent.children.push(node)
    else top.push(node)
  }
  return top
}

/** All units in force. */
export function useUnitNames(): readonly UnitName[] {
  return useAnswer(getUnitNames, { query: {} }).data?.rows ?? []
}

interface Common {
  readonly id?: string
  readonly placeholder?: string
  readonly label?: string
  readonly sections?: boolean
  readonly disabled?: boolean
  readonly allowClear?: boolean
  /** Only these may be chosen. */
  readonly only?: readonly string[]
  readonly className?: string
}

function useTree(props: Common): Node[] {
  const rows = useUnitNames()
  const { sections, only } = props
  return useMemo(
    () =>
      treeOf(
        rows.filter((row) => sections || row.kind !== 'section'),
        (row) => row.id,
        (row) => row.parentId,
        (row) => ({ value: row.id, title: row.name, disabled: only !== undefined && !only.includes(row.id) }),
      ),
    [rows, sections, only],
  )
}

const looks = { showSearch: { treeNodeFilterProp: 'title' }, treeDefaultExpandedKeys: [], popupMatchSelectWidth: 320, listHeight: 360 } as const

export function UnitSelect(props: Common & { readonly value?: string | null; readonly onChange?: (value: string | undefined) => void }): ReactNode {
  const tree = useTree(props)
  return (
    <TreeSelect
      {...looks}
      {...(props.id === undefined ? {} : { id: props.id })}
      className={props.className ?? ''}
      treeData={tree}
      treeDefaultExpandedKeys={tree.map((node) => node.value)}
      key={tree.length === 0 ? 'empty' : 'full'}
      value={props.value || undefined}
      placeholder={props.placeholder ?? '选择单位'}
      aria-label={props.label ?? props.placeholder ?? '选择单位'}
      disabled={props.disabled ?? false}
      allowClear={props.allowClear ?? true}
      onChange={(value: string | undefined) => props.onChange?.(value)}
    />
  )
}

export function UnitsSelect(props: Common & { readonly value?: readonly string[]; readonly onChange?: (value: string[]) => void }): ReactNode {
  const tree = useTree(props)
  return (
    <TreeSelect
      {...looks}
      {...(props.id === undefined ? {} : { id: props.id })}
      treeData={tree}
      treeDefaultExpandedKeys={tree.map((node) => node.value)}
      key={tree.length === 0 ? 'empty' : 'full'}
      multiple
      value={[...(props.value ?? [])]}
      placeholder={props.placeholder ?? '选择单位'}
      aria-label={props.label ?? '选择单位'}
      onChange={(value: string[]) => props.onChange?.(value)}
    />
  )
}
