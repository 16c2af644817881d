// A catalogue file in the official layout: 500 rows read, shown, applied; the same file again changes nothing; hostile files are refused.
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { readGrid } from '../../../platform/documents/read/read-grid.ts'
import { gridFile } from '../../../platform/documents/write/grid.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../../organization/fixtures.ts'
import { entryList } from '../queries/entries.ts'
import { layoutOf } from '../rules/sheet/write-rows.ts'
import { applyCatalogue, previewOf, readCatalogue } from './import-catalogue.ts'

let database: FreshDatabase
let county: SmallCounty
const reader = openReader({ milliseconds: 100_000, megabytes: 512 })
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
})
afterAll(async () => {
  await reader.close()
  await database.close()
})

const keeper = () =>
  as(county.officer.actor.accountId, '林知夏', grant('disclosure-office', county.government, [county.government, county.bureau, county.town]))
const begins = day('2026-11-20')

/** As an office's file is: a title, two rows of head in merged cells, the first level merged down. */
async function officialFile(rows: number, change: (at: number) => { limit?: string; left?: boolean } = () => ({})): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  for (const [sheetAt, field] of ['义务教育', '社会救助'].entries()) {
    const sheet = book.addWorksheet(`${field}领域`)
    sheet.addRow([`（${sheetAt + 1}）${field}领域基层政务公开标准目录`])
    sheet.mergeCells('A1:N1')
    sheet.addRow([
      '序号',
      '公开事项',
      '',
      '公开内容（要素）',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开渠道和载体',
      '公开对象',
      '',
      '公开方式',
      '',
      '公开层级',
      '',
    ])
    sheet.addRow(['', '一级事项', '二级事项', '', '', '', '', '', '全社会', '特定群体', '主动', '依申请', '县级', '乡级'])
    for (const range of ['A2:A3', 'B2:C2', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:H3', 'I2:J2', 'K2:L2', 'M2:N2']) sheet.mergeCells(range)
    const half = rows / 2
    for (let at = 0; at < half; at += 1) {
      const { limit = '20个工作日内', left = false } = change(sheetAt * half + at)
      if (left) continue
      sheet.addRow([at + 1, at % 5 === 0 ? `事项${Math.floor(at / 5)}` : '', `二级事项${at}`, `要素${at}`, '【行政法规】《政府信息公开条例》', limit, at % 2 ? '县教育局' : '各镇、街道', '■政府网站 □政府公报', '√', '', '√', '', '√', '']) // prettier-ignore
    }
    for (let first = 4; first + 4 <= sheet.rowCount; first += 5) sheet.mergeCells(`B${first}:B${first + 4}`)
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

const read = async (bytes: Buffer, name = '目录.xlsx'): Promise<string> =>
  must(await database.transaction((tx) => readCatalogue(tx, keeper(), reader, { name, bytes, kind: 'government' }))).id
const preview = async (id: string) => must(await database.transaction((tx) => previewOf(tx, keeper(), id)))
const applyAll = async (id: string, what?: string) => {
  const { differences } = await preview(id)
  const keys = differences.filter((one) => what === undefined || one.what === what).map((one) => one.key)
  return database.transaction((tx) => applyCatalogue(tx, keeper(), { id, begins, keys }))
}

describe('a file of 500 rows', () => {
  it('is read, shown and applied within seconds, and answers for its units; the second time it changes nothing', async () => {
    const bytes = await officialFile(500)
    const id = await read(bytes)
    const shown = await preview(id)
    expect([shown.rows.length, shown.refused, shown.unknownBodies]).toEqual([500, [], []])
    expect(new Set(shown.differences.map((one) => one.what))).toEqual(new Set(['add']))
    expect(must(await applyAll(id))).toEqual({ added: 500, changed: 0, ended: 0 })
    const held = await sql<{ unit: string; count: number }>`
      select unit_id as unit, count(*) as count from catalogue.responsibility group by unit_id order by count(*) desc`.execute(database.db)
    expect(held.rows).toEqual([{ unit: county.bureau, count: 250 }, { unit: county.town, count: 250 }].toSorted((a, b) => held.rows.findIndex((row) => row.unit === a.unit) - held.rows.findIndex((row) => row.unit === b.unit))) // prettier-ignore

    const again = await read(bytes)
    expect((await preview(again)).differences).toEqual([])
    expect(codesOf(await database.transaction((tx) => applyCatalogue(tx, keeper(), { id: again, begins, keys: ['x'] })))).toEqual(['import-preview-stale'])
  })

  it('with a cell changed and a row left out shows which, and a change is a new version from its day', async () => {
    const id = await read(await officialFile(500, (at) => (at === 7 ? { limit: '3个工作日内' } : { left: at === 249 })))
    const { differences } = await preview(id)
    expect(differences.map((one) => [one.what, one.name.item2, one.cells])).toEqual([
      ['change', '二级事项7', [{ field: 'limitText', before: '20个工作日内', after: '3个工作日内' }]],
      ['end', '二级事项249', []],
    ])
    const later = day('2026-12-01')
    must(await database.transaction((tx) => applyCatalogue(tx, { ...keeper(), today: later }, { id, begins: later, keys: differences.map((one) => one.key) })))
    const versions =
      await sql`select number, begins_on, ends_on, limit_text from catalogue.entry_version where item2 = '二级事项7' and field = '义务教育' order by number`.execute(
        database.db,
      )
    expect(versions.rows).toEqual([
      { number: 1, begins_on: '2026-11-20', ends_on: '2026-11-30', limit_text: '20个工作日内' },
      { number: 2, begins_on: '2026-12-01', ends_on: null, limit_text: '3个工作日内' },
    ])
    expect((await sql`select ends_on from catalogue.entry where ends_on is not null`.execute(database.db)).rows).toEqual([{ ends_on: '2026-12-01' }])
    expect(codesOf(await applyAll(id))).toEqual(['import-applied-before'])
  })

  it('comes out in the official layout, and its own export changes nothing', async () => {
    const { rows } = await database.transaction((tx) => entryList(tx, { kind: 'government', words: '', state: 'in-force', limit: 1000, offset: 0 }))
    const bytes = await gridFile(layoutOf('青岚县', rows, '政务公开'))
    expect((await preview(await read(bytes, '导出.xlsx'))).differences).toEqual([])
    const grid = await readGrid(bytes)
    expect(grid.ok && grid.sheets[0]?.rows[1]?.slice(0, 4)).toEqual(['序号', '公开事项', '公开事项', '公开内容（要素）'])
  })

  it('may be applied by who keeps the catalogue, and by nobody else', async () => {
    const bytes = await officialFile(10)
    expect(codesOf(await database.transaction((tx) => readCatalogue(tx, county.officer, reader, { name: 'a.xlsx', bytes, kind: 'government' })))).toEqual([
      'not-allowed',
    ])
    const id = await read(bytes)
    expect(codesOf(await database.transaction((tx) => applyCatalogue(tx, county.officer, { id, begins, keys: ['x'] })))).toEqual(['not-found'])
  })
})

describe('a hostile file', () => {
  const withPart = async (xml: (sheet: string) => string): Promise<Buffer> => {
    const { unzipSync, zipSync } = await import('fflate')
    const parts = unzipSync(await officialFile(10))
    const text = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8')
    return Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': Buffer.from(xml(text)) }))
  }
  it.each<{ name: string; bytes: () => Promise<Buffer> | Buffer; code: string }>([
    { name: 'text', bytes: () => Buffer.from('序号,公开事项'), code: 'file-not-a-sheet' },
    { name: 'a zip that is cut off', bytes: async () => (await officialFile(10)).subarray(0, 4000), code: 'file-broken' },
    {
      name: 'a merged cell over the whole sheet',
      bytes: () => withPart((text) => text.replace(/<mergeCell /, '<mergeCell ref="A5:XFD1048576"/><mergeCell ')),
      code: 'file-too-many-cells',
    },
    { name: 'an entity', bytes: () => withPart((text) => `<!DOCTYPE x [<!ENTITY a "b">]>${text}`), code: 'file-unsafe-xml' },
    { name: 'a bomb', bytes: () => withPart((text) => text + ' '.repeat(3_000_000)), code: 'file-too-expanded' },
  ])('of $name is refused: $code', async ({ bytes, code }) => {
    const file = { name: 'x.xlsx', bytes: await bytes(), kind: 'government' } as const
    expect(codesOf(await database.transaction((tx) => readCatalogue(tx, keeper(), reader, file)))).toEqual([code])
  })
})
