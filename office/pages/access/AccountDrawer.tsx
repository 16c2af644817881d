// One account: state, second factor, roles; what an administrator may do stands beside each.
import { App, Button, Drawer, Form, Input, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import {
  deleteAccountTotp,
  deleteDisablement,
  deleteGrant,
  deleteLock,
  getAccount,
  putAccount,
  putDisablement,
  putFirstPassword,
  putTotpRequirement,
} from '../../../src/modules/access/http/contract.ts'
import { accountStateTitles } from '../../../src/modules/access/law/sessions.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { FirstPassword } from '../../forms/access/FirstPassword.tsx'
import { GrantDialog } from '../../forms/access/GrantDialog.tsx'
import { useSession } from '../../shell/session.tsx'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { whenText } from '../../ui/format.ts'
import { Facts } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { accountTones, totpTitles } from './account-words.ts'

type Account = AnswerOf<typeof getAccount>

function Manage(props: { readonly account: Account }): ReactNode {
  const { account } = props
  const { message } = App.useApp()
  const params = { accountId: account.accountId }
  const rename = useSend(putAccount)
  const disable = useSend(putDisablement)
  const enable = useSend(deleteDisablement)
  const unlock = useSend(deleteLock)
  const reset = useSend(putFirstPassword)
  const requireTotp = useSend(putTotpRequirement)
  const dropTotp = useSend(deleteAccountTotp)
  const [renaming, setRenaming] = useState(false)
  const [password, setPassword] = useState<string | null>(null)
  return (
    <>
      <ErrorNote error={unlock.error ?? enable.error ?? requireTotp.error} />
      <div className="gk-page-main gk-note">
        <Button onClick={() => setRenaming(true)}>改姓名</Button>
        {account.lockedUntil !== null && (
          <Button loading={unlock.isPending} onClick={() => unlock.mutate({ params }, { onSuccess: () => void message.success('已解除锁定') })}>
            解除锁定
          </Button>
        )}
        <ConfirmButton
          label="重置密码"
          question={`重置“${account.name}”的密码？`}
          follows="原密码立即失效，登录会话全部结束；新的初始密码只显示一次。"
          okText="重置"
          onConfirm={() => reset.mutateAsync({ params }).then((answer) => setPassword(answer.firstPassword))}
        />
        {account.totp === 'on' && (
          <ConfirmButton
            label="解除动态口令"
            question={`解除“${account.name}”的动态口令？`}
            follows="用于手机遗失。解除前请当面核实身份；要求使用动态口令的，下次登录须重新绑定。"
            okText="解除"
            danger
            onConfirm={() => dropTotp.mutateAsync({ params })}
          />
        )}
        {account.state === 'disabled' ? (
          <Button loading={enable.isPending} onClick={() => enable.mutate({ params })}>
            恢复使用
          </Button>
        ) : (
          <ConfirmButton
            label="停用"
            danger
            question={`停用账号“${account.name}”？`}
            follows="停用后不能登录，登录会话立即结束；办理记录保留。"
            okText="停用"
            onConfirm={() => disable.mutateAsync({ params })}
          />
        )}
      </div>
      <p className="gk-follows">
        <label>
          <Switch
            checked={account.totpRequired}
            loading={requireTotp.isPending}
            onChange={(required) => requireTotp.mutate({ params, body: { required } })}
            checkedChildren="必须"
            unCheckedChildren="不要求"
          />{' '}
          登录时使用动态口令
        </label>
      </p>
      <FormDialog<{ name: string }>
        open={renaming}
        title="修改姓名"
        okText="保存"
        initial={{ name: account.name }}
        onClose={() => setRenaming(false)}
        onSubmit={(values) => rename.mutateAsync({ params, body: values })}
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
          <Input maxLength={40} />
        </Form.Item>
      </FormDialog>
      <FirstPassword name={account.name} password={password} onClose={() => setPassword(null)} />
    </>
  )
}

function Grants(props: { readonly account: Account }): ReactNode {
  const { account } = props
  const { may } = useSession()
  const revoke = useSend(deleteGrant)
  const [granting, setGranting] = useState(false)
  return (
    <section>
      <div className="gk-panel-head">
        <h3>角色</h3>
        {may('grant.manage') && <Button onClick={() => setGranting(true)}>分配角色</Button>}
      </div>
      {account.grants.length === 0 && <EmptyNote what="还没有角色。" how="由安全管理员分配。" />}
      <ul className="gk-rows">
        {account.grants.map((grant) => (
          <li key={grant.grantId}>
            <div className="gk-rows-main">
              {grant.roleTitle}
              <span className="gk-cell-sub">
                {grant.unitName}
                {grant.sectionName && ` ${grant.sectionName}`} · {grant.validFrom} 至 {grant.validUntil ?? '长期'}
                {!grant.current && ' · 现在不生效'}
              </span>
            </div>
            {may('grant.manage') && (
              <ConfirmButton
                label="收回"
                danger
                button={{ size: 'small' }}
                question={`收回“${account.name}”的角色“${grant.roleTitle}”？`}
                follows={`立即不能再以${grant.unitName}${grant.roleTitle}的身份办理。已经办过的记录保留。`}
                okText="收回"
                onConfirm={() => revoke.mutateAsync({ params: { grantId: grant.grantId } })}
              />
            )}
          </li>
        ))}
      </ul>
      <GrantDialog open={granting} accountId={account.accountId} name={account.name} onClose={() => setGranting(false)} />
    </section>
  )
}

function Sheet(props: { readonly accountId: string }): ReactNode {
  const { may } = useSession()
  const answer = useAnswer(getAccount, { params: { accountId: props.accountId } })
  if (answer.error) return <ErrorNote error={answer.error} />
  if (!answer.data) return <Waiting />
  const account = answer.data
  return (
    <>
      {may('account.manage') && <Manage account={account} />}
      <Facts
        narrow
        rows={[
          ['姓名', account.name],
          ['登录名', account.login],
          [
            '状态',
            <>
              <StateTag title={accountStateTitles[account.state]} tone={accountTones[account.state]} />
              {account.lockedUntil && <span className="gk-muted"> 至 {whenText(account.lockedUntil)}</span>}
            </>,
          ],
          ['密码', account.mustChangePassword ? '初始密码，本人还没有改' : '本人已设置'],
          ['动态口令', totpTitles[account.totp]],
          ['建立', whenText(account.createdAt)],
          ['上次登录', whenText(account.lastSignedInAt)],
        ]}
      />
      <div className="gk-note-above" />
      <Grants account={account} />
    </>
  )
}

export function AccountDrawer(props: { readonly accountId: string | null; readonly onClose: () => void }): ReactNode {
  return (
    <Drawer open={props.accountId !== null} title="账号" size={560} onClose={props.onClose} destroyOnHidden>
      {props.accountId !== null && <Sheet accountId={props.accountId} />}
    </Drawer>
  )
}
