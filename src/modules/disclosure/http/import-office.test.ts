// The routes of imports and historic batches, through the real server: uploads, reports, lists, closed doors.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Role } from '../../access/law/permissions.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
const column = '0c000000-0000-4000-8000-000000000001'

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-import-routes-'))
  office = await openOfficeCast(database, folder)
  await sql`insert into publication.site_column (id, slug, name, kind, changed_at) values (${column}, 'notices', '通知公告', 'notices', '2026-01-01')`.execute(
    database.db,
  )
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

interface Sent {
  readonly fields?: Readonly<Record<string, string>>
  readonly files: readonly (readonly [string, string | Buffer])[]
}

function send(
  method: 'POST' | 'PUT',
  url: string,
  { fields = {}, files }: Sent,
  role: Role = 'information-officer',
  bureau = ownBureau,
): Promise<LightMyRequestResponse> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, content] of files) form.append('files', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return office.app.inject({ method, url, payload: form, headers: { ...office.headersOf(role, bureau) } })
}

interface Report {
  readonly outcome: string
  readonly title: string
  readonly refusal: { readonly sentence: string } | null
}
interface Imported {
  readonly importId: string
  readonly editionId: string | null
  readonly report: Report
}

const text = '关于公布便民服务电话的公告\n\n便民服务电话自9月1日起开通。\n\n县教育局\n2026年8月20日\n'

describe('files', () => {
  it('come in together, each with its own report, and can be looked up and taken back as they came', async () => {
    const answer = await send('POST', '/api/imports', {
      fields: { unitId: ownBureau, columnIds: column },
      files: [
        ['公告.txt', text],
        ['空.txt', ''],
        ['假.pdf', 'MZ'],
      ],
    })
    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, ''])
    const { reports } = answer.json<{ reports: Imported[] }>()
    expect(reports.map(({ report }) => [report.outcome, report.title, report.refusal?.sentence ?? ''])).toEqual([
      ['draft', '关于公布便民服务电话的公告', ''],
      ['refused', '', '文件是空的，没有可以导入的内容。'],
      ['refused', '', '文件内容是程序或者其他类型，与扩展名“pdf”不符，没有导入。请核对后改正扩展名。'],
    ])
    const as = office.as('information-officer')
    const importId = reports[0]?.importId ?? ''
    expect((await as('GET', `/api/imports/${importId}`)).json<{ unitName: string }>().unitName).toBe('县教育局')
    expect((await as('GET', `/api/imports/${importId}/original`)).body).toBe(text)
    expect((await as('GET', `/api/imports/${reports[1]?.importId}/original`)).statusCode).toBe(404)
    expect((await as('GET', '/api/imports?outcome=refused')).json<{ total: number }>().total).toBe(2)
    expect((await as('GET', '/api/imports.csv')).body).toContain('公告.txt,已导入为草稿,关于公布便民服务电话的公告,县教育局')
    expect((await as('GET', `/api/editions/${reports[0]?.editionId}`)).json<{ title: string }>().title).toBe('关于公布便民服务电话的公告')
  })

  it('of another bureau are neither taken nor shown', async () => {
    const files = [['公告.txt', text]] as const
    expect((await send('POST', '/api/imports', { fields: { unitId: otherBureau }, files })).statusCode).toBe(403)
    expect((await send('POST', '/api/imports', { fields: { unitId: ownBureau }, files }, 'section-head')).statusCode).toBe(403)
    const { rows } = (await office.as('information-officer')('GET', '/api/imports')).json<{ rows: { importId: string }[] }>()
    const stranger = office.as('information-officer', otherBureau)
    expect((await stranger('GET', '/api/imports')).json<{ total: number }>().total).toBe(0)
    for (const rest of ['', '/original']) expect((await stranger('GET', `/api/imports/${rows[0]?.importId}${rest}`)).statusCode).toBe(404)
  })
})

describe('a historic batch', () => {
  it('goes from its list to publication, each person seeing what they may do', async () => {
    const officer = office.as('information-officer')
    const { batchId } = (await officer('POST', '/api/historic-batches', { unitId: ownBureau, name: '旧网站公告', columnIds: [column] })).json<{
      batchId: string
    }>()
    const path = `/api/historic-batches/${batchId}`
    expect((await officer('GET', '/api/historic-batch-manifest.csv')).body).toContain('文件名,标题,原发布日期,原索引号,原地址,文号,成文日期,栏目')
    const list = await send('PUT', `${path}/manifest`, { files: [['清单.csv', '文件名,原发布日期,原地址\n旧公告.txt,2015-06-07,/art/1.html\n']] })
    expect(list.json()).toEqual({ rows: 1, matched: 0, problems: [] })
    await send('POST', '/api/imports', { fields: { unitId: ownBureau, batchId }, files: [['旧公告.txt', text.replace('便民', '惠民')]] })
    const documents = (await officer('GET', `${path}/documents`)).json<{ rows: { documentId: string; originalPublishedOn: string; missing: string[] }[] }>()
    expect(documents.rows).toMatchObject([{ fileName: '旧公告.txt', originalPublishedOn: '2015-06-07', originalAddress: '/art/1.html', missing: [] }])

    expect((await officer('PUT', `${path}/submission`, {})).json()).toEqual({ state: 'submitted' })
    const review = { basis: '本单位保密事项范围', conclusion: '可以公开' }
    expect((await office.as('secrecy-reviewer')('PUT', `${path}/secrecy-review`, review)).json()).toEqual({ state: 'submitted' })
    const seen = (await office.as('main-leader')('GET', path)).json<{ steps: { name: string; open: boolean }[]; secrecy: { conclusion: string } }>()
    expect(seen.steps.map(({ name, open }) => [name, open])).toEqual([
      ['pass-secrecy', false],
      ['approve', true],
      ['return', true],
    ])
    expect(seen.secrecy.conclusion).toBe('可以公开')
    expect((await office.as('leader-in-charge')('PUT', `${path}/approval`, { opinion: '' })).statusCode).toBe(403)
    expect((await office.as('main-leader')('PUT', `${path}/approval`, { opinion: '同意。' })).json()).toEqual({ state: 'approved' })
    expect((await office.as('main-leader')('PUT', `${path}/release`, {})).json()).toEqual({ state: 'released' })
    expect((await officer('GET', '/api/historic-batches')).json()).toMatchObject({ total: 1, rows: [{ name: '旧网站公告', state: 'released', documents: 1 }] })
  })

  it('shows its documents page by page in the order of their files, and those alone that lack something', async () => {
    const officer = office.as('information-officer')
    const { batchId } = (await officer('POST', '/api/historic-batches', { unitId: ownBureau, name: '旧网站通知', columnIds: [column] })).json<{
      batchId: string
    }>()
    const path = `/api/historic-batches/${batchId}`
    await send('PUT', `${path}/manifest`, { files: [['清单.csv', '文件名,原发布日期\n3.txt,2015-06-07\n1.txt,2016-06-07\n']] })
    const files = ['3', '1', '4', '2'].map((name) => [`${name}.txt`, text.replace('便民', `第${name}号`).replace('\n2026年8月20日', '')] as const)
    await send('POST', '/api/imports', { fields: { unitId: ownBureau, batchId }, files })
    const page = async (query: string) => {
      const { rows, total } = (await officer('GET', `${path}/documents?${query}`)).json<{ rows: { fileName: string; missing: string[] }[]; total: number }>()
      return [rows.map(({ fileName, missing }) => [fileName, missing.length > 0]), total]
    }
    expect(await page('size=10')).toEqual([[['1.txt', false], ['2.txt', true], ['3.txt', false], ['4.txt', true]], 4]) // prettier-ignore
    expect(await page('size=3&page=2')).toEqual([[['4.txt', true]], 4])
    expect(await page('size=1&page=2&incomplete=true')).toEqual([[['4.txt', true]], 2])
    expect(await page('failed=true')).toEqual([[], 0])
    expect((await officer('GET', path)).json()).toMatchObject({ documents: 4, incomplete: 2 })
  })

  it('of another bureau does not exist', async () => {
    const { rows } = (await office.as('information-officer')('GET', '/api/historic-batches')).json<{ rows: { batchId: string }[] }>()
    const stranger = office.as('main-leader', otherBureau)
    const path = `/api/historic-batches/${rows[0]?.batchId}`
    expect((await stranger('GET', '/api/historic-batches')).json<{ total: number }>().total).toBe(0)
    expect((await stranger('GET', path)).statusCode).toBe(404)
    expect((await stranger('GET', `${path}/documents`)).statusCode).toBe(404)
    expect((await stranger('PUT', `${path}/approval`, { opinion: '' })).statusCode).toBe(404)
  })
})
