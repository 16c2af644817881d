// The head of a page: where am I, what is this, the one main thing to do.
import { Breadcrumb } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { Link } from 'react-router'

export interface Crumb {
  readonly title: string
  readonly path?: string
}

export function PageHead(props: {
  readonly title: string
  readonly note?: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly main?: ReactNode
  readonly state?: ReactNode
}): ReactNode {
  const { title } = props
  useEffect(() => {
    document.title = `${title} · 政务公开工作平台`
  }, [title])
  return (
    <header className="gk-page-head">
      {props.crumbs && (
        <Breadcrumb
          items={props.crumbs.map((crumb) => ({
            key: crumb.title,
            title: crumb.path === undefined ? crumb.title : <Link to={crumb.path}>{crumb.title}</Link>,
          }))}
        />
      )}
      <div className="gk-page-head-row">
        <h1>
          {title}
          {props.state && <span className="gk-page-state">{props.state}</span>}
        </h1>
        {props.main && <div className="gk-page-main">{props.main}</div>}
      </div>
      {props.note && <p className="gk-muted gk-page-note">{props.note}</p>}
    </header>
  )
}
