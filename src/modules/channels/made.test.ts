// Bulletins and deliveries on a real database: numbers given once, a bulletin that becomes an edition with its PDF, what was not delivered.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, column, county, layCounty, must, secrecy, units, type County } from '../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { proofOf } from '../../platform/documents/read/proof.ts'
import { openPdfPress } from '../../platform/documents/write/pdf.ts'
import { pdfOfPage } from '../../platform/documents/write/page-pdf.ts'
import { openReader } from '../../platform/documents/read/reader.ts'
import { folderStore, type FileStore } from '../../platform/files/file-store.ts'
import { issueBulletin } from './actions/issue-bulletin.ts'
import { openBulletin, saveBulletin } from './actions/keep-bulletin.ts'
import { addReadingPoint, closeReadingPoint, enterDelivery, strikeDelivery } from './actions/keep-deliveries.ts'
import { candidates } from './queries/bulletins.ts'
import { deliveries, undelivered } from './queries/deliveries.ts'
import { bulletinHtml } from './rules/bulletin.ts'

const reader = openReader()
const press = openPdfPress()

let database: FreshDatabase
let town: County
let folder: string
let store: FileStore
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-made-'))
  store = folderStore(folder)
})
afterAll(async () => {
  await reader.close()
  await press.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const page = { limit: 50, offset: 0 }
const parts = () => ({
  store,
  care: { proofOf, inspect: reader.inspect, clean: reader.clean },
  pdfOf: () => pdfOfPage(press, '教育公开简报', '<p>本期</p>'),
  publicAddress: 'https://www.qinglan.example/',
})

describe('a bulletin', () => {
  const begun = async (login: 'lin' | 'cai' = 'lin') => {
    const by = await town.by(login)
    const bulletinId = await database.transaction((tx) => openBulletin(tx, by, { unitId: units.education, title: '教育公开简报' }))
    return { by, bulletinId }
  }

  it('is picked, ordered, written, numbered, and goes out as every edition does', async () => {
    const [one, other] = [await town.published({ title: '关于开学时间的通知' }), await town.published({ title: '关于食堂检查的通知' })]
    const { by, bulletinId } = await begun()
    const id = must(bulletinId)
    const found = await candidates(database.db, { unitId: units.education, from: day('2026-11-01'), until: day('2026-11-30'), q: '食堂' }, page)
    expect(found.rows.map((row) => row.title)).toEqual(['关于食堂检查的通知'])
    const draft = { title: '教育公开简报', foreword: '本月公开两件事。', columnId: column, documentIds: [other.documentId, one.documentId, other.documentId] }
    expect(must(await database.transaction((tx) => saveBulletin(tx, by, { bulletinId: id, version: 1, draft })))).toBe(2)
    expect(codesOf(await database.transaction((tx) => saveBulletin(tx, by, { bulletinId: id, version: 1, draft })))).toEqual(['stale-bulletin'])

    const issued = must(await database.transaction((tx) => issueBulletin(tx, by, id, parts())))
    expect(issued.issue).toBe(1)
    const { rows } = await sql<{ title: string; body_html: string; state: string; files: string[] }>`
      select title, body_html, state, array(select name from disclosure.attachment where edition_id = edition.id) as files from disclosure.edition where id = ${issued.editionId}`.execute(
      database.db,
    )
    expect(rows[0]).toMatchObject({ title: '教育公开简报（2026年第1期）', state: 'draft', files: ['教育公开简报（2026年第1期）.pdf'] })
    expect(rows[0]?.body_html.indexOf('一、关于食堂检查的通知')).toBeLessThan(rows[0]?.body_html.indexOf('二、关于开学时间的通知') ?? 0)
    expect(rows[0]?.body_html).toContain(`https://www.qinglan.example/documents/${one.documentId}`)
    expect(codesOf(await database.transaction((tx) => issueBulletin(tx, by, id, parts())))).toEqual(['already-issued'])

    must(await town.step('lin', 'submit', issued.editionId))
    must(await town.step('he', 'approve-section', issued.editionId))
    must(await town.step('bao', 'pass-secrecy', issued.editionId, secrecy))
    must(await town.step('fen', 'sign', issued.editionId, { opinion: '同意公开。' }))
    expect(must(await town.step('fen', 'publish', issued.editionId)).state).toBe('published')
  })

  it('gives no number twice, also to two who ask at once, and none to a bulletin that cannot go out', async () => {
    const { documentId } = await town.published()
    const ids: string[] = []
    for (let each = 0; each < 4; each += 1) {
      const { by, bulletinId } = await begun()
      ids.push(must(bulletinId))
      const draft = { title: '教育动态', foreword: '', columnId: each === 0 ? null : column, documentIds: each === 0 ? [] : [documentId] }
      must(await database.transaction((tx) => saveBulletin(tx, by, { bulletinId: must(bulletinId), version: 1, draft })))
    }
    const by = await town.by('lin')
    const [empty, ...full] = ids as [string, ...string[]]
    expect(codesOf(await database.transaction((tx) => issueBulletin(tx, by, empty, parts())))).toEqual(['bulletin-empty', 'bulletin-column-missing'])
    const issued = await Promise.all(full.map((id) => database.transaction((tx) => issueBulletin(tx, by, id, parts()))))
    expect(issued.map((one) => must(one).issue).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  })

  it('is for the people of the unit', async () => {
    expect(codesOf((await begun('cai')).bulletinId)).toEqual(['not-allowed'])
    const { bulletinId } = await begun()
    const cai = await town.by('cai')
    expect(codesOf(await database.transaction((tx) => issueBulletin(tx, cai, must(bulletinId), parts())))).toEqual(['bulletin-not-found'])
  })

  it('says the beginning in whole sentences, and runs nothing that was typed', () => {
    const item = {
      documentId: 'x',
      title: '<b>甲',
      unitName: '某局',
      documentNumber: null,
      indexNumber: 'A/2026-00001',
      publishedOn: day('2026-11-01'),
      summary: '',
      bodyText: `各单位：\n${'这一句很长。'.repeat(60)}`,
    }
    const html = bulletinHtml({ foreword: '<script>x</script>', items: [item], publicAddress: '/' })
    expect(html).not.toMatch(/<script|<b>/)
    expect(html).toContain(`<p style="text-indent:2em">${'这一句很长。'.repeat(40)}</p>`)
  })
})

describe('the delivery register', () => {
  it('tells what was delivered to whom, and what was not', async () => {
    const [one, other] = [await town.published(), await town.published()]
    const lin = await town.by('lin')
    const span = { from: '2026-11-01', until: '2026-11-30' }
    const scope = { reach: { everywhere: false, unitIds: [units.education] } }
    const point = { unitId: units.education, name: '县档案馆', kind: 'archive', address: '' } as const
    const readingPointId = must(await database.transaction((tx) => addReadingPoint(tx, lin, point)))
    expect(codesOf(await database.transaction((tx) => addReadingPoint(tx, lin, point)))).toEqual(['already-reading-point'])
    const before = (await undelivered(database.db, scope, { readingPointId, ...span }, page)).total
    expect(before).toBeGreaterThanOrEqual(2)

    const facts = {
      readingPointId,
      deliveredOn: day('2026-11-20'),
      medium: 'paper',
      handedBy: '林知夏',
      receivedBy: '馆员',
      receipt: '档收2026-8',
      note: '',
    } as const
    const enter = (change: object) =>
      database.transaction((tx) => enterDelivery(tx, lin, { ...facts, unitId: units.education, documentIds: [one.documentId], ...change }))
    const entered = must(await enter({ documentIds: [one.documentId, other.documentId, units.county] }))
    expect(entered.left).toBe(1)
    expect((await undelivered(database.db, scope, { readingPointId, ...span }, page)).total).toBe(before - 2)
    expect((await deliveries(database.db, scope, {}, page)).rows).toMatchObject([{ documents: 2, receipt: '档收2026-8', readingPointName: '县档案馆' }])

    expect(codesOf(await enter({ deliveredOn: day('2026-11-21'), documentIds: [units.county] }))).toEqual(['delivered-day-ahead', 'delivery-empty'])
    const cai = await town.by('cai')
    expect(codesOf(await database.transaction((tx) => strikeDelivery(tx, cai, { deliveryId: entered.deliveryId, reason: '试' })))).toEqual([
      'delivery-not-found',
    ])
    must(await database.transaction((tx) => strikeDelivery(tx, lin, { deliveryId: entered.deliveryId, reason: '送错了馆' })))
    expect((await undelivered(database.db, scope, { readingPointId, ...span }, page)).total).toBe(before)
    must(await database.transaction((tx) => closeReadingPoint(tx, lin, readingPointId)))
    expect(codesOf(await enter({}))).toEqual(['reading-point-ended'])
  })
})
