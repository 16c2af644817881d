// An address that leads nowhere, and a page that broke.
import { Button, Result } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.ts'

export function NotFound(): ReactNode {
  return (
    <Result
      status="404"
      title="没有这个页面"
      subTitle="它可能已被移动或删除，也可能不在您的权限范围内。"
      extra={
        <Link to={paths.home}>
          <Button type="primary">回到工作台</Button>
        </Link>
      }
    />
  )
}

export function Broken(): ReactNode {
  return (
    <Result
      status="error"
      title="页面出错了"
      subTitle="可能是系统刚刚更新。刷新后一般可以恢复；如果一直这样，请联系系统管理员。"
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      }
    />
  )
}
