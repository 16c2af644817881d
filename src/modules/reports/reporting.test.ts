// A report from the form to the office that collects, on a real database: typed, explained, signed, handed in, returned, accepted, and added up.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { codesOf, must } from '../organization/fixtures.ts'
import { mayWrite } from './actions/held-report.ts'
import { openRound } from './actions/open-round.ts'
import { refillReport } from './actions/refill.ts'
import { saveTypedCells } from './actions/save-cells.ts'
import { saveReportParts } from './actions/save-parts.ts'
import { takeReportStep, type ReportStepRequest } from './actions/take-report-step.ts'
import { enterRequest, reportOf, reportingCounty, yearlyCall, type Person, type ReportingCounty } from './fixtures.ts'
import { happenedTo } from './queries/happened.ts'
import { regionCells, regionRows } from './queries/region.ts'
import { checkedSheet } from './queries/report-facts.ts'
import { sheetOf } from './queries/sheet.ts'
import type { ReportSheet } from './rules/sheet.ts'
import type { TypedCell } from './rules/type-cells.ts'

let database: FreshDatabase
let county: ReportingCounty
let roundId: string
const ids = { government: '', bureau: '', town: '', region: '' }
type Which = keyof typeof ids

const sheet = async (which: Which): Promise<ReportSheet> => {
  const found = await sheetOf(database.db, ids[which])
  if (!found) throw new Error('no report')
  return found
}
const version = async (which: Which): Promise<number> => (await sheet(which)).version

async function type(which: Which, who: Person, on: string, ...cells: TypedCell[]): Promise<Ruling<unknown>> {
  const asked = { reportId: ids[which], version: await version(which), cells }
  return database.transaction((tx) => saveTypedCells(tx, county.on(who, on), asked))
}
async function write(which: Which, who: Person, on: string): Promise<Ruling<unknown>> {
  const asked = { reportId: ids[which], version: await version(which), parts: [1, 5, 6].map((ordinal) => ({ ordinal, body: '本年工作情况如下。' })) }
  return database.transaction((tx) => saveReportParts(tx, county.on(who, on), asked))
}
async function step(which: Which, who: Person, on: string, name: ReportStepRequest['step'], more: Partial<ReportStepRequest> = {}): Promise<string[]> {
  const asked = { reportId: ids[which], version: await version(which), step: name, note: '', day: null, ...more }
  return codesOf(await database.transaction((tx) => takeReportStep(tx, county.on(who, on), asked)))
}
const byHand: readonly TypedCell[] = ['licences', 'penalties', 'coercions'].map((key) => ({ key, text: '3', reason: '业务系统导出' }))
const fees: TypedCell = { key: 'fees', text: '/', reason: '没有行政事业性收费' }

beforeAll(async () => {
  database = await freshDatabase()
  county = await reportingCounty(database)
  await enterRequest(database, county, { on: '2025-03-03', answeredOn: '2025-03-03' })
  const call = yearlyCall(county.government, 2025)
  roundId = call.id
  must(await database.transaction((tx) => openRound(tx, county.on('collector', '2026-01-08'), call)))
  for (const which of ['government', 'bureau', 'town'] as const) ids[which] = await reportOf(database, roundId, county[which])
  ids.region = await reportOf(database, roundId, county.government, 'region')
}, 60_000)
afterAll(() => database.close())

describe('a report', () => {
  it('keeps a figure of the system only with a reason typed over, and a figure of its own only with a source', async () => {
    expect(codesOf(await type('bureau', 'writer', '2026-01-09', { key: 'granted.person', text: '2', reason: '' }))).toEqual(['report-reason-missing'])
    expect(codesOf(await type('bureau', 'writer', '2026-01-09', { key: 'licences', text: '5', reason: '' }))).toEqual(['report-source-missing'])
    expect(codesOf(await type('bureau', 'writer', '2026-01-09', { key: 'licences', text: '5.5', reason: '导出' }))).toEqual(['report-figure-wrong'])
    expect(codesOf(await type('bureau', 'clerk', '2026-01-09', ...byHand))).toEqual(['not-found'])
    must(await type('bureau', 'writer', '2026-01-09', ...byHand, fees))
    const { cells } = await sheet('bureau')
    expect(cells.get('licences')).toMatchObject({ value: { stands: 'figure', figure: 3 }, counted: null, reason: '业务系统导出', byName: '林知夏' })
    expect(cells.get('fees')?.value).toEqual({ stands: 'not-applicable' })
  })

  it('is not saved over what somebody else saved meanwhile', async () => {
    const stale = { reportId: ids.bureau, version: 1, cells: [fees] }
    expect(codesOf(await database.transaction((tx) => saveTypedCells(tx, county.on('writer', '2026-01-09'), stale)))).toEqual(['stale-report'])
  })

  it('does not go on with broken sums or unwritten parts, and tells all reasons at once', async () => {
    must(await type('bureau', 'writer', '2026-01-09', { key: 'granted.person', text: '2', reason: '漏登一件' }))
    expect(await step('bureau', 'writer', '2026-01-09', 'ask-signature')).toEqual(['report-sums-broken', 'report-parts-empty'])
    const { findings } = await checkedSheet(database.db, await sheet('bureau'), day('2026-01-09'))
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([
      ['sum-of-cells', 'totalProcessed.person'],
      ['sum-of-cells', 'granted.total'],
      ['typed-otherwise', 'granted.person'],
    ])
    const over = ['granted.total', 'totalProcessed.person', 'totalProcessed.total', 'newReceived.person', 'newReceived.total']
    must(await type('bureau', 'writer', '2026-01-09', ...over.map((key) => ({ key, text: '2', reason: '漏登一件' }))))
    must(await write('bureau', 'writer', '2026-01-09'))
  })

  it('is filled anew without a loss of what was typed: the count beside it is renewed', async () => {
    await enterRequest(database, county, { on: '2025-06-03', answeredOn: '2025-06-03' })
    const moved = await checkedSheet(database.db, await sheet('bureau'), day('2026-01-09'))
    expect(moved.findings.filter(({ code }) => code === 'count-moved')).toHaveLength(6)
    const asked = { reportId: ids.bureau, version: await version('bureau') }
    expect(must(await database.transaction((tx) => refillReport(tx, county.on('writer', '2026-01-09'), asked))).changed).toBe(6)
    const { cells } = await sheet('bureau')
    expect(cells.get('granted.person')).toMatchObject({ value: { figure: 2 }, counted: 2, byName: '林知夏', reason: '漏登一件' })
    must(await type('bureau', 'writer', '2026-01-09', { key: 'granted.person', text: null, reason: '' }))
    expect((await sheet('bureau')).cells.get('granted.person')).toMatchObject({ value: { figure: 2 }, byName: null, reason: '' })
  })

  it('is signed by somebody who did not write it, sealed, handed in; and is not the unit’s own to accept', async () => {
    expect(await step('bureau', 'signer', '2026-01-10', 'sign')).toEqual(['report-wrong-state'])
    expect(await step('bureau', 'writer', '2026-01-10', 'ask-signature')).toEqual([])
    expect(codesOf(await type('bureau', 'writer', '2026-01-10', fees))).toEqual(['report-not-editable'])
    expect(await step('bureau', 'writer', '2026-01-10', 'sign')).toEqual(['report-not-yours'])
    expect(await step('bureau', 'signer', '2026-01-10', 'decline')).toEqual(['report-note-missing'])
    expect(await step('bureau', 'signer', '2026-01-10', 'sign')).toEqual([])
    expect(await step('bureau', 'writer', '2026-01-12', 'submit', { day: day('2026-01-09') })).toEqual(['report-sealed-early'])
    expect(await step('bureau', 'writer', '2026-01-12', 'submit', { day: day('2026-01-11') })).toEqual([])
    expect(await step('bureau', 'signer', '2026-01-12', 'accept')).toEqual(['report-not-collector'])
    expect(await sheet('bureau')).toMatchObject({ state: 'submitted', signedByName: '冯远', signedOn: '2026-01-10', sealedOn: '2026-01-11' })
  })

  it('comes back with remarks, unsigned, and is accepted the second time', async () => {
    expect(await step('bureau', 'collector', '2026-01-13', 'return', { note: '总体情况过于简单' })).toEqual([])
    expect(await sheet('bureau')).toMatchObject({ state: 'returned', signedByName: null, sealedOn: null })
    for (const [who, name] of [['writer', 'ask-signature'], ['signer', 'sign']] as const) expect(await step('bureau', who, '2026-01-14', name)).toEqual([]) // prettier-ignore
    expect(await step('bureau', 'writer', '2026-01-14', 'submit', { day: day('2026-01-14') })).toEqual([])
    expect(await step('bureau', 'collector', '2026-01-15', 'accept')).toEqual([])
    expect((await happenedTo(database.db, ids.bureau)).map((one) => one.step).slice(0, 5)).toEqual(['accept', 'submit', 'sign', 'ask-signature', 'return'])
  })
})

describe('a report on paper', () => {
  it('may be changed by its unit and by the office that collects, by no other unit', async () => {
    const [of, round] = [await sheet('town'), { unitId: county.government }]
    expect((['clerk', 'collector', 'writer', 'mayor'] as const).map((who) => mayWrite(county.on(who, '2026-01-15'), of, round))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('is typed in by the office that collects, with its source', async () => {
    must(await type('town', 'collector', '2026-01-15', ...byHand, fees))
    must(await write('town', 'collector', '2026-01-15'))
    expect(await step('town', 'clerk', '2026-01-15', 'enter-paper', { note: '镇政府报送', day: day('2026-01-14') })).toEqual(['report-not-collector'])
    expect(await step('town', 'collector', '2026-01-15', 'enter-paper', { note: '镇政府报送', day: day('2026-01-14') })).toEqual([])
    expect(await sheet('town')).toMatchObject({ state: 'accepted', origin: 'paper', sealedOn: '2026-01-14' })
  })
})

describe('the report of the region', () => {
  const fillRegion = async () => {
    const asked = { reportId: ids.region, version: await version('region') }
    return must(await database.transaction((tx) => refillReport(tx, county.on('collector', '2026-01-20'), asked)))
  }

  it('is the sum of what was accepted, with the units behind each figure', async () => {
    await fillRegion()
    const { cells } = await sheet('region')
    expect(['newReceived.total', 'licences', 'granted.person'].map((key) => cells.get(key)?.counted)).toEqual([2, 6, 2])
    expect(['fees', 'rules.made'].map((key) => cells.get(key)?.value)).toEqual([{ stands: 'not-applicable' }, { stands: 'not-applicable' }])
    expect((await regionRows(database.db, roundId, 'licences')).map(({ unitName, state, figure }) => [unitName, state, figure])).toEqual([
      ['青岚县教育局', 'accepted', 3],
      ['河口镇人民政府', 'accepted', 3],
      ['青岚县人民政府', 'preparing', null],
    ])
  })

  it('waits for every unit, and tells where it is no longer their sum', async () => {
    must(await write('region', 'collector', '2026-01-20'))
    expect(await step('region', 'collector', '2026-01-20', 'ask-signature')).toEqual(['report-below-outstanding'])
    must(await type('government', 'collector', '2026-01-20', ...byHand, fees))
    must(await write('government', 'collector', '2026-01-20'))
    expect(await step('government', 'collector', '2026-01-20', 'ask-signature')).toEqual([])
    expect(await step('government', 'governor', '2026-01-20', 'sign')).toEqual([])
    expect(await step('government', 'collector', '2026-01-20', 'submit', { day: day('2026-01-20') })).toEqual([])
    expect(await step('government', 'collector', '2026-01-20', 'accept')).toEqual([])
    const { findings } = await checkedSheet(database.db, await sheet('region'), day('2026-01-20'))
    expect(findings.filter(({ code }) => code === 'region-sum').map(({ cell }) => cell)).toEqual(['licences', 'penalties', 'coercions'])
    await fillRegion()
    expect((await regionCells(database.db, roundId)).get('licences')).toEqual({ stands: 'figure', figure: 9 })
    expect(await step('region', 'collector', '2026-01-20', 'ask-signature')).toEqual([])
  })
})

describe('the year after', () => {
  it('is held against what was carried forward', async () => {
    const call = yearlyCall(county.government, 2026)
    must(await database.transaction((tx) => openRound(tx, county.on('collector', '2027-01-08'), call)))
    ids.bureau = await reportOf(database, call.id, county.bureau)
    must(await type('bureau', 'writer', '2027-01-09', ...['carriedOver.person', 'carriedOver.total', 'carriedForward.person', 'carriedForward.total'].map((key) => ({ key, text: '1', reason: '未登记的一件' })))) // prettier-ignore
    const { findings } = await checkedSheet(database.db, await sheet('bureau'), day('2027-01-09'))
    expect(findings.filter(({ code }) => code === 'carry-over').map(({ cell, severity }) => [cell, severity])).toEqual([
      ['carriedOver.person', 'warning'],
      ['carriedOver.total', 'warning'],
    ])
  })
})
