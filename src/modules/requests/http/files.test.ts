// Files of an application through the real server: upload, redaction and download for its own people, nothing for another bureau.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Role } from '../../access/law/permissions.ts'
import { testPdf } from '../../../platform/documents/read/fixtures.ts'
import type { RedactionSheet, RequestFiles } from './file-contract.ts'

const identity = '440524188001010014'
const line = `申请人李晓棠，身份证号${identity}。`
let database: FreshDatabase
let folder: string
let office: OfficeCast
let id: string

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  office = await openOfficeCast(database, folder)
  const made = await office.as('information-officer', otherBureau)('POST', '/api/requests', {
    id: randomUUID(), unitId: otherBureau, channel: 'counter', arrivedOn: '2026-11-19', applicantKind: 'person',
    identity: { name: '吴敏', documentNumber: '110101199003078515', address: '幸福路1号' },
    subject: '学区划分依据', description: '会议纪要', wishedForm: 'paper', delivery: 'post',
  }) // prettier-ignore
  expect(made.statusCode, made.body).toBe(200)
  id = made.json<{ id: string }>().id
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

function upload(role: Role, bureau: string, name: string, bytes: Buffer): Promise<LightMyRequestResponse> {
  const edge = 'gongkai-test-boundary'
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  const headers = { ...office.headersOf(role, bureau), 'content-type': `multipart/form-data; boundary=${edge}` }
  return office.app.inject({ method: 'POST', url: `/api/requests/${id}/files`, headers, payload })
}

const officer = () => office.as('information-officer', otherBureau)
const listed = async (): Promise<RequestFiles> => (await officer()('GET', `/api/requests/${id}/files`)).json<RequestFiles>()
const addressOf = async (name: string): Promise<string> => `/api/requests/${id}/files/${(await listed()).files.find((one) => one.name === name)?.fileId}`

describe('the routes of files', () => {
  it('carry a file from upload over redaction to the answer', async () => {
    expect((await upload('information-officer', otherBureau, '纪要.txt', Buffer.from(`${line}\n同意公开其余内容`))).json()).toEqual({ added: 1, refused: [] })
    const at = await addressOf('纪要.txt')
    const sheet = (await officer()('GET', `${at}/redaction`)).json<RedactionSheet>()
    expect(sheet.paragraphs).toEqual([{ place: '正文', text: line }, { place: '正文', text: '同意公开其余内容' }])
    expect(sheet.suggestions).toEqual([{ text: identity, what: '公民身份号码', places: [0] }])
    const ground = 'third-party-rights'
    const body = { marks: [{ mark: { in: 'paragraph', paragraph: 0, from: 3, to: 6 }, ground }], texts: [{ text: identity, ground }] }
    const made = await officer()('POST', `${at}/redactions`, body)
    expect(made.statusCode, made.body).toBe(200)
    const copy = made.json<{ fileId: string }>().fileId
    expect((await office.as('inspector', ownBureau)('GET', `/api/requests/${id}/files/${copy}`)).body).toBe('申请人████，身份证号████。\n同意公开其余内容')
    expect((await listed()).files.at(-1)?.copy?.passages).toEqual([{ place: '第1段', ground }, { place: '全文', ground }])
    expect((await officer()('PUT', `/api/requests/${id}/files/${copy}/enclosure`, { declaration: '', looked: false })).statusCode).toBe(200)
    expect((await listed()).files.at(-1)?.enclosure).toMatchObject({ declaration: '' })
    const { rows } = await sql<{ told: string }>`select string_agg(audit::text, ' ') as told from access.audit audit`.execute(database.db)
    expect(rows[0]?.told).toContain(copy)
    expect(rows[0]?.told).not.toContain(identity)
  }) // prettier-ignore

  it('show a page of a PDF as a picture, and say in words why nothing can be redacted', async () => {
    await upload('section-head', otherBureau, '一页.pdf', testPdf([[{ text: '甲乙丙' }]]))
    await upload('section-head', otherBureau, '照片.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'))
    const [page, photograph] = [await addressOf('一页.pdf'), await addressOf('照片.png')]
    expect((await officer()('GET', `${page}/redaction`)).json<RedactionSheet>().pages).toMatchObject([{ hasText: true }])
    const picture = await officer()('GET', `${page}/pages/0`)
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png'])
    expect((await officer()('GET', `${page}/pages/1`)).statusCode).toBe(404)
    const refused = await officer()('GET', `${photograph}/redaction`)
    expect(refused.json()).toMatchObject({ status: 422, reasons: [{ sentence: '这种文件不能遮盖。请转为 PDF、docx 或者纯文本后上传。' }] })
  }) // prettier-ignore

  it.each(['information-officer', 'section-head', 'secrecy-reviewer', 'leader-in-charge', 'main-leader'] as const)(
    'do not exist for a %s of another bureau',
    async (role) => {
      const at = await addressOf('纪要.txt')
      const stranger = office.as(role, ownBureau)
      const tried = [
        await stranger('GET', `/api/requests/${id}/files`),
        await stranger('GET', at),
        await stranger('DELETE', at),
        await stranger('GET', `${at}/redaction`),
        await stranger('GET', `${at}/pages/0`),
        await stranger('POST', `${at}/redactions`, { marks: [], texts: [{ text: '申请人', ground: 'process' }] }),
        await stranger('PUT', `${at}/enclosure`, { declaration: '', looked: true }),
        await stranger('DELETE', `${at}/enclosure`),
        await upload(role, ownBureau, '甲.txt', Buffer.from('甲')),
      ]
      for (const answer of tried) {
        expect([403, 404], answer.body).toContain(answer.statusCode)
        expect(answer.body).not.toContain('李晓棠')
      }
    },
  )

  it('let those who read and do not handle look, and no more', async () => {
    const at = await addressOf('纪要.txt')
    const reviewer = office.as('secrecy-reviewer', otherBureau)
    expect((await reviewer('GET', at)).body).toContain('李晓棠')
    expect((await reviewer('GET', `/api/requests/${id}/files`)).json()).toMatchObject({ mayHandle: false, mayEnclose: false, mayDelete: false })
    for (const answer of [await reviewer('DELETE', at), await reviewer('GET', `${at}/redaction`), await reviewer('PUT', `${at}/enclosure`, {})])
      expect(answer.statusCode).toBe(403)
  })
})
