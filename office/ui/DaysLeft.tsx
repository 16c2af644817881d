// Days left as a number: red when over, amber when nearly.
import type { ReactNode } from 'react'

export function DaysLeft(props: { readonly days: number | null | undefined }): ReactNode {
  const { days } = props
  if (days === null || days === undefined) return <span className="gk-muted">—</span>
  if (days < 0) return <span className="gk-bad gk-figure">已逾期 {-days} 天</span>
  return <span className={days <= 3 ? 'gk-soon gk-figure' : 'gk-figure'}>{days === 0 ? '今天到期' : `还剩 ${days} 天`}</span>
}
