// From the accepted report to the public, on a real database: the draft carries text, figures and files; its text cannot drift from its figures; a change makes it anew.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { openReader } from '../../platform/documents/read/reader.ts'
import { openPdfPress } from '../../platform/documents/write/pdf.ts'
import { folderStore } from '../../platform/files/file-store.ts'
import { putReportEdition } from '../disclosure/actions/put-report-edition.ts'
import { editionById, readingWith, saveEdition } from '../disclosure/index.ts'
import { publicItemOf } from '../disclosure/queries/public-item.ts'
import { codesOf, must } from '../organization/fixtures.ts'
import { contentHashOf, publish, putStandardColumns } from '../publication/index.ts'
import { draftReport, type Drafting } from './actions/draft-report.ts'
import { openRound } from './actions/open-round.ts'
import { reportingCounty, reportOf, yearlyCall, type ReportingCounty } from './fixtures.ts'
import { standingOf } from './queries/publication.ts'
import { sheetOf } from './queries/sheet.ts'

let database: FreshDatabase
let county: ReportingCounty
let folder: string
let reportId: string
const press = openPdfPress()
const reader = openReader()
const parts = () => ({ press, store: folderStore(folder), reading: readingWith(reader) })

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-publishing-'))
  county = await reportingCounty(database)
  await database.transaction((tx) => putStandardColumns(tx, new Date('2026-01-01T00:00:00Z')))
  const call = yearlyCall(county.government, 2025)
  await database.transaction(async (tx) => must(await openRound(tx, county.on('collector', '2026-01-05'), call)))
  reportId = await reportOf(database, call.id, county.bureau)
  await sql`update reports.report set state = 'accepted', signed_on = '2026-01-15', signed_by_name = '冯远' where id = ${reportId}`.execute(database.db)
})
afterAll(async () => {
  await press.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const versionNow = async (): Promise<number> => (await database.transaction((tx) => sheetOf(tx, reportId)))?.version ?? 0
const draft = async (change: Partial<Drafting> = {}, who: 'writer' | 'clerk' = 'writer') => {
  const version = await versionNow()
  return database.transaction((tx) => draftReport(tx, county.on(who, '2026-01-20'), { reportId, version, redHead: false, changeNote: '', ...change }, parts()))
}
const item = (editionId: string) =>
  database.transaction(async (tx) => {
    const edition = await editionById(tx, editionId)
    if (!edition) throw new Error('no edition')
    return publicItemOf(tx, edition)
  })

describe('the draft of a report', () => {
  it('is for those who write for the unit, and of what they saw', async () => {
    expect(codesOf(await draft({}, 'clerk'))).toEqual(['not-found'])
    expect(codesOf(await draft({ version: 99 }))).toEqual(['stale-report'])
  })

  it('carries the text with its tables, the figures, and four files', async () => {
    const { editionId, documentId } = must(await draft())
    const out = await item(editionId)
    expect(out).toMatchObject({ title: '青岚县教育局2025年政府信息公开工作年度报告', report: { year: 2025, scope: 'own', generation: 'C' } })
    expect(Object.keys(out.report?.cells ?? {})).toHaveLength(200)
    expect(out.bodyHtml).toContain('<th colspan="3" scope="row">一、本年新收政府信息公开申请数量</th>')
    expect(out.attachments.map(({ name }) => name.split('.').at(-1))).toEqual(['docx', 'pdf', 'xlsx', 'csv'])
    const { rows } = await sql<{ kind: string }>`select kind from publication.site_column where id = any(${[...out.columnIds]}::uuid[])`.execute(database.db)
    expect(rows).toEqual([{ kind: 'annual-report' }])
    expect(await database.transaction((tx) => standingOf(tx, reportId))).toMatchObject({
      editionId,
      documentId,
      version: await versionNow(),
      firstPublishedAt: null,
    })
  })

  it('keeps its words: an editor may save the same text in other markup, and nothing else', async () => {
    const { editionId } = must(await draft())
    const edition = await database.transaction((tx) => editionById(tx, editionId))
    if (!edition) throw new Error('no edition')
    const save = (bodyHtml: string) =>
      database.transaction((tx) =>
        saveEdition(tx, county.on('writer', '2026-01-20'), { editionId, version: edition.version, content: { ...edition, bodyHtml, summary: '概述' } }),
      )
    expect(codesOf(await save(edition.bodyHtml.replace('本年新收', '上年新收')))).toEqual(['report-text-fixed'])
    const saved = must(await save(edition.bodyHtml.replaceAll(/<(t[hd])((?: [^>]*)?)>(.*?)<\/\1>/g, '<$1$2><p>$3</p></$1>')))
    expect(saved.content).toMatchObject({ summary: '概述', bodyHtml: edition.bodyHtml })
  })

  it('is made anew in its place while it is in work, with other figures and files', async () => {
    const before = await database.transaction((tx) => standingOf(tx, reportId))
    await sql`insert into reports.cell (report_id, key, stands, figure, changed_at) values (${reportId}, 'penalties', 'figure', 7, now())`.execute(database.db)
    await sql`update reports.report set version = version + 1 where id = ${reportId}`.execute(database.db)
    const { editionId, documentId } = must(await draft({ redHead: true }))
    expect([editionId, documentId]).toEqual([before?.editionId, before?.documentId])
    const out = await item(editionId)
    expect(out.report?.cells['penalties']).toBe(7)
    expect(out.attachments).toHaveLength(4)
    const made = await sql<{
      version: number
    }>`select report_version as version from reports.draft_made where report_id = ${reportId} order by ordinal`.execute(database.db)
    expect(made.rows.length).toBe(3)
  })

  it('goes through the door with its figures, and a later change is the next edition of the same document', async () => {
    const now = await database.transaction((tx) => standingOf(tx, reportId))
    if (!now) throw new Error('no draft')
    const out = await item(now.editionId)
    const at = new Date('2026-01-22T02:00:00Z')
    await database.transaction(async (tx) => must(await publish(tx, out, { contentHash: contentHashOf(out), passed: true }, at)))
    await sql`update disclosure.edition set state = 'published', published_at = ${at} where id = ${now.editionId}`.execute(database.db)
    await sql`update disclosure.document set live_edition_id = ${now.editionId} where id = ${now.documentId}`.execute(database.db)
    const listed = await sql<{ year: number; unit: string; penalties: number }>`
      select year, unit_name as unit, (cells ->> 'penalties')::int as penalties from publication.yearly_report where document_id = ${now.documentId}`.execute(
      database.db,
    )
    expect(listed.rows).toEqual([{ year: 2025, unit: '青岚县教育局', penalties: 7 }])

    const next = must(await draft({ changeNote: '更正行政处罚数' }))
    expect(next.documentId).toBe(now.documentId)
    expect(next.editionId).not.toBe(now.editionId)
    const revised = await database.transaction((tx) => editionById(tx, next.editionId))
    expect(revised).toMatchObject({ state: 'draft', changeNote: '更正行政处罚数', number: 2 })
    await sql`update disclosure.edition set state = 'secrecy-review' where id = ${next.editionId}`.execute(database.db)
    expect(codesOf(await draft())).toEqual(['report-draft-in-review'])
    const again = { documentId: next.documentId, unitId: county.bureau, content: { title: '另一份', bodyHtml: '', columnIds: [] }, files: [], changeNote: '' }
    const report = { year: 2025, scope: 'own', generation: 'C', cells: {} } as const
    expect(codesOf(await database.transaction((tx) => putReportEdition(tx, county.on('writer', '2026-01-23'), { ...again, report }, parts())))).toEqual([
      'report-draft-in-review',
    ])
  })
})
