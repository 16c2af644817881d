// What was registered, with the number and the query code that are told this once.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Facts, Panel } from '../../ui/SheetPage.tsx'

export function RegisteredPanel(props: {
  readonly registered: { readonly number: string; readonly queryCode: string | null }
  readonly what: string
  readonly path: string
  readonly note: string
  readonly onNext: () => void
}): ReactNode {
  const { number, queryCode } = props.registered
  return (
    <Panel title="已登记">
      <Facts
        narrow
        rows={[
          ['编号', <strong key="number" className="gk-figure">{number}</strong>],
          ...(queryCode ? ([['查询码', <strong key="code" className="gk-figure">{queryCode}</strong>]] as const) : []),
        ]}
      />
      <p className="gk-muted">{props.note}</p>
      <p className="gk-follows">
        <Link to={props.path}>
          <Button type="primary">打开这件{props.what}</Button>
        </Link>{' '}
        <Button onClick={props.onNext}>继续登记</Button>
      </p>
    </Panel>
  )
} // prettier-ignore
