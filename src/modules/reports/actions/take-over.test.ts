// A report of a year before Gongkai becomes the unit's history, on a real database: read, corrected, confirmed, replaced with a reason, and kept with its file.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import { readDocument } from '../../../platform/documents/read/read-document.ts'
import { folderStore, type FileStore } from '../../../platform/files/file-store.ts'
import type { By } from '../../access/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../../organization/fixtures.ts'
import { corpus } from '../corpus/corpus.ts'
import { printed } from '../corpus/print.ts'
import { figuresOfYears, yearsOfUnits } from '../queries/history.ts'
import { takeOver, type TakingOver } from './take-over.ts'

let database: FreshDatabase
let folder: string
let store: FileStore
let county: SmallCounty
let office: By
let file: TakingOver['file']

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-take-over-'))
  store = folderStore(folder)
  county = await smallCounty(database)
  const { accountId, name } = county.officer.actor
  office = as(accountId, name, grant('disclosure-office', county.government, [county.government, county.bureau, county.town]))
  const paper = corpus.find((one) => one.name === 'clean-c-water')
  if (!paper) throw new Error('no such paper')
  file = await printed(paper, 'docx')
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const take = (change: Partial<TakingOver> = {}, by = office): Promise<Ruling<{ reportId: string }>> =>
  database.transaction((tx) =>
    takeOver(
      tx,
      by,
      { unitId: county.bureau, year: 2022, scope: 'own', corrections: [], replaceReason: '', file, ...change },
      { reader: { read: readDocument }, store },
    ),
  )

const years = (unitId: string) => database.transaction((tx) => figuresOfYears(tx, unitId, 'own'))

describe('a report that is taken over', () => {
  it('is kept with its figures, its text, its file and who confirmed it', async () => {
    const { reportId } = must(await take({ corrections: [{ key: 'fees', written: '0.35', reason: '按财政决算' }] }))
    const [kept] = await years(county.bureau)
    expect(kept).toMatchObject({
      year: 2022,
      origin: 'taken-over',
      state: 'accepted',
      generation: 'C',
      reportId,
      file: { name: 'clean-c-water.docx', byName: office.actor.name },
    })
    expect(kept?.cells).toMatchObject({ 'documents.inForce': 14, 'newReceived.total': 15, 'carriedForward.total': 1, fees: 0.35 })
    expect(kept?.corrected).toEqual([{ key: 'fees', reason: '按财政决算（文件中为“0”）', byName: office.actor.name }])
    const { rows } = await sql<{
      title: string
      sha256: string
      findings: unknown
    }>`select title, sha256, findings from reports.taken_over where report_id = ${reportId}`.execute(database.db)
    expect(rows).toMatchObject([{ title: '云溪县水务局2022年政府信息公开工作年度报告', findings: [] }])
    expect((await store.read(rows[0]?.sha256 ?? '')).equals(file.bytes)).toBe(true)
    const parts = await sql<{ ordinal: number; title: string }>`select ordinal, title from reports.part where report_id = ${reportId} order by ordinal`.execute(
      database.db,
    )
    expect(parts.rows.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('is refused where one is, unless it replaces it with a reason; the former stays as it was', async () => {
    expect(codesOf(await take())).toEqual(['year-taken-over'])
    const [before] = await years(county.bureau)
    const { reportId } = must(await take({ replaceReason: '原来登记的是送审稿' }))
    expect((await years(county.bureau)).map((one) => one.reportId)).toEqual([reportId])
    const { rows } = await sql<{ state: string; replacedBy: string; reason: string; cells: number }>`
      select state, replaced_by as "replacedBy", replaced_reason as reason, (select count(*)::int from reports.cell where cell.report_id = report.id) as cells
      from reports.report join reports.taken_over on report_id = report.id where report.id = ${before?.reportId}`.execute(database.db)
    expect(rows).toEqual([{ state: 'replaced', replacedBy: reportId, reason: '原来登记的是送审稿', cells: 200 }])
    const steps = await sql<{
      step: string
      note: string
    }>`select step, note from reports.step_taken where report_id = ${before?.reportId} order by ordinal`.execute(database.db)
    expect(steps.rows).toEqual([{ step: 'take-over', note: '' }, { step: 'replace', note: '原来登记的是送审稿' }]) // prettier-ignore
  })

  it('is refused for a year that is reported here, is not over, or lies before the first', async () => {
    await sql`
      with opened as (
        insert into reports.round (id, kind, year, title, unit_id, basis, department_due, government_due, town_due, hand_in_by, opened_at, opened_by_name)
        values (gen_random_uuid(), 'yearly', 2024, '2024年度', ${county.government}, '', '2025-01-31', '2025-03-31', '2025-03-31', '2025-01-20', now(), '程立') returning id)
      insert into reports.report (id, round_id, kind, year, unit_id, unit_name, scope, generation, origin, state)
      select gen_random_uuid(), id, 'yearly', 2024, ${county.bureau}, '青岚县教育局', 'own', 'C', 'system', 'preparing' from opened`.execute(database.db)
    expect(codesOf(await take({ year: 2024, replaceReason: '更正' }))).toEqual(['year-reported-here'])
    expect(codesOf(await take({ year: 2026 }))).toEqual(['year-not-past'])
    expect(codesOf(await take({ year: 2007 }))).toEqual(['year-not-past'])
  })

  it('is refused where nothing of a form was read, and where a correction says nothing', async () => {
    expect(codesOf(await take({ year: 2015, file: { name: '总结.txt', bytes: Buffer.from('青岚县教育局2015年工作总结\n\n一、概述\n\n工作正常。') } }))).toEqual(
      ['no-form-read'],
    )
    expect(codesOf(await take({ year: 2015, file: { name: '空.txt', bytes: Buffer.from('') } }))).toEqual(['unreadable-file-empty'])
    expect(codesOf(await take({ year: 2021, corrections: [{ key: 'fees', written: '1', reason: '' }] }))).toEqual(['cell-reason-missing'])
    expect((await years(county.bureau)).map(({ year }) => year)).toEqual([2022])
  })

  it('is nobody’s to keep but the office’s that collects for the unit', async () => {
    expect(codesOf(await take({ year: 2020 }, county.officer))).toEqual(['not-found'])
    expect(codesOf(await take({ year: 2020 }, as(office.actor.accountId, '某', grant('disclosure-office', county.town))))).toEqual(['not-found'])
  })

  it('shows in the years of its unit; who does not reach the unit sees nothing of it', async () => {
    const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
    const ask = { words: '', page: 1, size: 10 }
    const { rows, total } = await database.transaction((tx) => yearsOfUnits(tx, everywhere, ask))
    expect(total).toBe(3)
    expect(rows.find(({ unitId }) => unitId === county.bureau)?.years.map(({ year, origin, state, isPublic }) => [year, origin, state, isPublic])).toEqual([
      [2024, 'system', 'preparing', false],
      [2022, 'taken-over', 'accepted', false],
    ])
    const ofTown = await database.transaction((tx) => yearsOfUnits(tx, { ...everywhere, everywhere: false, unitIds: [county.town] }, ask))
    expect(ofTown.rows.map(({ unitName }) => unitName)).toEqual(['河口镇人民政府'])
    expect((await database.transaction((tx) => yearsOfUnits(tx, everywhere, { ...ask, words: '100%' }))).total).toBe(0)
  })
})
