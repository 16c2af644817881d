// Applications through the real server: what belongs to one bureau does not exist for another, and hostile input is refused.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { RequestSheet } from './contract.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
let id: string

const secret = '城关小学学区划分的会议纪要'
const asked = (change: object = {}) => ({
  id: randomUUID(),
  unitId: otherBureau,
  channel: 'counter',
  arrivedOn: '2026-11-19',
  applicantKind: 'person',
  identity: { name: '吴敏', documentNumber: '110101199003078515', address: '幸福路1号' },
  subject: '学区划分依据',
  description: secret,
  wishedForm: 'paper',
  delivery: 'post',
  ...change,
})

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'))
  office = await openOfficeCast(database, folder)
  const made = await office.as('information-officer', otherBureau)('POST', '/api/requests', asked())
  expect(made.statusCode, made.body).toBe(200)
  id = made.json<{ id: string }>().id
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const sheetOf = async (): Promise<RequestSheet> => (await office.as('information-officer', otherBureau)('GET', `/api/requests/${id}`)).json<RequestSheet>()

describe('the routes of applications', () => {
  it('show the sheet with its ledger, its steps and the reasons of those that are closed', async () => {
    const sheet = await sheetOf()
    expect(sheet).toMatchObject({
      state: 'in-progress',
      receivedOn: '2026-11-19',
      receiptBasis: '当面提交之日',
      law: '2019年修订的条例',
      reply: { due: '2026-12-17' },
    })
    expect(sheet.reply?.days.filter(({ counted }) => counted)).toHaveLength(20)
    expect(sheet.steps.find(({ name }) => name === 'decide')?.open).toBe(true)
    expect(sheet.steps.find(({ name }) => name === 'extend')?.refusals[0]?.sentence).toBe('“延期答复”由分管领导、主要领导办理。')
    expect(JSON.stringify(sheet)).not.toContain('110101199003078515')
  })

  it('show the month with the day of the reply, and keep a view with its filters for its owner', async () => {
    const officer = office.as('information-officer', otherBureau)
    expect((await officer('GET', '/api/request-calendar?month=2026-12')).json()).toMatchObject({
      month: '2026-12',
      dues: [{ on: '2026-12-17', kind: 'reply', over: false, id }],
      more: false,
    })
    const view = { id: randomUUID(), name: '邮寄来的', filters: { tab: 'open', channel: 'post-signed', q: '', sort: 'newest' } }
    expect((await officer('POST', '/api/request-views', view)).statusCode).toBe(200)
    expect((await officer('GET', '/api/request-views')).json()).toEqual({ rows: [view] })
    expect((await officer('POST', '/api/request-views', { ...view, id: randomUUID(), name: ' ' })).statusCode).toBe(422)
    const another = office.as('section-head', otherBureau)
    expect((await another('GET', '/api/request-views')).json()).toEqual({ rows: [] })
    expect((await another('DELETE', `/api/request-views/${view.id}`)).statusCode).toBe(404)
  })

  it.each(['information-officer', 'section-head', 'secrecy-reviewer', 'legal-reviewer', 'leader-in-charge', 'main-leader'] as const)(
    'hide it from a %s of another bureau',
    async (role) => {
      const stranger = office.as(role, ownBureau)
      expect((await stranger('GET', `/api/requests/${id}`)).statusCode).toBe(404)
      expect((await stranger('POST', `/api/requests/${id}/steps`, { step: 'decide', seen: 1, input: {} })).statusCode).toBe(404)
      expect([403, 404]).toContain((await stranger('POST', `/api/requests/${id}/identity-looks`, { reason: '好奇' })).statusCode)
      expect((await stranger('GET', '/api/requests?tab=all')).json()).toMatchObject({ rows: [], total: 0 })
      expect((await stranger('GET', '/api/requests.csv?tab=all')).body).not.toContain('吴敏')
      expect((await stranger('GET', '/api/request-calendar?month=2026-12')).json()).toMatchObject({ dues: [] })
      expect((await stranger('GET', '/api/request-table?year=2026')).json()).toMatchObject({ table: { received: { all: 0 } } })
      expect((await stranger('POST', '/api/requests', asked())).statusCode).not.toBe(200)
      for (const part of ['similar', 'related', 'internal'])
        expect([part, (await stranger('GET', `/api/requests/${id}/${part}`)).statusCode]).toEqual([part, 404])
      expect((await stranger('POST', `/api/requests/${id}/notes`, { noteId: randomUUID(), text: '路过看看' })).statusCode).toBe(404)
      expect((await stranger('PUT', `/api/requests/${id}/watch`, { watching: true })).statusCode).toBe(404)
      const parts = [{ id: randomUUID(), subject: '校车补贴', description: '校车补贴标准' }]
      expect([403, 404]).toContain((await stranger('POST', `/api/requests/${id}/parts`, { seen: 1, text: '两件事项', parts })).statusCode)
      expect((await stranger('POST', '/api/request-step-previews', { step: 'assign', ids: [id], input: {} })).json()).toEqual({ rows: [] })
      expect((await stranger('POST', '/api/request-step-batches', { step: 'assign', rows: [{ id, seen: 1 }], input: {} })).json()).toEqual({ rows: [] })
    },
  )

  it('tell the bureau itself of the like, foresee its steps and keep its days by the office alone', async () => {
    const officer = office.as('information-officer', otherBureau)
    const like = { unitId: otherBureau, subject: '学区划分依据', description: secret, applicantName: '吴敏' }
    expect((await officer('POST', '/api/similar-requests', like)).json()).toMatchObject({ rows: [{ id, sameApplicant: true, alike: 1000 }] })
    expect((await office.as('information-officer', ownBureau)('POST', '/api/similar-requests', like)).json()).toEqual({ rows: [] })
    const leader = office.as('leader-in-charge', otherBureau)
    const input = { text: '查阅档案', extension: { days: 5, consentBy: '周明' } }
    expect((await leader('POST', '/api/request-step-previews', { step: 'extend', ids: [id], input })).json()).toMatchObject({
      rows: [{ id, seen: 1, dueOn: '2026-12-24', reasons: [] }],
    })
    expect((await officer('POST', '/api/request-step-previews', { step: 'extend', ids: [id], input })).json()).toMatchObject({
      rows: [{ reasons: ['“延期答复”由分管领导、主要领导办理。'] }],
    })
    const days = { days: { draft: 8, review: 5, send: 2 } }
    expect((await office.as('disclosure-office', ownBureau)('PUT', `/api/internal-days/${otherBureau}`, days)).statusCode).toBe(404)
    expect((await office.as('disclosure-office', otherBureau)('PUT', `/api/internal-days/${otherBureau}`, days)).statusCode).toBe(200)
    // 17 December is a Thursday
    expect((await officer('GET', `/api/requests/${id}/internal`)).json()).toMatchObject({
      dates: [{ on: '2026-12-07' }, { on: '2026-12-10' }, { on: '2026-12-15' }],
      mayNote: true,
    })
    expect((await office.as('inspector', otherBureau)('GET', `/api/requests/${id}/internal`)).json()).toMatchObject({ mayNote: false })
  })

  describe('of corrections of records', () => {
    const wished = (change: object = {}) => ({ id: randomUUID(), unitId: otherBureau, channel: 'counter', receivedOn: '2026-11-19', applicantKind: 'person', identity: { name: '吴敏', documentNumber: '110101199003078515', address: '幸福路1号' }, subject: '本人学籍记录', wrong: '记为休学', wanted: '在读', ...change }) // prettier-ignore
    let recordId = ''
    beforeAll(async () => {
      const made = await office.as('information-officer', otherBureau)('POST', '/api/record-corrections', wished())
      expect(made.statusCode, made.body).toBe(200)
      recordId = made.json<{ id: string }>().id
    })

    it('show the case, its steps with the reasons of those that are closed, and no secrets', async () => {
      const sheet = await office.as('information-officer', otherBureau)('GET', `/api/record-corrections/${recordId}`)
      expect(sheet.json()).toMatchObject({ state: 'received', article: 'ogi-2019/41', mayAddEvidence: true, steps: [{ name: 'assign', open: false }, { name: 'examine', open: true }, { name: 'withdraw', open: true }] })
      expect(sheet.body).not.toContain('110101199003078515')
      const csv = await office.as('information-officer', otherBureau)('GET', '/api/record-corrections.csv?view=all')
      expect(csv.body).toContain('本人学籍记录')
    }) // prettier-ignore

    it.each(['information-officer', 'section-head', 'secrecy-reviewer', 'leader-in-charge', 'main-leader'] as const)('hide it from a %s of another bureau', async (role) => {
      const stranger = office.as(role, ownBureau)
      const url = `/api/record-corrections/${recordId}`
      expect((await stranger('GET', url)).statusCode).toBe(404)
      expect((await stranger('GET', `${url}/letter/pdf`)).statusCode).toBe(404)
      expect((await stranger('POST', `${url}/steps`, { step: 'examine', seen: 1, input: {} })).statusCode).toBe(404)
      expect([403, 404]).toContain((await stranger('POST', `${url}/identity-looks`, { reason: '好奇' })).statusCode)
      expect((await stranger('GET', '/api/record-corrections?view=all')).json()).toMatchObject({ rows: [], total: 0, counts: { open: 0 } })
      expect((await stranger('GET', '/api/record-corrections.csv?view=all')).body).not.toContain('吴敏')
      expect((await stranger('GET', `/api/requests/${id}/record-corrections`)).statusCode).toBe(404)
      expect((await stranger('POST', '/api/record-corrections', wished())).statusCode).not.toBe(200)
    }) // prettier-ignore

    it('take evidence that is what it says, and open it with the identity', async () => {
      const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
      const send = (name: string, bytes: Buffer, headers: object) => {
        const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`
        const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')])
        return office.app.inject({ method: 'POST', url: `/api/record-corrections/${recordId}/evidence`, payload, headers: { ...headers, 'content-type': 'multipart/form-data; boundary=edge' } })
      }
      const own = office.headersOf('information-officer', otherBureau)
      expect((await send('学籍证明.png', png, own)).statusCode).toBe(200)
      expect((await send('网页.png', Buffer.from('<html></html>'), own)).json()).toMatchObject({ status: 422, reasons: [{ sentence: '只收 JPG、PNG 图片或者 PDF 文件，请另选文件。' }] })
      expect((await send('学籍证明.png', png, office.headersOf('information-officer', ownBureau))).statusCode).toBe(404)
      const opened = await office.as('information-officer', otherBureau)('POST', `/api/record-corrections/${recordId}/identity-looks`, { reason: '核对证据' })
      expect(opened.json()).toMatchObject({ documentNumber: '110101199003078515', files: [{ kind: '证据', name: '学籍证明.png' }] })
    }) // prettier-ignore

    it('lead to a letter on paper', async () => {
      const [officer, leader] = [office.as('information-officer', otherBureau), office.as('leader-in-charge', otherBureau)]
      const step = (hand: typeof officer, name: string, seen: number, input: object) => hand('POST', `/api/record-corrections/${recordId}/steps`, { step: name, seen, input })
      expect((await step(officer, 'examine', 1, { text: '属实', day: '2026-11-20' })).statusCode).toBe(200)
      expect((await step(leader, 'correct', 2, { text: '更正为“在读”。' })).statusCode).toBe(200)
      expect((await officer('GET', `/api/record-corrections/${recordId}/letter/pdf`)).statusCode).toBe(404)
      expect((await step(officer, 'issue-letter', 3, {})).statusCode).toBe(200)
      for (const form of ['pdf', 'word', 'receipt']) expect([form, (await officer('GET', `/api/record-corrections/${recordId}/letter/${form}`)).statusCode]).toEqual([form, 200])
    }) // prettier-ignore
  })

  it('have the legality review set by the office of the unit itself', async () => {
    const url = `/api/legality-reviews/${otherBureau}`
    for (const method of ['GET', 'PUT'])
      expect((await office.as('disclosure-office', ownBureau)(method, url, method === 'PUT' ? { wanted: true } : undefined)).statusCode).toBe(404)
    const own = office.as('disclosure-office', otherBureau)
    expect((await own('GET', url)).json()).toMatchObject({ wish: null, reviewers: ['legal-reviewer.other'] })
    expect((await own('PUT', url, { wanted: true })).json()).toEqual({ wanted: true })
    expect((await own('GET', url)).json()).toMatchObject({ wish: { setByName: 'disclosure-office.other' } })
    expect((await own('PUT', url, { wanted: false })).json()).toEqual({ wanted: false })
  })

  it('take what is suggested to become public and the decision on it, from the bureau itself', async () => {
    const [officer, stranger] = [office.as('information-officer', otherBureau), office.as('information-officer', ownBureau)]
    const proposal = `/api/requests/${id}/proposal`
    expect((await officer('GET', proposal)).json()).toMatchObject({ proposal: null, mayDecide: true, draft: { title: '学区划分依据', text: '' } })
    expect((await stranger('POST', proposal, { text: '申请人建议' })).statusCode).toBe(404)
    expect((await officer('POST', proposal, { text: '申请人建议' })).statusCode).toBe(200)
    expect((await officer('GET', '/api/request-proposals')).json()).toMatchObject({
      rows: [{ requestId: id, state: 'open', suggested: '申请人建议', alike: 1, mayDecide: true, mayEnter: false }],
      counts: { open: 1, accepted: 0, declined: 0, entry: 0 },
    })
    expect((await stranger('GET', '/api/request-proposals?view=all')).json()).toMatchObject({ rows: [], total: 0, counts: { open: 0 } })
    expect((await stranger('GET', proposal)).statusCode).toBe(404)
    const body = { title: '学区划分依据', summary: '', text: '', entryId: null, wished: null, fileIds: [] }
    expect((await stranger('PUT', `${proposal}/acceptance`, body)).statusCode).toBe(404)
    expect((await officer('PUT', `${proposal}/refusal`, { reason: '还没有答复' })).statusCode).toBe(200)
    expect((await officer('PUT', `${proposal}/acceptance`, { ...body, title: '吴敏的学区' })).json()).toMatchObject({
      reasons: [{ sentence: '拟公开的文字里有申请人的姓名或者名称，请删去后再采纳。' }],
    })
    const { editionId } = (await officer('PUT', `${proposal}/acceptance`, body)).json<{ editionId: string }>()
    expect((await officer('GET', `/api/editions/${editionId}`)).body).not.toMatch(/吴敏|SQ2026/)
    expect((await officer('GET', proposal)).json()).toMatchObject({ proposal: { state: 'accepted', editionId, published: false } })
    expect((await office.as('disclosure-office', ownBureau)('PUT', `${proposal}/entry`, { field: '义务教育', name: '学区划分' })).statusCode).toBe(404)
  })

  it('open the identity for the handler, and not for an inspector', async () => {
    expect((await office.as('inspector', ownBureau)('POST', `/api/requests/${id}/identity-looks`, { reason: '检查' })).statusCode).toBe(403)
    const opened = await office.as('information-officer', otherBureau)('POST', `/api/requests/${id}/identity-looks`, { reason: '邮寄答复' })
    expect(opened.json()).toMatchObject({ name: '吴敏', documentNumber: '110101199003078515' })
    expect((await sheetOf()).looks.map(({ reason }) => reason)).toEqual(['邮寄答复'])
  })

  it('refuse with every reason under its field, and a stale view with 409', async () => {
    const officer = office.as('information-officer', otherBureau)
    const poor = await officer('POST', '/api/requests', asked({ identity: { name: '', documentNumber: '' } }))
    expect(poor.statusCode).toBe(422)
    expect(poor.json<{ reasons: { field: string }[] }>().reasons.map(({ field }) => field)).toEqual([
      'identity.name',
      'identity.documentNumber',
      'identity.phone',
    ])
    expect((await officer('POST', `/api/requests/${id}/steps`, { step: 'close', seen: 9, input: {} })).statusCode).toBe(409)
    const early = await officer('POST', `/api/requests/${id}/steps`, { step: 'close', seen: 1, input: {} })
    expect(early.json()).toMatchObject({ status: 422, reasons: [{ sentence: '“办理中”状态下不能办理“办结”，请刷新页面查看最新状态。' }] })
  })

  it.each([
    asked({ arrivedOn: '2026-02-30' }),
    asked({ id: "1'; drop table requests.application" }),
    asked({ channel: '__proto__' }),
    asked({ applicantKind: 'toString' }),
    asked({ description: 'x'.repeat(5001) }),
    asked({ subject: { $ne: '' } }),
    asked({ identity: [] }),
  ])('take nothing of a wrong shape %#', async (body) => {
    expect((await office.as('information-officer', otherBureau)('POST', '/api/requests', body)).statusCode).toBe(422)
  })

  it('keep script as text', async () => {
    const script = '<script>alert(1)</script>'
    const made = await office.as('information-officer', otherBureau)(
      'POST',
      '/api/requests',
      asked({ subject: script, identity: { name: script, documentNumber: 'x1', phone: script } }),
    )
    const { id: other } = made.json<{ id: string }>()
    expect((await office.as('information-officer', otherBureau)('GET', `/api/requests/${other}`)).json()).toMatchObject({
      subject: script,
      applicantName: script,
    })
  })
})
