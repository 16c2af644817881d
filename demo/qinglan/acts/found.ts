// Founds the town: administrators, units and their sections, people with posts and roles, leading groups, columns and site data.
import { randomUUID } from 'node:crypto'
import { addDays, day, type Day } from '../../../src/kernel/day.ts'
import { createAccount, foundOffice, grantRole } from '../../../src/modules/access/index.ts'
import {
  createUnit,
  endUnit,
  formLeadingGroup,
  givePost,
  nameResponsiblePerson,
  registerPerson,
  seatMember,
  type UnitFacts,
} from '../../../src/modules/organization/index.ts'
import { putSite, putStandardColumns } from '../../../src/modules/publication/index.ts'
import type { Tx } from '../../../src/platform/database/database.ts'
import { demoPassword } from '../accounts.ts'
import { creditCodeOf, organizationCodeOf } from '../cast/codes.ts'
import { people, type CastMember } from '../cast/people.ts'
import { siteOf } from '../cast/site.ts'
import { formerUnits, unitLines, units, type UnitKey } from '../cast/units.ts'
import { by, idOf, instantAt, must, type Stage } from './stage.ts'

/** The first working days of the county after the reform of its offices. */
const founding = day('2019-03-01')
const begin = day('2019-03-04')

const facts = (of: Partial<UnitFacts> & { readonly name: string }): UnitFacts => ({
  parentId: null, shortName: '', organizationCode: null, creditCode: null, slug: '', duties: '', address: '', officeHours: '', phone: '', fax: '', email: '', postcode: '', position: 0,
  hasOwnStaff: true, emptyColumns: 'none-held', ...of,
}) // prettier-ignore

const hours = '工作日8:30至12:00，14:30至18:00'

async function foundUnits(stage: Stage, tx: Tx): Promise<void> {
  const unitId = randomUUID()
  const administrator = (login: string) => ({ login, name: people.find((one) => one.login === login)!.name, password: demoPassword })
  const founders = { system: administrator('chengli'), security: administrator('luoxiaojing'), audit: administrator('mengfanxing') }
  const founded = must(
    await foundOffice(tx, { unitId, administrators: founders }, { at: instantAt(founding, '08:30', stage.zone), today: founding }),
    'founding',
  )
  for (const founder of ['system', 'security', 'audit'] as const) stage.accountIds.set(founders[founder].login, founded[founder].accountId)

  const keeper = await by(stage, tx, 'chengli', founding, '09:00')
  for (const [at, [key, unit]] of unitLines.entries()) {
    const parentId = unit.parent === null ? null : idOf(stage.unitIds, unit.parent as UnitKey)
    const unitFacts = facts({
      parentId, name: unit.name, shortName: unit.short, slug: key, organizationCode: organizationCodeOf(unit.code), creditCode: creditCodeOf(unit.code, unit.kind === 'village'), duties: unit.duties, address: unit.address,
      officeHours: unit.kind === 'village' ? '' : hours, phone: unit.phone, fax: unit.phone && unit.phone.replace(/.$/, '9'), email: unit.phone ? `${key}@qinglan.example` : '', postcode: '735990', position: at, hasOwnStaff: unit.staffed,
    }) // prettier-ignore
    const made = must(
      await createUnit(tx, keeper, {
        ...(key === 'gov' && { id: unitId }),
        kind: unit.kind,
        facts: unitFacts,
        validFrom: key === 'gov' ? day('1996-01-01') : begin,
      }),
      unit.name,
    )
    stage.unitIds.set(key, made.id)
    for (const [position, name] of unit.sections.entries()) {
      const section = must(
        await createUnit(tx, keeper, {
          kind: 'section',
          facts: facts({ name, parentId: made.id, position, slug: `${key}-${position + 1}` }),
          validFrom: begin,
        }),
        name,
      )
      stage.sectionIds.set(`${key}/${name}`, section.id)
    }
  }
  for (const [at, former] of formerUnits.entries()) {
    const parentId = idOf(stage.unitIds, 'gov')
    const made = must(
      await createUnit(tx, keeper, {
        kind: 'department',
        facts: facts({
          name: former.name,
          shortName: former.short,
          parentId,
          organizationCode: organizationCodeOf(former.code),
          slug: `former-${at + 1}`,
          position: 900 + at,
        }),
        validFrom: day('2010-06-01'),
      }),
      former.name,
    )
    const lastDay = day(former.lastDay)
    const later = await by(stage, tx, 'chengli', addDays(lastDay, 1), '10:00')
    must(
      await endUnit(tx, later, {
        unitId: made.id,
        version: 1,
        kind: former.kind,
        lastDay,
        successorIds: [idOf(stage.unitIds, former.into)],
        note: former.note,
        handOver: true,
      }),
      former.name,
    )
  }
}

/** All at once: passwords are slow to hash, which is their strength, and that is done beside the database. */
async function openAccounts(stage: Stage, tx: Tx): Promise<void> {
  const keeper = await by(stage, tx, 'chengli', begin, '10:00')
  const open = async (login: string, name: string): Promise<void> => {
    stage.accountIds.set(login, must(await createAccount(tx, keeper, { login, name, password: demoPassword }), login).accountId)
  }
  await Promise.all(people.flatMap(({ login, name }) => (login === null || stage.accountIds.has(login) ? [] : [open(login, name)])))
}

async function register(stage: Stage, tx: Tx, member: CastMember, at: number): Promise<void> {
  const keeper = await by(stage, tx, 'chengli', begin, '10:00')
  const { login, name } = member
  const { code, phone } = units[member.unit]
  const person = {
    name,
    accountId: login === null ? null : idOf(stage.accountIds, login),
    officePhone: phone ? `0960-50${20 + (code % 10)}${String(100 + at).padStart(3, '0')}` : '',
    email: login === null ? '' : `${login}@qinglan.example`,
  }
  const post = {
    unitId: idOf(stage.unitIds, member.unit), sectionId: member.section === undefined ? null : idOf(stage.sectionIds, `${member.unit}/${member.section}`), title: member.title,
    isLeader: member.leader !== undefined, rank: member.leader ?? 50 + at, duties: member.duties ?? '', validFrom: begin,
  } // prettier-ignore
  const { id } = must(await registerPerson(tx, keeper, person, post), name)
  stage.personIds.set(name, id)
  for (const more of member.also ?? [])
    must(await givePost(tx, keeper, id, { ...post, unitId: idOf(stage.unitIds, more.unit), title: more.title, validFrom: day('2024-05-06') }), name)

  const security = await by(stage, tx, 'luoxiaojing', begin, '14:30')
  for (const grant of member.grants) {
    if (grant.role.endsWith('-administrator')) continue
    const sectionId = grant.section === undefined ? null : idOf(stage.sectionIds, `${grant.unit}/${grant.section}`)
    must(
      await grantRole(tx, security, {
        accountId: person.accountId!,
        role: grant.role,
        unitId: idOf(stage.unitIds, grant.unit),
        sectionId,
        validFrom: begin,
        validUntil: null,
      }),
      `${name} ${grant.role}`,
    )
  }
}

async function formGroups(stage: Stage, tx: Tx): Promise<void> {
  const formed = day('2022-03-01')
  const keeper = await by(stage, tx, 'chengli', formed, '11:00')
  const group = async (
    unit: UnitKey,
    name: string,
    officeSection: string,
    seats: readonly (readonly [Parameters<typeof seatMember>[3]['seat'], string, Day?])[],
  ): Promise<void> => {
    const { id } = must(await formLeadingGroup(tx, keeper, idOf(stage.unitIds, unit), { name, officeSection, validFrom: formed }), name)
    for (const [seat, person, from] of seats)
      must(await seatMember(tx, keeper, id, { personId: idOf(stage.personIds, person), seat, validFrom: from ?? formed }), `${name} ${person}`)
  }
  await group('gov', '青岚县政务公开领导小组', '县政府办公室政务公开科', [
    ['chair', '沈怀远'], ['vice-chair', '顾明川'], ['vice-chair', '韩立群'], ['member', '陈可为'], ['member', '唐明远'], ['member', '杜修文'], ['member', '魏长青'], ['member', '邓凯风'], ['member', '金柏松'], ['member', '孔令祺', day('2023-02-06')],
    ['office-head', '苏婉清'], ['office-deputy', '陆知行'], ['office-member', '叶蓁'],
  ]) // prettier-ignore
  await group('xwb', '青岚县党务公开领导小组', '县委办公室党务公开科', [
    ['chair', '程砚秋'],
    ['vice-chair', '方若谷'],
    ['member', '柳听澜'],
    ['office-head', '方若谷'],
    ['office-member', '谭溪'],
  ])
  await group('jyj', '青岚县教育局政务公开工作领导小组', '局办公室', [
    ['chair', '陈可为'],
    ['vice-chair', '蒋予薇'],
    ['member', '宋南舟'],
    ['office-head', '俞清和'],
  ])
  await group('mzj', '青岚县民政局政务公开工作领导小组', '局办公室', [
    ['chair', '唐明远'],
    ['member', '施韵琪'],
    ['office-head', '冯一白'],
  ])
  await group('hkz', '河口镇政务公开工作领导小组', '党政综合办公室', [
    ['chair', '孔令祺'],
    ['office-head', '阮小满'],
  ])
}

async function nameResponsible(stage: Stage, tx: Tx): Promise<void> {
  const from = day('2024-06-03')
  const keeper = await by(stage, tx, 'chengli', from, '09:40')
  for (const [key, unit] of unitLines) {
    // 政务公开 asks this of agencies; the party has its leading group
    if (unit.kind === 'party') continue
    const answering = unit.kind === 'village' ? (unit.parent as UnitKey) : key
    const head = people.find((one) => one.leader === 1 && (one.unit === answering || one.also?.some((more) => more.unit === answering)))
    const contact =
      people.find((one) => one.unit === key && one.grants.some((grant) => grant.role === 'information-officer')) ?? people.find((one) => one.name === '周慕白')!
    if (!head) continue
    const of = {
      unitId: idOf(stage.unitIds, key),
      personId: idOf(stage.personIds, head.name),
      contactId: idOf(stage.personIds, contact.name),
      contactPhone: contact.unit === 'zfb' ? '0960-5021086' : unit.phone,
      validFrom: from,
    }
    must(await nameResponsiblePerson(tx, keeper, of), unit.name)
  }
}

export async function foundTown(stage: Stage): Promise<void> {
  await stage.database.transaction(async (tx) => {
    await foundUnits(stage, tx)
    const opened = instantAt(begin, '09:00', stage.zone)
    for (const [slug, id] of await putStandardColumns(tx, opened)) stage.columnIds.set(slug, id)
    await putSite(tx, siteOf(units.zfb), opened)
  })
  await stage.database.transaction(async (tx) => {
    await openAccounts(stage, tx)
    for (const [at, member] of people.entries()) await register(stage, tx, member, at)
    await formGroups(stage, tx)
    await nameResponsible(stage, tx)
  })
  stage.actors.clear()
}
