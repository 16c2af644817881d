// Answers the office's questions about units.
import { csvOf } from '../../../kernel/csv.ts'
import { day } from '../../../kernel/day.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may } from '../../access/index.ts'
import { changeUnit } from '../actions/change-unit.ts'
import { createUnit } from '../actions/create-unit.ts'
import { endUnit } from '../actions/end-unit.ts'
import { unitKinds } from '../law/unit-kinds.ts'
import { historyOf } from '../queries/history.ts'
import { placeOf } from '../queries/managed-unit.ts'
import { unitDetail } from '../queries/unit-detail.ts'
import { unitById, unitTree } from '../queries/units.ts'
import { visibleUnits } from '../queries/visible-units.ts'
import { byOf, dayOr } from './by.ts'
import * as contracts from './contract.ts'

export const unitRoutes: readonly OfficeRoute[] = [
  answer(contracts.getUnits, async ({ tx, actor, clock, query }) => {
    const asOf = dayOr(query.asOf, clock.today())
    const rows = await visibleUnits(tx, actor, { on: asOf, ended: query.ended })
    return granted({ asOf, rows, total: rows.length })
  }),

  answer(contracts.getUnitNames, async ({ tx, clock, query }) => {
    const tree = await unitTree(tx, { asOf: clock.today() })
    const rows = tree.filter((unit) => !query.q || unit.name.includes(query.q) || unit.shortName.includes(query.q))
    return granted({ rows, total: rows.length })
  }),

  answer(contracts.getUnitsCsv, async ({ tx, actor, clock, query }) => {
    const on = dayOr(query.asOf, clock.today())
    const rows = await visibleUnits(tx, actor, { on, ended: query.ended })
    const nameOf = new Map(rows.map((unit) => [unit.id, unit.name]))
    const header = [
      '名称',
      '简称',
      '类别',
      '上级',
      '组织机构代码',
      '统一社会信用代码',
      '网址标识',
      '地址',
      '办公时间',
      '电话',
      '传真',
      '电子邮箱',
      '邮政编码',
      '有专人办理',
      '设立日期',
      '撤并日期',
    ]
    const cells = rows.map((unit) => [
      unit.name,
      unit.shortName,
      unitKinds[unit.kind].title,
      nameOf.get(unit.parentId ?? '') ?? '',
      unit.organizationCode,
      unit.creditCode,
      unit.slug,
      unit.address,
      unit.officeHours,
      unit.phone,
      unit.fax,
      unit.email,
      unit.postcode,
      unit.hasOwnStaff,
      unit.validFrom,
      unit.validUntil,
    ])
    return granted({ mediaType: 'text/csv; charset=utf-8', name: `机构名录（${on}）.csv`, body: csvOf(header, cells) })
  }),

  answer(contracts.getUnit, async ({ tx, actor, clock, params, query }) => {
    const unit = await unitById(tx, params.unitId)
    if (!unit || !may(actor, 'unit.read', placeOf(unit)).ok) return refused('not-found')
    return granted({ ...(await unitDetail(tx, unit, dayOr(query.asOf, clock.today()))), mayManage: may(actor, 'unit.manage', placeOf(unit)).ok })
  }),

  answer(contracts.postUnit, async (call) => {
    const { kind, validFrom, ...facts } = call.body
    const ruling = await createUnit(call.tx, byOf(call), { kind, facts, validFrom: day(validFrom) })
    if (ruling.ok) call.audit({ objectKind: 'unit', objectId: ruling.value.id, unitId: ruling.value.id, detail: { name: facts.name } })
    return ruling.ok ? granted({ ...ruling.value, version: 1 }) : ruling
  }),

  answer(contracts.putUnit, async (call) => {
    const { version, changedOn, ...facts } = call.body
    call.audit({ objectKind: 'unit', objectId: call.params.unitId, unitId: call.params.unitId, detail: { name: facts.name } })
    const ruling = await changeUnit(call.tx, byOf(call), {
      unitId: call.params.unitId,
      version,
      facts,
      changedOn: changedOn === undefined ? undefined : day(changedOn),
    })
    return ruling.ok ? granted({ id: call.params.unitId, ...ruling.value }) : ruling
  }),

  answer(contracts.putUnitEnd, async (call) => {
    call.audit({ objectKind: 'unit', objectId: call.params.unitId, unitId: call.params.unitId, detail: { kind: call.body.kind, lastDay: call.body.lastDay } })
    const ruling = await endUnit(call.tx, byOf(call), { ...call.body, unitId: call.params.unitId, lastDay: day(call.body.lastDay) })
    return ruling.ok ? granted({ id: call.params.unitId, ...ruling.value }) : ruling
  }),

  answer(contracts.getUnitHistory, async ({ tx, actor, params, query }) => {
    const unit = await unitById(tx, params.unitId)
    if (!unit || !may(actor, 'unit.read', placeOf(unit)).ok) return refused('not-found')
    return granted(await historyOf(tx, unit.id, { limit: query.size, offset: (query.page - 1) * query.size }))
  }),
]
