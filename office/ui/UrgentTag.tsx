// 紧急: on the urgent route, and whether its paper is still owed after the release.
import { Tag } from 'antd'
import type { ReactNode } from 'react'

const released: readonly string[] = ['signed', 'published', 'filed']

export function UrgentTag(props: { readonly row: { readonly urgent: boolean; readonly paperOwed: boolean; readonly state: string } }): ReactNode {
  const { urgent, paperOwed, state } = props.row
  // red, whose words are legible on their ground; the orange of the library is not
  return urgent && <Tag color="red">{paperOwed && released.includes(state) ? '紧急 欠补审查表' : '紧急'}</Tag>
}
