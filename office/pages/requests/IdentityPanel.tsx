// 申请人身份: sealed until somebody who handles the case opens it with a reason; who looked stands below.
import { Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import type { postRequest } from '../../../src/modules/requests/http/contract.ts'
import { noticeWayNames, noticeWays } from '../../../src/modules/requests/law/notice-ways.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { whenText } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/SheetPage.tsx'

type Identity = BodyOf<typeof postRequest>['identity']

export interface SeenIdentity extends Identity {
  readonly files: readonly { readonly title: string; readonly name: string; readonly data: string }[]
}

export interface IdentityPanelProps {
  readonly number: string
  readonly deletedOn: string | null
  /** How it is kept, for whoever has not opened it. */
  readonly kept: string
  /** What is gone once it is deleted, and why. */
  readonly deleted: string
  readonly ended: string
  readonly looks: readonly { readonly name: string; readonly reason: string; readonly at: string }[]
  readonly look: (reason: string) => Promise<SeenIdentity>
}

const seenRows = (seen: SeenIdentity): (readonly [string, ReactNode])[] => [
  ['姓名、名称', seen.name],
  [seen.document || '身份证明', seen.documentNumber],
  ['联系人', seen.contactPerson],
  ['地址', seen.address],
  ['电话', seen.phone],
  ['电子邮箱', seen.email],
  ['代理人', seen.agent],
  ...(seen.others ? [['共同申请人', seen.others] as const] : []),
  ...noticeWayNames.filter((way) => seen[noticeWays[way].mark]).map((way) => [noticeWays[way].title, '办理有进展时发送'] as const),
  ...(seen.eService ? [['电子送达', '申请人同意'] as const] : []),
  ...seen.files.map(({ title, name, data }, at): readonly [string, ReactNode] => [
    seen.files.filter((one) => one.title === title).length > 1 ? `${title} ${at + 1}` : title,
    <a key={name} href={data} download={name}>
      下载
    </a>,
  ]),
]

export function IdentityPanel(props: IdentityPanelProps): ReactNode {
  const { number, deletedOn, kept, deleted, ended, looks, look } = props
  const [asking, setAsking] = useState(false)
  const [seen, setSeen] = useState<SeenIdentity | null>(null)
  return (
    <Panel title="申请人身份" extra={seen || deletedOn ? null : <Button onClick={() => setAsking(true)}>查看</Button>}>
      {seen ? (
        <Facts narrow rows={seenRows(seen)} />
      ) : (
        <p className="gk-muted">{deletedOn ? `${deleted}已于 ${deletedOn} 删除：${ended}，救济期限已经届满。` : kept}</p>
      )}
      {looks.length > 0 && (
        <details>
          <summary>查看记录（{looks.length}）</summary>
          <ul className="gk-rows">
            {looks.map((one) => (
              <li key={one.at}>
                {one.name} {whenText(one.at)}：{one.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      <FormDialog<{ reason: string }>
        open={asking}
        title={`查看申请人身份：${number}`}
        okText="查看"
        initial={{}}
        note="查看的人、时间和用途将记入操作日志。"
        onSubmit={async ({ reason }) => setSeen(await look(reason))}
        onClose={() => setAsking(false)}
      >
        <Form.Item name="reason" label="用途" rules={[{ required: true, whitespace: true, min: 2, message: '请写明用途' }]}>
          <Input maxLength={200} placeholder="例：与申请人联系确认" />
        </Form.Item>
      </FormDialog>
    </Panel>
  )
}
