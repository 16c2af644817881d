// The pattern of every list: title with one main button, saved views with counts, filters, table, batch bar.
import { Badge, Button, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { countText } from './format.ts'
import { PageHead, type Crumb } from './PageHead.tsx'

export interface SavedView {
  readonly key: string
  readonly title: string
  /** Text where it is not exact. */
  readonly count?: number | string | undefined
}

export function ListPage(props: {
  readonly title: string
  readonly note?: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly main?: ReactNode
  readonly views?: readonly SavedView[]
  readonly view?: string
  readonly onView?: (key: string) => void
  readonly filters?: ReactNode
  /** Address of the same list as CSV. */
  readonly csv?: string | undefined
  /** Stands between the title and the list: where what is listed comes in. */
  readonly above?: ReactNode
  readonly children: ReactNode
}): ReactNode {
  return (
    <>
      <PageHead title={props.title} {...(props.note ? { note: props.note } : {})} {...(props.crumbs ? { crumbs: props.crumbs } : {})} main={props.main} />
      {props.above}
      <div className="gk-surface">
        {props.views && (
          <Tabs
            {...(props.view === undefined ? {} : { activeKey: props.view })}
            onChange={(key) => props.onView?.(key)}
            items={props.views.map((view) => ({
              key: view.key,
              label: (
                <>
                  {view.title}
                  {view.count !== undefined && <span className="gk-count">{typeof view.count === 'number' ? countText(view.count) : view.count}</span>}
                </>
              ),
            }))}
          />
        )}
        {(props.filters || props.csv) && (
          <div className="gk-filters">
            {props.filters}
            {props.csv && (
              <Button href={props.csv} download className="gk-filters-end">
                导出 CSV
              </Button>
            )}
          </div>
        )}
        {props.children}
      </div>
    </>
  )
}

/** What can be done with the rows chosen; only there while there are some. */
export function BatchBar(props: { readonly count: number; readonly onClear: () => void; readonly children: ReactNode }): ReactNode {
  if (props.count === 0) return null
  return (
    <div className="gk-batch-bar" role="region" aria-label="批量操作">
      <span>
        已选 <Badge count={props.count} overflowCount={999} color="#0f4c94" /> 条
      </span>
      {props.children}
      <Button type="link" onClick={props.onClear}>
        取消选择
      </Button>
    </div>
  )
}
