// The office's routes over editions, through the real server: the way of a document, and closed doors.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { comment, notice, word } from '../../../platform/documents/inspect/corpus/build-docx.ts'
import type { AttachmentAnswer } from './contract.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Role } from '../../access/law/permissions.ts'
import { allNo } from '../../../../test/disclosure/cast.ts'
import type { EditionAnswer, EditionContent } from './contract.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
const column = '0c000000-0000-4000-8000-000000000001'

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'))
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

const content: EditionContent = {
  title: '关于举办招聘会的公告', kind: '公告', theme: '劳动、人事、监察\\劳动就业', columnIds: [column], keywords: ['招聘'], summary: '', documentNumber: null, draftedOn: '2026-11-18',
  effectiveOn: null, expiresOn: null, validity: 'valid', replacedBy: null, disclosureMode: 'proactive', modeReason: '', modeArticle: null, responsibleDepartment: '就业股',
  source: '', sourceUrl: null, important: false, changeNote: '', bodyHtml: '<p>定于本月二十八日举办招聘会。</p>',
} // prettier-ignore

/** The response, which must have that status; a failure shows what it said. */
const answered = (response: LightMyRequestResponse, status = 200): LightMyRequestResponse => {
  expect([response.statusCode, response.statusCode === status ? '' : response.body]).toEqual([status, ''])
  return response
}
async function draft(change: Partial<EditionContent> = {}): Promise<string> {
  const answer = await office.as('information-officer')('POST', '/api/editions', { unitId: ownBureau, content: { ...content, ...change } })
  return answered(answer).json<{ editionId: string }>().editionId
}
const sheet = async (editionId: string, role: Role = 'information-officer'): Promise<EditionAnswer> =>
  answered(await office.as(role)('GET', `/api/editions/${editionId}`)).json<EditionAnswer>()
const step = async (role: Role, editionId: string, name: string, more: object = {}): Promise<LightMyRequestResponse> =>
  office.as(role)('POST', `/api/editions/${editionId}/steps`, { step: name, ...more })

async function toSignature(editionId: string): Promise<void> {
  answered(await step('information-officer', editionId, 'submit'))
  answered(await step('section-head', editionId, 'approve-section', { opinion: '同意。' }))
  answered(await step('secrecy-reviewer', editionId, 'pass-secrecy', { detail: { review: allNo, secrecy: { basis: '公开目录', conclusion: 'may-disclose' } } }))
}

describe('a document in the office', () => {
  it('goes from draft to the public, each person seeing their own open steps', async () => {
    const editionId = await draft()
    const first = await sheet(editionId)
    expect([first.editable, first.state, first.findings]).toEqual([true, 'draft', []])
    expect(first.steps.map(({ name, open }) => [name, open])).toEqual([
      ['submit', true],
      ['submit-to-secrecy', false],
      ['submit-urgent', true],
      ['discard', true],
    ])
    await toSignature(editionId)
    const waiting = answered(await office.as('leader-in-charge')('GET', '/api/workbench')).json<{
      counts: { waiting: number }
      waiting: { editionId: string; awaits: string }[]
    }>()
    expect(waiting.waiting.find((row) => row.editionId === editionId)?.awaits).toBe('签发')
    const forOfficer = await sheet(editionId)
    const closed = forOfficer.steps.find((one) => one.name === 'sign')
    expect([closed?.open, closed?.refusals[0]?.sentence]).toEqual([false, '“签发”由分管领导、主要领导办理。'])
    expect(forOfficer.closedBecause[0]?.sentence).toContain('“待签发”状态下不能修改')

    answered(await step('leader-in-charge', editionId, 'sign', { opinion: '同意公开。' }))
    const published = answered(await step('main-leader', editionId, 'publish')).json<{ indexNumber: string; state: string }>()
    expect(published).toMatchObject({ state: 'published', indexNumber: '014320144/2026-00001' })
    const last = await sheet(editionId)
    expect(last.live).toMatchObject({ editionId, indexNumber: '014320144/2026-00001' })
    expect(last.history.map(({ title, roleTitle }) => `${roleTitle} ${title}`)).toEqual([
      '信息员 提交审核',
      '科室负责人 同意',
      '保密审查员 保密审查通过',
      '分管领导 签发',
      '主要领导 发布',
    ])
    expect(last.history[2]?.notes).toEqual(['保密审查依据：公开目录', '结论：可以公开'])
  })

  it('refuses in words, with article and field', async () => {
    const editionId = await draft({ title: '' })
    const problem = answered(await step('information-officer', editionId, 'submit'), 422).json<{
      code: string
      reasons: { code: string; sentence: string; field?: string }[]
    }>()
    expect(problem.reasons).toEqual([{ code: 'title-missing', sentence: '请填写标题。', field: 'title' }])
  })

  it('answers a stale save with who saved and what stands', async () => {
    const editionId = await draft()
    answered(await office.as('section-head')('PUT', `/api/editions/${editionId}`, { version: 1, content: { ...content, title: '股长改的' } }))
    const problem = answered(
      await office.as('information-officer')('PUT', `/api/editions/${editionId}`, { version: 1, content: { ...content, summary: '概述' } }),
      409,
    ).json<{ code: string; reasons: { code: string; field?: string; facts: Record<string, unknown> }[] }>()
    expect(problem.code).toBe('stale-version')
    expect(problem.reasons[0]?.facts).toMatchObject({ by: 'section-head.own', version: 2 })
    expect(problem.reasons.slice(1).map(({ field, facts }) => [field, facts['theirs']])).toEqual([
      ['title', '"股长改的"'],
      ['summary', '""'],
    ])
  })

  it('tells who else has it open', async () => {
    const editionId = await draft()
    answered(await office.as('section-head')('PUT', `/api/editions/${editionId}/presence`))
    const seen = answered(await office.as('information-officer')('PUT', `/api/editions/${editionId}/presence`)).json<{
      viewers: { name: string }[]
      version: number
    }>()
    expect([seen.viewers.map((one) => one.name), seen.version]).toEqual([['section-head.own'], 1])
    answered(await office.as('section-head')('DELETE', `/api/editions/${editionId}/presence`))
    expect((await sheet(editionId)).viewers).toEqual([])
  })

  it('prints its review sheet with every signature and its time', async () => {
    const editionId = await draft({ title: '审查表 <b>样例</b>' })
    await toSignature(editionId)
    const printed = await office.as('inspector')('GET', `/api/editions/${editionId}/review-sheet`)
    expect(printed.headers['content-type']).toBe('text/html; charset=utf-8')
    for (const words of [
      '政府信息公开保密审查表',
      '审查表 &#60;b&#62;样例',
      '科室负责人：section-head.own',
      '保密审查依据：公开目录',
      '2026年11月20日 10:00',
      '☑ 公文类',
      '分管领导意见',
      '☐ 是　☑ 否　☐ 不确定　《政府信息公开条例》第十四条',
      '保密审查：secrecy-reviewer.own',
    ]) {
      expect(printed.body.replaceAll('&lt;', '&#60;').replaceAll('&gt;', '&#62;')).toContain(words)
    }
  })

  it('is previewed, compared, copied and laid out', async () => {
    const editionId = await draft()
    expect((await office.as('information-officer')('GET', `/api/editions/${editionId}/preview`)).body).toContain('定于本月二十八日举办招聘会。')
    const comparison = answered(await office.as('information-officer')('GET', `/api/editions/${editionId}/comparison`)).json<{
      before: unknown
      paragraphs: { kind: string }[]
    }>()
    expect([comparison.before, comparison.paragraphs.map(({ kind }) => kind)]).toEqual([null, ['added']])
    const copy = answered(await office.as('information-officer')('POST', `/api/editions/${editionId}/copies`, {})).json<{ editionId: string }>()
    expect((await sheet(copy.editionId)).draftedOn).toBeNull()
    const laid = answered(await office.as('information-officer')('POST', '/api/layouts', { bodyHtml: '<p>　　正文。</p>' })).json<{ bodyHtml: string }>()
    expect(laid.bodyHtml).toBe('<p style="text-indent:2em">正文。</p>')
  })

  it('is signed in batches, each told apart', async () => {
    const [good, draftOnly] = [await draft(), await draft()]
    await toSignature(good)
    const batch = answered(
      await office.as('leader-in-charge')('POST', '/api/step-batches', { step: 'sign', editionIds: [good, draftOnly], opinion: '同意。' }),
    ).json<{ done: number; refused: number; rows: { editionId: string; done: boolean; refusals: { sentence: string }[] }[] }>()
    expect([batch.done, batch.refused]).toEqual([1, 1])
    expect(batch.rows.find((row) => row.editionId === draftOnly)?.refusals[0]?.sentence).toBe('“草稿”状态下不能办理“签发”，请刷新页面查看最新状态。')
    expect((await sheet(good)).state).toBe('signed')
  })

  it('keeps phrases for each person', async () => {
    answered(await office.as('leader-in-charge')('PUT', '/api/phrases', { own: ['同意发布。'] }))
    expect(answered(await office.as('leader-in-charge')('GET', '/api/phrases')).json<{ own: string[] }>().own).toEqual(['同意发布。'])
    expect(answered(await office.as('main-leader')('GET', '/api/phrases')).json<{ own: string[] }>().own).toEqual([])
  })
})

const multipart = (name: string, bytes: string | Buffer, role: string): { payload: Buffer; headers: Record<string, string> } => {
  const line = 'gongkai-boundary'
  const head = (of: string): string => `--${line}\r\nContent-Disposition: form-data; ${of}\r\n\r\n`
  return {
    payload: Buffer.concat([
      Buffer.from(`${head('name="role"')}${role}\r\n${head(`name="file"; filename="${name}"`)}`),
      Buffer.from(bytes),
      Buffer.from(`\r\n--${line}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${line}` },
  }
}

describe('files', () => {
  it('are uploaded, downloaded under their name, and removed', async () => {
    const editionId = await draft()
    const cookies = await officerHeaders()
    const { payload, headers } = multipart('岗位表.csv', '岗位,人数\n教师,3', 'attachment')
    const up = await office.app.inject({ method: 'POST', url: `/api/editions/${editionId}/attachments`, payload, headers: { ...cookies, ...headers } })
    const { rows, refused } = answered(up).json<{ rows: { attachmentId: string; name: string; mediaType: string }[]; refused: { sentence: string }[] }>()
    expect([rows[0]?.name, rows[0]?.mediaType, refused]).toEqual(['岗位表.csv', 'text/csv', []])
    const url = `/api/editions/${editionId}/attachments/${rows[0]?.attachmentId}`
    const down = await office.as('section-head')('GET', url)
    expect([down.statusCode, down.body, down.headers['content-disposition']?.toString().includes("UTF-8''%E5%B2%97")]).toEqual([200, '岗位,人数\n教师,3', true])
    expect((await office.as('information-officer', otherBureau)('GET', url)).statusCode).toBe(404)
    const wrong = multipart('岗位表.pdf', 'not a pdf', 'attachment')
    const disguised = await office.app.inject({
      method: 'POST',
      url: `/api/editions/${editionId}/attachments`,
      payload: wrong.payload,
      headers: { ...cookies, ...wrong.headers },
    })
    expect(answered(disguised).json<{ refused: { sentence: string }[] }>().refused[0]?.sentence).toContain('内容与扩展名不符')
    expect((await office.as('secrecy-reviewer')('DELETE', url)).statusCode).toBe(403)
    answered(await office.as('information-officer')('DELETE', url))
    expect((await office.as('section-head')('GET', url)).statusCode).toBe(404)
  })
})

describe('a file that names its author', () => {
  it('goes out as a copy; whoever may read the sheet gets the file as it came, and its author has comments taken out', async () => {
    const editionId = await draft()
    const cookies = await officerHeaders()
    const bytes = word({ body: notice, comments: comment(0, '再核'), core: '<dc:creator>王建国</dc:creator>' })
    const { payload, headers } = multipart('通知.docx', bytes, 'attachment')
    const up = await office.app.inject({ method: 'POST', url: `/api/editions/${editionId}/attachments`, payload, headers: { ...cookies, ...headers } })
    const [row] = answered(up).json<{ rows: AttachmentAnswer[] }>().rows
    expect(row?.copy).toMatchObject({ how: 'properties', byName: null })
    expect(row?.inspection?.findings.map(({ code, severity }) => [code, severity])).toEqual([['comment', 'error']])
    const url = `/api/editions/${editionId}/attachments/${row?.attachmentId}`
    expect((await office.as('section-head')('GET', `${url}/original`)).rawPayload.equals(bytes)).toBe(true)
    expect((await office.as('section-head')('GET', url)).rawPayload.equals(bytes)).toBe(false)
    expect((await office.as('information-officer', otherBureau)('GET', `${url}/original`)).statusCode).toBe(404)
    expect((await office.as('secrecy-reviewer')('POST', `${url}/clean-copy`, { how: 'changes' })).statusCode).toBe(403)
    const cleaned = answered(await office.as('information-officer')('POST', `${url}/clean-copy`, { how: 'changes' })).json<{ rows: AttachmentAnswer[] }>()
    expect(cleaned.rows[0]).toMatchObject({ copy: { how: 'changes' }, inspection: { state: 'full', findings: [] } })
    const again = await office.as('information-officer')('POST', `${url}/clean-copy`, { how: 'changes' })
    expect([again.statusCode, again.json<{ reasons: { sentence: string }[] }>().reasons[0]?.sentence]).toEqual([422, '附件“通知.docx”没有可以清除的内容。'])
  })
})

async function officerHeaders(): Promise<Record<string, string>> {
  const { signIn } = await import('../../../../test/access/office-cast.ts')
  const { cookie, csrfToken } = await signIn(office.app, 'information-officer.own')
  return { cookie, 'x-csrf-token': csrfToken }
}

describe('another bureau', () => {
  it('finds the draft in no list, export, sheet, page or step', async () => {
    const editionId = await draft({ title: '别处看不到的草稿' })
    const stranger = office.as('information-officer', otherBureau)
    const paths = ['', '/preview', '/review-sheet', '/comparison', '/signers'].map((path) => `/api/editions/${editionId}${path}`)
    for (const path of paths) expect([path, (await stranger('GET', path)).statusCode]).toEqual([path, 404])
    expect((await stranger('PUT', `/api/editions/${editionId}/presence`)).statusCode).toBe(404)
    expect((await stranger('POST', `/api/editions/${editionId}/steps`, { step: 'submit' })).statusCode).toBe(404)
    expect((await stranger('POST', `/api/editions/${editionId}/copies`, {})).statusCode).toBe(404)
    expect((await stranger('PUT', `/api/editions/${editionId}`, { version: 1, content })).statusCode).toBe(404)
    expect(answered(await stranger('GET', `/api/editions?q=${encodeURIComponent('别处看不到')}`)).json<{ total: number }>().total).toBe(0)
    expect((await stranger('GET', '/api/editions.csv')).body).not.toContain('别处看不到')
    expect((await office.as('information-officer')('GET', '/api/editions.csv')).body).toContain('别处看不到')
  })

  it('may not open a document for this one', async () => {
    const answer = await office.as('information-officer', otherBureau)('POST', '/api/editions', { unitId: ownBureau })
    expect(answer.statusCode).toBe(403)
  })
})

describe('lists', () => {
  it('are exported with a mark for Excel and without formulas', async () => {
    await draft({ title: '=HYPERLINK("http://x")' })
    const { body, headers } = await office.as('information-officer')('GET', '/api/editions.csv')
    expect(body.startsWith('\uFEFF标题,状态')).toBe(true)
    expect(body).toContain('"\'=HYPERLINK(""http://x"")"')
    expect(headers['content-disposition']).toContain("filename*=UTF-8''")
  })

  it('answer pages with the whole count', async () => {
    const page = answered(await office.as('information-officer')('GET', '/api/editions?size=2&page=2&sort=title')).json<{ rows: unknown[]; total: number }>()
    expect(page.rows).toHaveLength(2)
    expect(page.total).toBeGreaterThan(4)
  })

  it('show tasks and what was done', async () => {
    const editionId = await draft({ title: '等股长审核' })
    answered(await step('information-officer', editionId, 'submit'))
    const tasks = answered(await office.as('section-head')('GET', `/api/tasks?q=${encodeURIComponent('等股长')}`)).json<{
      rows: { title: string; awaits: string; days: number }[]
    }>()
    expect(tasks.rows).toMatchObject([{ title: '等股长审核', awaits: '科室审核', days: 0 }])
    expect((await office.as('section-head')('GET', '/api/tasks.csv')).body).toContain('等股长审核')
    const done = answered(await office.as('information-officer')('GET', '/api/done?size=1')).json<{ rows: { title: string; stepTitle: string }[] }>()
    expect(done.rows).toMatchObject([{ stepTitle: '提交审核' }])
  })
})
