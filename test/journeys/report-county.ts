// A county with 25 units that report for 2025: a government, fourteen departments, seven towns and three streets. One bureau had applications in that year.
import { createAccount, grantRole } from '../../src/modules/access/index.ts'
import type { Role } from '../../src/modules/access/law/permissions.ts'
import { as, aUnit, grant, must } from '../../src/modules/organization/fixtures.ts'
import { createUnit } from '../../src/modules/organization/index.ts'
import type { UnitKind } from '../../src/modules/organization/law/unit-kinds.ts'
import { putStandardColumns } from '../../src/modules/publication/index.ts'
import { enterRequest, reportingCounty } from '../../src/modules/reports/fixtures.ts'
import { day } from '../../src/kernel/day.ts'
import { password, startBesideTown, type BesideTown } from './beside-town.ts'
import { morningsFrom, type Mornings } from './seats.ts'
import type { Town } from './start-town.ts'

const departments = ['发展和改革局', '公安局', '民政局', '司法局', '财政局', '人力资源和社会保障局', '自然资源局', '住房和城乡建设局', '交通运输局', '水利局', '农业农村局', '卫生健康局', '审计局'] // prettier-ignore
const towns = ['柳林镇', '石泉镇', '白沙镇', '双桥镇', '清源镇', '高岭镇']
const streets = ['城关街道', '东山街道', '南湖街道']

export interface ReportCounty extends BesideTown, Omit<Mornings, 'clock'> {}

export async function startReportCounty(town: Town, firstDay: string): Promise<ReportCounty> {
  const { clock, now, dawn } = morningsFrom(firstDay)
  const product = await startBesideTown(town, 'reports', clock, async ({ database }) => {
    const county = await reportingCounty(database)
    await enterRequest(database, county, { on: '2025-03-03', answeredOn: '2025-03-03' })
    await enterRequest(database, county, { on: '2025-04-07', answeredOn: '2025-04-07', kind: 'business' })
    await enterRequest(database, county, { on: '2025-06-03', answeredOn: '2025-06-03' })
    await enterRequest(database, county, { on: '2025-12-29', answeredOn: null })
    await database.transaction(async (tx) => {
      await putStandardColumns(tx, new Date('2019-03-15T02:00:00Z'))
      const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
      const grantAt = async (login: string, name: string, role: Role, unitIds: readonly string[]): Promise<void> => {
        const { accountId } = must(await createAccount(tx, county.keeper, { login, name, password }))
        for (const unitId of unitIds)
          must(await grantRole(tx, guard, { accountId, role, unitId, sectionId: null, validFrom: day('2025-01-01'), validUntil: null }))
      }
      const found = async (kind: UnitKind, name: string, position: number): Promise<string> =>
        must(
          await createUnit(tx, county.keeper, {
            kind,
            facts: aUnit({ name, slug: `u${position}`, parentId: county.government, position }),
            validFrom: day('2019-03-15'),
          }),
        ).id
      const ids: string[] = []
      for (const name of departments) ids.push(await found('department', `青岚县${name}`, 10 + ids.length))
      for (const name of towns) ids.push(await found('town', `${name}人民政府`, 10 + ids.length))
      for (const name of streets) ids.push(await found('street', `${name}办事处`, 10 + ids.length))
      await grantAt('head', '宋南舟', 'section-head', [county.government])
      await grantAt('secrecy', '方静', 'secrecy-reviewer', [county.government])
      // one pair of hands for the units that no story is told of
      await grantAt('pen', '各单位填报人', 'information-officer', ids)
      await grantAt('chiefs', '各单位负责人', 'leader-in-charge', ids)
    })
  })
  return { ...product, now, dawn }
}
