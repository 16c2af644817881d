// Guides, rules and plans as they stand in public: which text holds now and since when, what held before.
import type { ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import type { getEntry } from '../../../src/modules/catalogue/http/contract.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

type Rows = NonNullable<AnswerOf<typeof getEntry>['standing']>

const Out = (props: { readonly to: string; readonly children: ReactNode }): ReactNode => (
  <a href={props.to} target="_blank" rel="noreferrer">
    {props.children}
  </a>
)

export function StandingVersions(props: { readonly rows: Rows }): ReactNode {
  return (
    <Panel title="已公开的版本">
      {props.rows.length === 0 && <EmptyNote what="责任单位还没有公开。" how="在这一条对应的栏目发布后，现行版本和以前的版本列在这里。" />}
      <ul className="gk-rows">
        {props.rows.map((row) => (
          <li key={row.id}>
            <div className="gk-rows-main">
              <Out to={row.address}>{row.title}</Out>
              <span className="gk-cell-sub">{row.unitName}</span>
              {row.texts.map((one) => (
                <span className="gk-cell-sub" key={one.revision}>
                  <Out to={one.address}>第{one.revision}版</Out>：{one.publishedOn} 至 {one.until}
                </span>
              ))}
              {row.before.map((one) => (
                <span className="gk-cell-sub" key={one.id}>
                  取代 <Out to={one.address}>{one.title}</Out>（{one.publishedOn}）
                </span>
              ))}
            </div>
            <StateTag title={`第${row.revision}版，自${row.publishedOn}起`} tone="good" />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
