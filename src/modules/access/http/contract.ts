// What the office API promises about sign-in, accounts, roles, stand-ins and the audit trail.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import {
  id,
  aDay,
  role,
  login,
  personName,
  reason,
  password,
  sixDigits,
  paging,
  listOf,
  nothing,
  session,
  sessionRow,
  accountRow,
  accountFilters,
  accountParams,
  grantRow,
  grantFilters,
  standInRow,
  standInFilters,
  auditRow,
  auditFilters,
} from './shapes.ts'

export const getSession = contract({ method: 'GET', path: '/session', title: '当前登录人、角色、可用操作和防跨站令牌', may: 'anyone', answer: session })
export const postSession = contract({
  method: 'POST',
  path: '/session',
  title: '登录',
  may: 'anyone',
  body: z.object({ login: z.string().trim().toLowerCase().min(1, '请填写登录名').max(100), password }),
  answer: session,
})
export const deleteSession = contract({ method: 'DELETE', path: '/session', title: '退出登录', may: 'anyone', answer: nothing })
export const putSecondFactor = contract({
  method: 'PUT',
  path: '/session/second-factor',
  title: '登录的第二步：动态口令',
  may: 'signing-in',
  body: z.object({ code: sixDigits }),
  answer: session,
})
export const putPassword = contract({
  method: 'PUT',
  path: '/session/password',
  title: '修改本人密码',
  may: 'signing-in',
  body: z.object({ current: password, next: password }),
  answer: session,
})
export const postTotp = contract({
  method: 'POST',
  path: '/session/totp',
  title: '开始绑定动态口令：取得二维码',
  may: 'signing-in',
  answer: z.object({ uri: z.string(), secret: z.string(), qr: z.string() }),
})
export const putTotp = contract({
  method: 'PUT',
  path: '/session/totp',
  title: '用一次动态口令确认绑定',
  may: 'signing-in',
  body: z.object({ code: sixDigits }),
  answer: session,
})

export const listSessions = contract({
  method: 'GET',
  path: '/sessions',
  title: '本人的登录会话',
  may: 'signed-in',
  answer: z.object({ rows: z.array(sessionRow) }),
})
export const endSession = contract({
  method: 'DELETE',
  path: '/sessions/:sessionId',
  title: '结束本人的一个登录会话',
  may: 'signed-in',
  params: z.object({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) }),
  answer: nothing,
})

export const listAccounts = contract({
  method: 'GET',
  path: '/accounts',
  title: '账号列表',
  may: 'account.read',
  query: z.object({ ...accountFilters, ...paging }),
  answer: listOf(accountRow),
})
export const exportAccounts = contract({
  method: 'GET',
  path: '/accounts.csv',
  title: '导出账号列表',
  may: 'account.read',
  query: z.object(accountFilters),
  answer: 'file',
})
export const listAccountNames = contract({
  method: 'GET',
  path: '/account-names',
  title: '按姓名或登录名查找在用账号（选择人员用）',
  may: 'signed-in',
  query: z.object({ q: z.string().trim().max(100).default(''), unitId: id.optional() }),
  answer: z.object({ rows: z.array(z.object({ accountId: id, name: z.string(), unitNames: z.array(z.string()) })) }),
})

export const getAccount = contract({
  method: 'GET',
  path: '/accounts/:accountId',
  title: '一个账号',
  may: 'account.read',
  params: accountParams,
  answer: accountRow,
})
export const postAccount = contract({
  method: 'POST',
  path: '/accounts',
  title: '新建账号；初始密码只显示一次',
  may: 'account.manage',
  body: z.object({ login, name: personName, totpRequired: z.boolean().default(false) }),
  answer: z.object({ accountId: id, firstPassword: z.string() }),
})
export const putAccount = contract({
  method: 'PUT',
  path: '/accounts/:accountId',
  title: '修改账号姓名',
  may: 'account.manage',
  params: accountParams,
  body: z.object({ name: personName }),
  answer: accountRow,
})
export const putDisablement = contract({
  method: 'PUT',
  path: '/accounts/:accountId/disablement',
  title: '停用账号，其登录会话立即失效',
  may: 'account.manage',
  params: accountParams,
  answer: accountRow,
})
export const deleteDisablement = contract({
  method: 'DELETE',
  path: '/accounts/:accountId/disablement',
  title: '恢复停用的账号',
  may: 'account.manage',
  params: accountParams,
  answer: accountRow,
})
export const deleteLock = contract({
  method: 'DELETE',
  path: '/accounts/:accountId/lock',
  title: '解除登录锁定',
  may: 'account.manage',
  params: accountParams,
  answer: accountRow,
})
export const putFirstPassword = contract({
  method: 'PUT',
  path: '/accounts/:accountId/first-password',
  title: '重置密码；新的初始密码只显示一次',
  may: 'account.manage',
  params: accountParams,
  answer: z.object({ firstPassword: z.string() }),
})
export const putTotpRequirement = contract({
  method: 'PUT',
  path: '/accounts/:accountId/totp-requirement',
  title: '规定账号是否必须使用动态口令',
  may: 'account.manage',
  params: accountParams,
  body: z.object({ required: z.boolean() }),
  answer: accountRow,
})
export const deleteAccountTotp = contract({
  method: 'DELETE',
  path: '/accounts/:accountId/totp',
  title: '解除账号的动态口令绑定（遗失手机时）',
  may: 'account.manage',
  params: accountParams,
  answer: accountRow,
})

export const listGrants = contract({
  method: 'GET',
  path: '/grants',
  title: '角色分配列表',
  may: 'account.read',
  query: z.object({ ...grantFilters, ...paging }),
  answer: listOf(grantRow),
})
export const exportGrants = contract({
  method: 'GET',
  path: '/grants.csv',
  title: '导出角色分配列表',
  may: 'account.read',
  query: z.object(grantFilters),
  answer: 'file',
})
export const postGrant = contract({
  method: 'POST',
  path: '/grants',
  title: '分配角色',
  may: 'grant.manage',
  body: z.object({
    accountId: id,
    role,
    unitId: id,
    sectionId: id.nullable().default(null),
    validFrom: aDay.optional(),
    validUntil: aDay.nullable().default(null),
  }),
  answer: z.object({ grantId: id }),
})
export const deleteGrant = contract({
  method: 'DELETE',
  path: '/grants/:grantId',
  title: '收回角色',
  may: 'grant.manage',
  params: z.object({ grantId: id }),
  answer: nothing,
})

export const listStandIns = contract({
  method: 'GET',
  path: '/stand-ins',
  title: '代办登记列表',
  may: 'stand-in.manage',
  query: z.object({ ...standInFilters, ...paging, sort: z.enum(['validFrom', '-validFrom']).default('-validFrom') }),
  answer: listOf(standInRow),
})
export const exportStandIns = contract({
  method: 'GET',
  path: '/stand-ins.csv',
  title: '导出代办登记',
  may: 'stand-in.manage',
  query: z.object(standInFilters),
  answer: 'file',
})
export const postStandIn = contract({
  method: 'POST',
  path: '/stand-ins',
  title: '登记代办',
  may: 'stand-in.manage',
  body: z.object({ absentId: id, standInId: id, validFrom: aDay, validUntil: aDay, reason }),
  answer: z.object({ standInId: id }),
})
export const deleteStandIn = contract({
  method: 'DELETE',
  path: '/stand-ins/:standInId',
  title: '提前结束代办',
  may: 'stand-in.manage',
  params: z.object({ standInId: id }),
  answer: nothing,
})

export const listAudit = contract({
  method: 'GET',
  path: '/audit',
  title: '操作日志',
  may: 'audit.read',
  query: z.object({ ...auditFilters, ...paging, sort: z.enum(['at', '-at']).default('-at') }),
  answer: listOf(auditRow),
})
export const exportAudit = contract({
  method: 'GET',
  path: '/audit.csv',
  title: '导出操作日志',
  may: 'audit.read',
  query: z.object(auditFilters),
  answer: 'file',
})
