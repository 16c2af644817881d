// 党务公开 beside 政务公开 on one machine: own keeper, own catalogue, own columns, and never one figure made of both.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { calendarOf } from '../../kernel/calendar.ts'
import { day } from '../../kernel/day.ts'
import { shippedYears } from '../../law/holidays.ts'
import { createUnit } from '../organization/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { anItem, publishItem } from '../publication/fixtures.ts'
import { putStandardColumns } from '../publication/index.ts'
import { catalogueOf } from '../publication/queries/pages/catalogue.ts'
import { figuresOf } from '../publication/queries/pages/figures.ts'
import { listing } from '../publication/queries/pages/listing.ts'
import { reachesWholeSite } from '../publication/queries/pages/reach-of-site.ts'
import { addEntries, changeOneEntry } from './actions/keep-entries.ts'
import { makeDuties } from './actions/make-duties.ts'
import { setQuota } from './actions/set-quota.ts'
import { askClosing } from './actions/settle-duty.ts'
import { showCatalogueOf } from './actions/show-catalogue.ts'
import { putStartingCatalogue } from './actions/starting-catalogue.ts'
import { partyEntries } from './law/party-entries.ts'
import { dutyCounts, dutyList } from './queries/duties.ts'
import { answeringUnits, knownEntries, presentEntry } from './queries/entries.ts'
import { heartbeatCells } from './queries/heartbeat.ts'
import { quotasOf } from './queries/quota.ts'

const begins = day('2026-01-04')
const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
const unitFacts = {
  shortName: '', organizationCode: null, creditCode: '11620990MBQL0951XX', duties: '', address: '', officeHours: '', phone: '', fax: '', email: '', postcode: '', position: 1,
  hasOwnStaff: true, emptyColumns: 'none-held',
} as const // prettier-ignore

let database: FreshDatabase
let county: SmallCounty
let committee: string
let office: string
let columns: ReadonlyMap<string, string>

const government = () =>
  as(county.keeper.actor.accountId, '程立', grant('disclosure-office', county.government, [county.government, county.bureau, county.town]))
const party = () => as(county.officer.actor.accountId, '谭溪', grant('disclosure-office', committee, [committee, office]), grant('leader-in-charge', office))

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  await database.transaction(async (tx) => {
    columns = await putStandardColumns(tx, new Date('2026-01-01T02:00:00Z'))
    const of = (name: string, slug: string, parentId: string | null) => ({
      kind: 'party' as const,
      facts: { ...unitFacts, name, slug, parentId },
      validFrom: day('2020-01-01'),
    })
    committee = must(await createUnit(tx, county.keeper, of('中共青岚县委员会', 'xw', null))).id
    office = must(await createUnit(tx, county.keeper, of('中共青岚县委办公室', 'xwb', committee))).id
  })
})
afterAll(() => database.close())

const itemOf = (unitId: string, column: string) => anItem({ documentId: randomUUID(), unitId, unitName: '某单位', columnIds: [columns.get(column) ?? ''] })

describe('the catalogue of the party', () => {
  it('is kept by the keeper of the party alone, who reaches nothing of the government', async () => {
    const ofParty = { kind: 'party' } as const
    expect(codesOf(await database.transaction((tx) => putStartingCatalogue(tx, government(), begins, (entry) => entry.kind === ofParty.kind)))).toEqual([
      'not-allowed',
    ])
    expect(codesOf(await database.transaction((tx) => putStartingCatalogue(tx, party(), begins)))).toEqual(['not-allowed'])
    const made = await database.transaction((tx) => putStartingCatalogue(tx, party(), begins, (entry) => entry.kind === ofParty.kind))
    expect(must(made)).toHaveLength(partyEntries.length)
    must(await database.transaction((tx) => putStartingCatalogue(tx, government(), begins)))
    expect(await database.transaction((tx) => reachesWholeSite(tx, { ...everywhere, everywhere: false, unitIds: [committee, office] }))).toBe(false)
  })

  it('is answered for by organs of the party, and the government’s by none of them', async () => {
    for (const entry of await knownEntries(database.db, 'party')) {
      expect((await answeringUnits(database.db, entry.entryId)).map((unit) => unit.unitId).toSorted()).toEqual([committee, office].toSorted())
    }
    const budget = (await knownEntries(database.db, 'government')).find((entry) => entry.item2 === '财政预决算')
    const units = (await answeringUnits(database.db, budget?.entryId ?? '')).map((unit) => unit.unitId)
    expect(units).toContain(county.bureau)
    expect(units).not.toContain(office)
  })

  it('names no agency, and an entry never changes sides', async () => {
    const [known] = await knownEntries(database.db, 'party')
    const entry = await presentEntry(database.db, known?.entryId ?? '')
    if (!entry) throw new Error('no entry')
    const { entryId, number } = entry
    const change = (part: object) =>
      database.transaction((tx) => changeOneEntry(tx, party(), { entryId, number, begins, note: '', content: { ...entry, ...part } }))
    expect(codesOf(await change({ unitIds: [county.bureau] }))).toEqual(['entry-unit-of-other-line'])
    expect(codesOf(await change({ kind: 'government' }))).toEqual(['entry-kind-stays'])
    const mixed = { ...entry, kind: 'government' as const, item2: '混编', unitIds: [office] }
    expect(codesOf(await database.transaction((tx) => addEntries(tx, government(), { contents: [mixed], begins, note: '' })))).toEqual([
      'entry-unit-of-other-line',
    ])
  })

  it('shows the public what society may know, and not what is for members alone', async () => {
    await database.transaction((tx) => showCatalogueOf(tx, office, day('2026-03-01')))
    const names = (await catalogueOf(database.db, office)).map((row) => row.name)
    expect(names).toContain('决策部署 / 重大决策和推进落实')
    expect(names).not.toContain('党员 / 发展党员和党费')
    expect(names).not.toContain('监督 / 整改落实')
  })
})

describe('duties, map and quota', () => {
  it('are counted for each line by itself', async () => {
    const today = day('2026-04-30')
    await database.transaction((tx) => makeDuties(tx, { today, at: new Date('2026-04-30T02:00:00Z'), calendar: calendarOf(shippedYears, 'year') }))
    const list = (line: 'party' | 'government') =>
      database.transaction((tx) => dutyList(tx, { view: 'open', today, reach: everywhere, line, words: '', sort: 'due', limit: 500, offset: 0 }))
    const [ofParty, ofGovernment] = [await list('party'), await list('government')]
    expect(new Set(ofParty.rows.map((row) => row.unitId))).toEqual(new Set([committee, office]))
    expect(ofGovernment.rows.map((row) => row.unitId)).not.toContain(office)
    expect((await dutyCounts(database.db, everywhere, 'party', today)).open).toBe(ofParty.total)
    expect((await dutyCounts(database.db, everywhere, 'government', today)).open).toBe(ofGovernment.total)
    expect(ofParty.total).toBeGreaterThan(0)

    const units = async (line: 'party' | 'government') =>
      new Set((await heartbeatCells(database.db, { reach: everywhere, line, today })).map((cell) => cell.unitId))
    expect(await units('party')).toEqual(new Set([committee, office]))
    expect(await units('government')).not.toContain(committee)

    must(await database.transaction((tx) => setQuota(tx, party(), { unitId: office, sectionId: null, perMonth: 1 })))
    expect((await quotasOf(database.db, everywhere, 'party', day('2026-12-01'))).map((row) => row.unitId)).toEqual([office])
    expect(await quotasOf(database.db, everywhere, 'government', day('2026-12-01'))).toEqual([])
  })

  it('are closed by a rule of the party, never by the Regulation on government information', async () => {
    const { rows } = await dutyList(database.db, {
      view: 'open',
      today: begins,
      reach: everywhere,
      line: 'party',
      unitId: office,
      words: '',
      sort: 'due',
      limit: 1,
      offset: 0,
    })
    const asked = { dutyId: rows[0]?.dutyId ?? '', kind: 'none-held', reason: '本期没有。' } as const
    expect(codesOf(await database.transaction((tx) => askClosing(tx, party(), { ...asked, article: 'ogi-2019/36' })))).toEqual(['closing-article'])
    expect(codesOf(await database.transaction((tx) => askClosing(tx, party(), { ...asked, article: 'party-2017/content' })))).toEqual([])
  })
})

describe('what goes through the door', () => {
  it('stands in columns of its own line', async () => {
    const at = new Date('2026-05-06T02:00:00Z')
    expect(codesOf(await publishItem(database, itemOf(office, 'tongzhi'), at))).toEqual(['column-of-other-line'])
    expect(codesOf(await publishItem(database, itemOf(county.bureau, 'dw-juece'), at))).toEqual(['column-of-other-line'])
    must(await publishItem(database, itemOf(office, 'dw-juece'), at))
    must(await publishItem(database, itemOf(county.bureau, 'tongzhi'), at))
  })

  it('counts in no figure and no list of the government', async () => {
    const year = { from: new Date('2026-01-01T00:00:00+08:00'), until: new Date('2027-01-01T00:00:00+08:00') }
    expect(await figuresOf(database.db)(year, year)).toMatchObject({ thisYear: 1, thisMonth: 1, units: 1 })
    const unitsIn = async (line?: 'party') => {
      const { rows } = await listing(database.db, { size: 10, ...(line && { line }) })
      return rows.length
    }
    expect(await unitsIn()).toBe(1)
    expect(await unitsIn('party')).toBe(1)
  })
})
