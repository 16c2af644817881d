// The three lists of 账号与角色, as far as the person may open them.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'

export function AccessLinks(): ReactNode {
  const { may } = useSession()
  return (
    <p className="gk-page-links">
      {may('account.read') && <Link to={paths.accounts}>账号</Link>}
      {may('account.read') && <Link to={paths.grants}>角色分配</Link>}
      {may('stand-in.manage') && <Link to={paths.standIns}>代办登记</Link>}
    </p>
  )
}
