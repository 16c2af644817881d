// The check of a report through the real server: findings and marked text come back, nothing is kept, and only those who may are let in.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { AnswerOf } from '../../../kernel/contract.ts'
import type { Role } from '../../access/law/permissions.ts'
import { corpus } from '../corpus/corpus.ts'
import { printed } from '../corpus/print.ts'
import type { postReportCheck } from './contract.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-reports-'))
  office = await openOfficeCast(database, folder)
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const edge = 'a-line-between'

function offer(role: Role, ...files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<LightMyRequestResponse> {
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
  const headers = { ...office.headersOf(role, ownBureau), 'content-type': `multipart/form-data; boundary=${edge}` }
  return office.app.inject({ method: 'POST', url: '/api/report-checks', payload: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]), headers })
}

const text = (name: string, ...lines: string[]): { name: string; bytes: Buffer } => ({ name, bytes: Buffer.from(lines.join('\n\n')) })

describe('a report in the office', () => {
  it('comes back with what is wrong, and its text with the letters marked', async () => {
    const answer = await offer('information-officer', text('总结.txt', '青岚县水利局2016年工作总结', '重点抓好五项工作：一是建设；二是管理。'))
    expect(answer.statusCode).toBe(200)
    const report = answer.json<AnswerOf<typeof postReportCheck>>()
    expect(report).toMatchObject({ title: '青岚县水利局2016年工作总结', unit: '青岚县水利局', year: 2016, generation: null, form: null, cells: 0 })
    expect(report.findings).toMatchObject([{ severity: 'error', code: 'items-announced', expected: '2', found: '五项' }])
    expect(report.paragraphs).toEqual([
      {
        heading: false,
        pieces: [
          { text: '重点抓好', finding: null },
          { text: '五项', finding: 0 },
          { text: '工作：一是建设；二是管理。', finding: null },
        ],
      },
    ])
  })

  it('is told by its form, with the tables that were read', async () => {
    const paper = corpus.find((one) => one.name === 'clean-c-city')
    if (!paper) throw new Error('no such paper')
    const report = (await offer('disclosure-office', await printed(paper, 'docx'))).json<AnswerOf<typeof postReportCheck>>()
    expect(report).toMatchObject({ generation: 'C', form: '2021年格式', year: 2023, publishedOn: '2024-03-20', cells: 200, findings: [] })
    expect(report.tables.map(({ rows }) => rows)).toEqual([6, 25, 3])
  })

  it('is refused in words where it cannot be read', async () => {
    const empty = await offer('section-head', { name: '空.txt', bytes: Buffer.from('') })
    expect([empty.statusCode, empty.json()]).toMatchObject([422, { reasons: [{ sentence: '文件是空的，请检查是否选错了文件。' }] }])
    const picture = await offer('section-head', { name: '扫描.gif', bytes: Buffer.from('GIF89a') })
    expect(picture.json()).toMatchObject({ title: '不能读取这种文件：请另存为网页（HTML）、纯文本（TXT）、Word（DOCX）或者有文字层的 PDF。' })
    const two = await offer('section-head', text('甲.txt', '甲'), text('乙.txt', '乙'))
    expect([two.statusCode, two.json()]).toMatchObject([422, { title: '请选择一份报告，一次检查一个文件。' }])
  })

  it('is not for administrators of the system', async () => {
    expect((await offer('system-administrator', text('甲.txt', '甲'))).statusCode).toBe(403)
    expect((await offer('secrecy-reviewer', text('甲.txt', '甲'))).statusCode).toBe(403)
  })
})
