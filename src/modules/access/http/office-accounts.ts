// Answers the list of accounts and what the system administrator does with them.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { timeAt } from '../../../platform/clock/clock.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type Call, type OfficeRoute } from '../../../platform/http/routes.ts'
import type { Contract } from '../../../kernel/contract.ts'
import { createAccount } from '../actions/create-account.ts'
import { disableAccount } from '../actions/disable-account.ts'
import { enableAccount } from '../actions/enable-account.ts'
import { renameAccount } from '../actions/rename-account.ts'
import { requireTotp } from '../actions/require-totp.ts'
import { resetPassword } from '../actions/reset-password.ts'
import { unbindTotp } from '../actions/unbind-totp.ts'
import { unlockAccount } from '../actions/unlock-account.ts'
import { accountStateTitles } from '../law/sessions.ts'
import { accountChoices, listAccounts, oneAccount } from '../queries/list-accounts.ts'
import type { By } from '../rules/by.ts'
import * as contracts from './contract.ts'
import type { AccountRow } from './shapes.ts'

type AnyCall = Omit<Call<Contract>, 'params' | 'query' | 'body'>

const byOf = (call: AnyCall): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })
const momentOf = (call: AnyCall) => ({ now: call.clock.now(), today: call.clock.today() })
/** Most rows of one exported file. */
export const exportLimit = 100_000

async function show(call: AnyCall, accountId: string): Promise<Ruling<AccountRow>> {
  const account = await oneAccount(call.tx, accountId, momentOf(call))
  return account ? granted(account) : refused('account-not-found')
}

/** The account as it stands after what was done to it. */
async function after(call: AnyCall, accountId: string, done: Ruling<unknown>): Promise<Ruling<AccountRow>> {
  return done.ok ? show(call, accountId) : done
}

export const accountRoutes: readonly OfficeRoute[] = [
  answer(contracts.listAccounts, async (call) => {
    const { page, size, ...filter } = call.query
    return granted(await listAccounts(call.tx, filter, momentOf(call), { offset: (page - 1) * size, limit: size }))
  }),

  answer(contracts.exportAccounts, async (call) => {
    const { rows } = await listAccounts(call.tx, call.query, momentOf(call), { offset: 0, limit: exportLimit })
    const line = (row: (typeof rows)[number]) => [
      row.login,
      row.name,
      accountStateTitles[row.state],
      row.grants.map((grant) => `${grant.unitName}${grant.sectionName ?? ''} ${grant.roleTitle}`).join('；'),
      { off: '未启用', owed: '待绑定', on: '已绑定' }[row.totp],
      timeAt(new Date(row.createdAt), call.clock.timeZone),
      row.lastSignedInAt === null ? null : timeAt(new Date(row.lastSignedInAt), call.clock.timeZone),
    ]
    return granted(csvFile('账号列表', ['登录名', '姓名', '状态', '角色', '动态口令', '建立时间', '最近登录时间'], rows.map(line)))
  }),

  answer(contracts.listAccountNames, async (call) => granted({ rows: await accountChoices(call.tx, call.query, call.clock.today()) })),

  answer(contracts.getAccount, (call) => show(call, call.params.accountId)),

  answer(contracts.postAccount, async (call) => {
    const created = await createAccount(call.tx, byOf(call), call.body)
    if (created.ok) call.audit({ objectKind: 'account', objectId: created.value.accountId, detail: { login: call.body.login } })
    return created
  }),

  answer(contracts.putAccount, async (call) => {
    const { accountId } = call.params
    return after(call, accountId, await renameAccount(call.tx, byOf(call), { accountId, name: call.body.name }))
  }),

  answer(contracts.putDisablement, async (call) => after(call, call.params.accountId, await disableAccount(call.tx, byOf(call), call.params.accountId))),
  answer(contracts.deleteDisablement, async (call) => after(call, call.params.accountId, await enableAccount(call.tx, byOf(call), call.params.accountId))),
  answer(contracts.deleteLock, async (call) => after(call, call.params.accountId, await unlockAccount(call.tx, byOf(call), call.params.accountId))),
  answer(contracts.putFirstPassword, (call) => resetPassword(call.tx, byOf(call), call.params.accountId)),
  answer(contracts.deleteAccountTotp, async (call) => after(call, call.params.accountId, await unbindTotp(call.tx, byOf(call), call.params.accountId))),

  answer(contracts.putTotpRequirement, async (call) => {
    const { accountId } = call.params
    const { required } = call.body
    call.audit({ objectKind: 'account', objectId: accountId, detail: { required } })
    return after(call, accountId, await requireTotp(call.tx, byOf(call), { accountId, required }))
  }),
]
