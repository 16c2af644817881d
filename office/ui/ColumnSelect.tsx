// Choose columns of the site from its tree.
import { TreeSelect } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { lineOfKind, type Line } from '../../src/law/lines.ts'
import { listColumns } from '../../src/modules/publication/http/contract.ts'
import { useAnswer } from '../api/hooks.ts'
import { treeOf } from './UnitSelect.tsx'

function useColumnTree({ except, line }: { readonly except?: string | undefined; readonly line?: Line | undefined }): ReturnType<typeof treeOf> {
  const rows = useAnswer(listColumns, {}).data?.rows
  return useMemo(
    () =>
      treeOf(
        (rows ?? []).filter((row) => line === undefined || lineOfKind(row.kind) === line),
        (row) => row.id,
        (row) => row.parentId,
        (row) => ({ value: row.id, title: row.hidden ? `${row.name}（已隐藏）` : row.name, disabled: row.id === except }),
      ),
    [rows, except, line],
  )
}

export function ColumnsSelect(props: {
  readonly id?: string
  readonly value?: readonly string[]
  readonly onChange?: (value: string[]) => void
  readonly disabled?: boolean
  /** Only columns of this line: 政务 and 党务 are kept apart. */
  readonly line?: Line | undefined
}): ReactNode {
  const tree = useColumnTree({ line: props.line })
  return (
    <TreeSelect
      {...(props.id === undefined ? {} : { id: props.id })}
      multiple
      treeData={tree}
      treeDefaultExpandAll
      key={tree.length === 0 ? 'empty' : 'full'}
      showSearch={{ treeNodeFilterProp: 'title' }}
      popupMatchSelectWidth={320}
      listHeight={360}
      value={[...(props.value ?? [])]}
      disabled={props.disabled ?? false}
      placeholder="选择栏目"
      onChange={(value: string[]) => props.onChange?.(value)}
    />
  )
}

export function ColumnSelect(props: {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | undefined) => void
  readonly placeholder?: string
  readonly except?: string
}): ReactNode {
  const tree = useColumnTree({ except: props.except })
  return (
    <TreeSelect
      {...(props.id === undefined ? {} : { id: props.id })}
      treeData={tree}
      treeDefaultExpandAll
      key={tree.length === 0 ? 'empty' : 'full'}
      showSearch={{ treeNodeFilterProp: 'title' }}
      popupMatchSelectWidth={320}
      listHeight={360}
      value={props.value || undefined}
      allowClear
      placeholder={props.placeholder ?? '选择栏目'}
      aria-label={props.placeholder ?? '选择栏目'}
      onChange={(value: string | undefined) => props.onChange?.(value)}
    />
  )
}
