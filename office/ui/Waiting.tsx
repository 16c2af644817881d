// Something is being read; shown only when it takes a while.
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'

export function Waiting(): ReactNode {
  return (
    <div className="gk-waiting" role="status" aria-label="正在读取">
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  )
}
