// Answers roles given and taken back, and stand-ins.
import type { Contract } from '../../../kernel/contract.ts'
import { day } from '../../../kernel/day.ts'
import { granted } from '../../../kernel/ruling.ts'
import { timeAt } from '../../../platform/clock/clock.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type Call, type OfficeRoute } from '../../../platform/http/routes.ts'
import { endStandIn } from '../actions/end-stand-in.ts'
import { grantRole } from '../actions/grant-role.ts'
import { recordStandIn } from '../actions/record-stand-in.ts'
import { revokeRole } from '../actions/revoke-role.ts'
import { listGrants, listStandIns } from '../queries/list-grants.ts'
import type { By } from '../rules/by.ts'
import { reachOf } from '../rules/may.ts'
import * as contracts from './contract.ts'
import { exportLimit } from './office-accounts.ts'

type AnyCall = Omit<Call<Contract>, 'params' | 'query' | 'body'>

const byOf = (call: AnyCall): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })
const standInReach = (call: AnyCall) => reachOf(call.actor, 'stand-in.manage')
const stateTitles = { planned: '未开始', current: '代办中', ended: '已结束' } as const

export const grantRoutes: readonly OfficeRoute[] = [
  answer(contracts.listGrants, async (call) => {
    const { page, size, ...filter } = call.query
    return granted(await listGrants(call.tx, filter, call.clock.today(), { offset: (page - 1) * size, limit: size }))
  }),

  answer(contracts.exportGrants, async (call) => {
    const { rows } = await listGrants(call.tx, call.query, call.clock.today(), { offset: 0, limit: exportLimit })
    const line = (row: (typeof rows)[number]) => [
      row.accountName,
      row.login,
      row.roleTitle,
      row.unitName,
      row.sectionName,
      row.validFrom,
      row.validUntil,
      row.current,
      row.grantedByName,
      timeAt(new Date(row.grantedAt), call.clock.timeZone),
    ]
    return granted(csvFile('角色分配', ['姓名', '登录名', '角色', '机构', '科室', '开始日期', '结束日期', '当前有效', '分配人', '分配时间'], rows.map(line)))
  }),

  answer(contracts.postGrant, async (call) => {
    const { validFrom, validUntil, ...rest } = call.body
    call.audit({ objectKind: 'account', objectId: rest.accountId, unitId: rest.unitId, detail: { role: rest.role } })
    const from = validFrom === undefined ? call.clock.today() : day(validFrom)
    return grantRole(call.tx, byOf(call), { ...rest, validFrom: from, validUntil: validUntil === null ? null : day(validUntil) })
  }),

  answer(contracts.deleteGrant, async (call) => {
    const revoked = await revokeRole(call.tx, byOf(call), call.params.grantId)
    return revoked.ok ? granted({}) : revoked
  }),

  answer(contracts.listStandIns, async (call) => {
    const { page, size, ...filter } = call.query
    return granted(await listStandIns(call.tx, filter, standInReach(call), call.clock.today(), { offset: (page - 1) * size, limit: size }))
  }),

  answer(contracts.exportStandIns, async (call) => {
    const { rows } = await listStandIns(call.tx, call.query, standInReach(call), call.clock.today(), { offset: 0, limit: exportLimit })
    const line = (row: (typeof rows)[number]) => [
      row.absent.name,
      row.standIn.name,
      row.validFrom,
      row.validUntil,
      row.reason,
      row.recordedByName,
      stateTitles[row.state],
    ]
    return granted(csvFile('代办登记', ['离岗人', '代办人', '开始日期', '结束日期', '事由', '登记人', '状态'], rows.map(line)))
  }),

  answer(contracts.postStandIn, async (call) => {
    const { validFrom, validUntil, ...rest } = call.body
    call.audit({ objectKind: 'account', objectId: rest.absentId, detail: { standInId: rest.standInId } })
    return recordStandIn(call.tx, byOf(call), { ...rest, validFrom: day(validFrom), validUntil: day(validUntil) })
  }),

  answer(contracts.deleteStandIn, async (call) => {
    const ended = await endStandIn(call.tx, byOf(call), call.params.standInId)
    return ended.ok ? granted({}) : ended
  }),
]
