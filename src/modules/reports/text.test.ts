// The text of reports on a real database: drawn from the records, kept with its figures, looked at, compared.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { codesOf, must } from '../organization/fixtures.ts'
import { alikeTexts } from './actions/alike-texts.ts'
import { compiledParts, compileText } from './actions/compile-text.ts'
import { countTextMetrics, yearValues } from './actions/count-text-metrics.ts'
import { keepText } from './actions/keep-text.ts'
import { lookAtText } from './actions/look-at-text.ts'
import { openRound } from './actions/open-round.ts'
import { refillReport } from './actions/refill.ts'
import { saveReportParts } from './actions/save-parts.ts'
import { startingText, takeStartingText } from './actions/starting-text.ts'
import { enterRequest, reportOf, reportingCounty, yearlyCall, type Person, type ReportingCounty } from './fixtures.ts'
import { sheetOf } from './queries/sheet.ts'
import { figuresOfText, nearParts, sentencesDrawn } from './queries/text.ts'
import { resolvedBody } from './rules/text/resolve.ts'
import type { ReportSheet } from './rules/sheet.ts'

let database: FreshDatabase
let county: ReportingCounty
const ids = { bureau: '', town: '', region: '' }
type Which = keyof typeof ids

async function open(year: number): Promise<void> {
  const call = yearlyCall(county.government, year)
  must(await database.transaction((tx) => openRound(tx, county.on('collector', `${year + 1}-01-08`), call)))
  for (const which of ['bureau', 'town'] as const) ids[which] = await reportOf(database, call.id, county[which])
  ids.region = await reportOf(database, call.id, county.government, 'region')
}
async function sheet(id: string): Promise<ReportSheet> {
  const found = await sheetOf(database.db, id)
  if (!found) throw new Error('no report')
  return found
}
async function write(which: Which, who: Person, bodies: Readonly<Record<number, string>>, on = '2026-01-09'): Promise<Ruling<unknown>> {
  const asked = {
    reportId: ids[which],
    version: (await sheet(ids[which])).version,
    parts: Object.entries(bodies).map(([ordinal, body]) => ({ ordinal: Number(ordinal), body })),
  }
  return database.transaction((tx) => saveReportParts(tx, county.on(who, on), asked))
}
const read = async (which: Which, ordinal = 1): Promise<string> => {
  const one = await sheet(ids[which])
  return resolvedBody(one.parts.find((part) => part.ordinal === ordinal)?.body ?? '', await figuresOfText(database.db, one))
}
const today = day('2026-01-09')

const long =
  '我局坚持把公开作为改进作风的抓手，完善主动公开目录，规范公开前的审查，健全依申请公开的登记、办理和答复制度。全年组织科室负责人学习条例，逐条对照职责梳理应当公开的事项，明确专人负责栏目维护，按月检查更新情况，发现问题当月整改。'
const other =
  '镇里把村级事务的公示栏与网站栏目对照检查，干部轮流值守查阅点，给老年居民讲解惠民补贴的申领办法。遇到看不懂的文件，由驻村干部用方言解释，再把常见的疑问整理成册，放在便民服务大厅供大家取阅。'

beforeAll(async () => {
  database = await freshDatabase()
  county = await reportingCounty(database)
  await enterRequest(database, county, { on: '2025-03-03', answeredOn: '2025-03-03' })
  await enterRequest(database, county, { on: '2025-04-01', answeredOn: '2025-04-01' })
  await enterRequest(database, county, { on: '2025-06-02', answeredOn: null })
  await open(2024)
  must(await write('bureau', 'writer', { 1: long }, '2025-01-09'))
  await open(2025)
}, 60_000)
afterAll(() => database.close())

describe('the starting text', () => {
  it('is drawn from the records of the year and written where somebody wants it', async () => {
    const taken = await database.transaction(async (tx) =>
      takeStartingText(tx, county.on('writer', '2026-01-09'), { reportId: ids.bureau, version: 1, ordinals: [1, 5] }),
    )
    expect(taken).toEqual({ ok: true, value: { version: 2 } })
    expect(await read('bureau')).toBe(
      '依申请公开方面，本年新收政府信息公开申请3件，比上年增加3件。办结申请2件，其中予以公开2件，结转下年度继续办理1件。按期答复2件。',
    )
    expect(await read('bureau', 5)).toBe('有1件政府信息公开申请没有在规定期限内答复。')
    const kept = (await sentencesDrawn(database.db, [ids.bureau])).get(ids.bureau)
    expect(kept?.map(({ part, article, sources }) => [part, article, sources.map(({ title }) => title).join()])).toEqual([
      [1, 'ogi-2019/50', '申请情况统计表'],
      [1, 'ogi-2019/50', '申请情况统计表'],
      [1, 'ogi-2019/33', '办理数量和时效'],
      [5, 'ogi-2019/33', '办理数量和时效'],
    ])
  })

  it('is not drawn by who may not write the report, nor over what was saved meanwhile', async () => {
    const take = async (who: Person, version: number): Promise<string[]> =>
      codesOf(await database.transaction((tx) => takeStartingText(tx, county.on(who, '2026-01-09'), { reportId: ids.bureau, version, ordinals: [1] })))
    expect(await take('clerk', 2)).toEqual(['not-found'])
    expect(await take('writer', 1)).toEqual(['stale-report'])
  })

  it('of the region tells the records of all its units', async () => {
    const { parts, figures } = await startingText(database.db, await sheet(ids.region), today)
    expect(parts[4]?.sentences.map(({ said }) => resolvedBody(said, figures))).toEqual(['有1件政府信息公开申请没有在规定期限内答复。'])
  })
})

describe('a text', () => {
  it('keeps the figures that no cell holds as they were counted, until it is filled anew', async () => {
    await enterRequest(database, county, { on: '2025-08-01', answeredOn: '2025-08-01' })
    const now = await database.transaction((tx) => yearValues(tx, { unitIds: [county.bureau], year: 2025, today }))
    expect([now.get('requests-in-time'), now.get('requests-late'), now.get('duties-due')]).toEqual([3, 1, 0])
    expect(await read('bureau')).toContain('按期答复2件')
    must(await database.transaction(async (tx) => refillReport(tx, county.on('writer', '2026-01-09'), { reportId: ids.bureau, version: 2 })))
    expect(await read('bureau')).toContain('本年新收政府信息公开申请4件')
    expect(await read('bureau')).toContain('按期答复3件')
  })

  it('may name a metric of the registry, or a part of one, counted for the units of the report', async () => {
    must(
      await write('bureau', 'writer', {
        6: '收到申请{m.requests.received}件，自然人{m.requests.received:kind.person}件，商业企业{m.requests.received:kind.business}件，{m.requests.nothing}件。',
      }),
    )
    expect(await read('bureau', 6)).toBe('收到申请4件，自然人4件，商业企业0件，〔缺数〕件。')
    const counted = await database.transaction((tx) =>
      countTextMetrics(tx, ['requests.received', 'reading-points', 'nothing'], { unitIds: [county.town], year: 2025, today }),
    )
    expect([...counted].map(([name, { value, unit }]) => [name, value, unit])).toEqual([
      ['reading-points', 0, '个'],
      ['requests.received', 0, '件'],
    ])
  })

  it('is told of a figure that is not that of the table, of a problem that it denies, and of other units', async () => {
    const one = await sheet(ids.bureau)
    const parts = one.parts.map((part) => ({
      ...part,
      body: { 1: '本年收到政府信息公开申请9件。\n青岚县财政局认真落实本局公开职责。', 5: '无' }[part.ordinal] ?? part.body,
    }))
    const { findings } = await lookAtText(database.db, { ...one, parts }, today)
    expect(
      findings.filter(({ part }) => part === 1 || part === 5).map(({ code, part, line, replacement }) => [code, part, line, replacement?.becomes ?? null]),
    ).toEqual([
      ['text-against-table', 1, 0, '本年收到政府信息公开申请{newReceived.total}件。'],
      ['foreign-unit', 1, 1, null],
      ['problems-denied', 5, 0, null],
    ])
    expect(findings.find(({ code }) => code === 'problems-denied')?.message).toBe('这一部分没有写出问题，但是有1件政府信息公开申请没有在规定期限内答复。')
  })

  it('that names a figure not counted yet is read with the figure of this moment', async () => {
    const one = await sheet(ids.bureau)
    const parts = one.parts.map((part) => (part.ordinal === 6 ? { ...part, body: '设有公开查阅点{m.reading-points}个。' } : part))
    const { lines } = await lookAtText(database.db, { ...one, parts }, today)
    expect(lines.filter(({ part, line }) => part.ordinal === 6 && line !== null).map(({ resolved }) => resolved.text)).toEqual(['设有公开查阅点0个。'])
  })
})

describe('texts that are alike', () => {
  it('are told: last year’s of the same unit, and another unit’s of the round', async () => {
    must(await write('bureau', 'writer', { 1: `${long}本年收到申请12件。` }))
    must(await write('town', 'clerk', { 1: long.replace('我局', '我镇') }))
    const found = await alikeTexts(database.db, await sheet(ids.bureau))
    expect(found.map(({ part, other: { unitId, year }, otherPart }) => [part, unitId === county.town ? 'town' : 'bureau', year, otherPart])).toEqual([
      [1, 'bureau', 2024, 1],
      [1, 'town', 2025, 1],
    ])
    expect(found.every(({ alike }) => alike > 850)).toBe(true)
  })

  it('are none where each wrote its own, and where both let the system draw the same sentences', async () => {
    must(await write('town', 'clerk', { 1: other }))
    expect((await alikeTexts(database.db, await sheet(ids.town))).length).toBe(0)
    const said = long
    await sql`insert into reports.sentence (report_id, ordinal, part, said, article, sources, drawn_at)
      select id, 900, 1, ${said}, 'ogi-2019/50', '[]', now() from reports.report where id = any(${[ids.bureau, ids.town]}::uuid[])`.execute(database.db)
    must(await write('town', 'clerk', { 1: long }))
    await database.transaction(async (tx) => keepText(tx, await sheet(ids.bureau), { at: new Date('2026-01-09T03:00:00Z'), today }))
    expect(await nearParts(database.db, await sheet(ids.town), 10)).toEqual([])
  })
})

describe('the texts of the units', () => {
  const compile = (version: number, ordinals: readonly number[]): Promise<Ruling<unknown>> =>
    database.transaction((tx) => compileText(tx, county.on('collector', '2026-02-01'), { reportId: ids.region, version, ordinals }))

  it('are gathered into the report of the region once they are accepted, each with its unit, behind what stands there', async () => {
    expect(codesOf(await compile(1, [1]))).toEqual(['report-nothing-to-compile'])
    await sql`update reports.report set state = 'accepted' where id = any(${[ids.bureau, ids.town]}::uuid[])`.execute(database.db)
    must(
      await database.transaction((tx) =>
        saveReportParts(tx, county.on('collector', '2026-02-01'), { reportId: ids.region, version: 1, parts: [{ ordinal: 5, body: '全县情况如下。' }] }),
      ),
    )
    must(await compile(2, [5]))
    expect(await read('region', 5)).toBe('全县情况如下。\n青岚县教育局：有1件政府信息公开申请没有在规定期限内答复。')
    const drawn = (await sentencesDrawn(database.db, [ids.region])).get(ids.region)
    expect(drawn?.map(({ part, sources }) => [part, sources])).toEqual([[5, [{ title: '青岚县教育局', path: `/reports/${ids.bureau}/text` }]]])
  })

  it('are not gathered into the report of a unit', async () => {
    expect((await compiledParts(database.db, await sheet(ids.town))).every(({ sentences }) => sentences.length === 0)).toBe(true)
  })
})
