// The table of a list page: sticky head, order and pages kept in the address, rows chosen for the batch bar.
import { Grid, Table, type TableProps } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { ErrorNote } from './ErrorNote.tsx'
import { countText } from './format.ts'
import type { ListState } from './list-state.ts'

export interface ListColumn<Row> {
  readonly title: string
  readonly render: (row: Row) => ReactNode
  /** Name of the order in the API, where the column can be ordered by. */
  readonly sort?: string
  readonly width?: number
  readonly align?: 'right'
}

export interface ListTableProps<Row extends object> {
  readonly label: string
  readonly answer: {
    /** Where the total is not exact, there are more. */
    readonly data: { readonly rows: readonly Row[]; readonly total?: number; readonly totalIsExact?: boolean } | undefined
    readonly error: Error | null
    readonly isFetching: boolean
    readonly refetch: () => void
  }
  readonly state?: ListState
  readonly columns: readonly ListColumn<Row>[]
  readonly rowKey: (row: Row) => string
  readonly empty: ReactNode
  /** Least width of the table; narrower screens scroll it. */
  readonly width?: number
  readonly chosen?: readonly string[]
  readonly onChoose?: (keys: readonly string[]) => void
  readonly mayChoose?: (row: Row) => boolean
  readonly nameOf?: (row: Row) => string
}

/** Width of the first column on a phone: some of the next one stays in sight and asks to be scrolled to. */
const narrowFirst = 210

const orderOf = (sort: string | undefined, name: string | undefined): 'ascend' | 'descend' | null =>
  name !== undefined && sort === name ? 'ascend' : name !== undefined && sort === `-${name}` ? 'descend' : null

export function ListTable<Row extends object>(props: ListTableProps<Row>): ReactNode {
  const wide = Grid.useBreakpoint().md ?? true
  const { answer, state, onChoose } = props
  const section = useRef<HTMLElement>(null)
  // the row that Ant Design measures widths with holds a second checkbox, which the keyboard must not reach
  useEffect(() => section.current?.querySelector('.ant-table-measure-row')?.setAttribute('inert', ''))
  // a table in which nothing takes the focus scrolls sideways on a telephone, and the keyboard must be able to do that, too
  useEffect(() => {
    const scrolled = section.current?.querySelector('.ant-table-content')
    if (scrolled?.querySelector('tbody :is(a[href], button, input)')) scrolled.removeAttribute('tabindex')
    else scrolled?.setAttribute('tabindex', '0')
  })
  if (answer.error && !answer.data) return <ErrorNote error={answer.error} again={answer.refetch} />
  const rows = answer.data?.rows ?? []
  const total = answer.data?.total ?? rows.length
  const columns: TableProps<Row>['columns'] = props.columns.map((column, at) => ({
    key: column.title,
    title: column.title,
    render: (_: unknown, row: Row) => column.render(row),
    ...(column.width === undefined ? {} : { width: at === 0 && !wide ? Math.min(column.width, narrowFirst) : column.width }),
    ...(column.align === undefined ? {} : { align: column.align }),
    ...(at === 0 && wide && props.width !== undefined ? { fixed: 'left' as const } : {}),
    ...(column.sort === undefined ? {} : { sorter: true, sortOrder: orderOf(state?.sort, column.sort), dataIndex: column.sort }),
  }))
  const selection: TableProps<Row>['rowSelection'] = onChoose && {
    selectedRowKeys: [...(props.chosen ?? [])],
    onChange: (keys) => onChoose(keys.map(String)),
    getCheckboxProps: (row) => ({ disabled: props.mayChoose ? !props.mayChoose(row) : false, 'aria-label': `选择${props.nameOf?.(row) ?? ''}` }),
    columnWidth: 44,
  }
  return (
    <section ref={section} aria-label={props.label} aria-busy={answer.isFetching}>
      {answer.error && <ErrorNote error={answer.error} again={answer.refetch} />}
      <Table<Row>
        className="gk-table"
        size="middle"
        rowKey={props.rowKey}
        dataSource={[...rows]}
        columns={columns}
        loading={{ spinning: answer.data === undefined && answer.isFetching, delay: 150 }}
        sticky={wide ? { offsetHeader: 56 } : false}
        scroll={{ x: (props.width ?? 720) - (wide ? 0 : Math.max(0, (props.columns[0]?.width ?? 0) - narrowFirst)) }}
        showSorterTooltip={false}
        rowSelection={selection}
        locale={{ emptyText: answer.data === undefined ? <span className="gk-muted">正在读取…</span> : props.empty }}
        pagination={
          state && total > 0
            ? {
                current: state.page,
                pageSize: state.size,
                total,
                showSizeChanger: true,
                pageSizeOptions: [20, 50, 100],
                showTotal: (count) => (answer.data?.totalIsExact === false ? `超过 ${countText(count)} 条，请用条件缩小范围` : `共 ${countText(count)} 条`),
                size: wide ? 'medium' : 'small',
                responsive: true,
              }
            : false
        }
        onChange={(pages, _filters, sorter, extra) => {
          if (!state) return
          if (extra.action === 'paginate') state.turn(pages.current ?? 1, pages.pageSize ?? state.size)
          if (extra.action === 'sort' && !Array.isArray(sorter)) {
            const name = props.columns.find((column) => column.title === sorter.columnKey)?.sort ?? ''
            state.set({ sort: sorter.order === 'ascend' ? name : sorter.order === 'descend' ? `-${name}` : undefined })
          }
        }}
      />
    </section>
  )
}
