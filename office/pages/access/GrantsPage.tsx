// 角色分配: every grant, who gave it and how long it holds.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { deleteGrant, exportGrants, listGrants } from '../../../src/modules/access/http/contract.ts'
import { roles } from '../../../src/modules/access/law/permissions.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { GrantDialog } from '../../forms/access/GrantDialog.tsx'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter } from '../../ui/filters.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { AccessLinks } from './access-links.tsx'

export function GrantsPage(): ReactNode {
  const state = useListState({ sort: 'accountName' })
  const { may } = useSession()
  const past = state.value('past') === 'true'
  const filters = Object.fromEntries(['role', 'unitId'].map((name) => [name, state.value(name)]).filter(([, value]) => value !== ''))
  const query = { ...filters, past: past ? 'true' : 'false', sort: state.sort as 'accountName' } as const
  const answer = useAnswer(listGrants, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const revoke = useSend(deleteGrant)
  const [granting, setGranting] = useState(false)
  return (
    <ListPage
      title="角色分配"
      note={<AccessLinks />}
      main={
        may('grant.manage') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setGranting(true)}>
            分配角色
          </Button>
        )
      }
      csv={addressOf(exportGrants, { query })}
      filters={
        <>
          <ChoiceFilter state={state} name="role" placeholder="角色" options={Object.entries(roles).map(([value, { title }]) => ({ value, label: title }))} />
          <UnitFilter state={state} />
          <label>
            <Switch size="small" checked={past} onChange={(on) => state.set({ past: on ? 'true' : undefined })} /> 含已结束的
          </label>
        </>
      }
    >
      <ListTable
        label="角色分配"
        answer={answer}
        state={state}
        rowKey={(row) => row.grantId}
        width={900}
        columns={[
          {
            title: '姓名',
            sort: 'accountName',
            width: 120,
            render: (row) => (may('account.read') ? <Link to={paths.account(row.accountId)}>{row.accountName}</Link> : row.accountName),
          },
          { title: '角色', width: 170, render: (row) => row.roleTitle },
          { title: '单位', width: 200, render: (row) => (row.sectionName ? `${row.unitName} ${row.sectionName}` : row.unitName) },
          {
            title: '期限',
            sort: 'validFrom',
            width: 190,
            render: (row) => (
              <span className={row.current ? 'gk-figure' : 'gk-figure gk-muted'}>
                {row.validFrom} 至 {row.validUntil ?? '长期'}
              </span>
            ),
          },
          {
            title: '分配',
            width: 150,
            render: (row) => (
              <>
                {row.grantedByName ?? '建立系统时'}
                <span className="gk-cell-sub gk-figure">{whenText(row.grantedAt)}</span>
              </>
            ),
          },
          {
            title: '操作',
            width: 80,
            render: (row) =>
              may('grant.manage') && row.current ? (
                <ConfirmButton
                  label="收回"
                  danger
                  button={{ size: 'small' }}
                  question={`收回“${row.accountName}”的角色“${row.roleTitle}”？`}
                  follows={`立即不能再以${row.unitName}${row.roleTitle}的身份办理。已经办过的记录保留。`}
                  okText="收回"
                  onConfirm={() => revoke.mutateAsync({ params: { grantId: row.grantId } })}
                />
              ) : null,
          },
        ]}
        empty={<EmptyNote what="没有符合条件的角色。" how="由安全管理员分配。" />}
      />
      <GrantDialog open={granting} onClose={() => setGranting(false)} />
    </ListPage>
  )
}
