// Which open due days a year would move, module by module: the whole count, and the first rows with pages.
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { postYearEffect } from '../../../src/modules/calendar/http/contract.ts'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { countText } from '../../ui/format.ts'

type Effect = AnswerOf<typeof postYearEffect>
type Row = Effect['keepers'][number]['rows'][number]

export function EffectTables(props: { readonly effect: Effect; readonly year: number }): ReactNode {
  const { keepers, years } = props.effect
  const touched = keepers.filter(({ count }) => count > 0)
  const before = years.find((one) => one !== props.year)
  return (
    <div role="status">
      {before !== undefined && (
        <p className="gk-soon gk-follows">
          通知还涉及{before}年12月，{before}年的安排会同时补上。
        </p>
      )}
      {touched.length === 0 && <p className="gk-follows">没有未办结的期限因此变化。</p>}
      {touched.map(({ title, count, rows }) => (
        <section key={title} aria-label={`${title}受影响的期限`}>
          <h3>
            {title}：{countText(count)} 个期限变化{rows.length < count && `，下面是最早到期的 ${countText(rows.length)} 个`}
          </h3>
          <Table<Row>
            size="small"
            rowKey={(row) => `${row.what}-${row.unitName}-${row.from}-${row.to}`}
            dataSource={rows}
            scroll={{ x: 560 }}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: '事项', dataIndex: 'what' },
              { title: '单位', dataIndex: 'unitName', width: 180 },
              { title: '现到期日', dataIndex: 'from', width: 120 },
              { title: '新到期日', dataIndex: 'to', width: 120, render: (to: string, row) => <span className={to < row.from ? 'gk-bad' : ''}>{to}</span> },
            ]}
          />
        </section>
      ))}
    </div>
  )
}
