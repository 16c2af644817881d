// Years before Gongkai and what comes out of a report, through the real server: kept with what was corrected, shown as a table and a file, and closed to who does not reach the unit.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { AnswerOf } from '../../../kernel/contract.ts'
import type { Role } from '../../access/law/permissions.ts'
import { corpus } from '../corpus/corpus.ts'
import { printed } from '../corpus/print.ts'
import type { getReportYears, listReportYears } from './history-contract.ts'
import type { getReportPublication } from './output-contract.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
let file: { name: string; bytes: Buffer }
let reportId = ''

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-history-'))
  office = await openOfficeCast(database, folder)
  const paper = corpus.find((one) => one.name === 'clean-c-water')
  if (!paper) throw new Error('no such paper')
  file = await printed(paper, 'docx')
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const edge = 'a-line-between'

function keep(role: Role, bureau: string, change: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> {
  const fields = { unitId: ownBureau, year: '2022', scope: 'own', corrections: '[]', ...change }
  const parts = [
    ...Object.entries(fields).map(([name, value]) => Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\n\r\n`),
    file.bytes,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ]
  const headers = { ...office.headersOf(role, bureau), 'content-type': `multipart/form-data; boundary=${edge}` }
  return office.app.inject({ method: 'POST', url: '/api/report-history', payload: Buffer.concat(parts), headers })
}

const get = (url: string, role: Role = 'information-officer', bureau = ownBureau): Promise<LightMyRequestResponse> => office.as(role, bureau)('GET', url)
const sentences = (answer: LightMyRequestResponse): string[] => answer.json<{ reasons: { sentence: string }[] }>().reasons.map(({ sentence }) => sentence)

describe('the history of a unit', () => {
  it('is kept by the office that collects for it, and by nobody else', async () => {
    expect((await keep('information-officer', ownBureau)).statusCode).toBe(403)
    expect((await keep('disclosure-office', otherBureau)).statusCode).toBe(404)
    const kept = await keep('disclosure-office', ownBureau, { corrections: JSON.stringify([{ key: 'fees', written: '0.35', reason: '按财政决算' }]) })
    expect(kept.statusCode).toBe(200)
    reportId = kept.json<{ reportId: string }>().reportId
  })

  it('is not kept with corrections that cannot be read or say no reason, nor twice without one', async () => {
    expect((await keep('disclosure-office', ownBureau, { corrections: 'none' })).statusCode).toBe(422)
    const silent = await keep('disclosure-office', ownBureau, { year: '2021', corrections: JSON.stringify([{ key: 'fees', written: '1', reason: '' }]) })
    expect(sentences(silent)).toEqual(['改为“1”的数字请写明原因。'])
    expect(sentences(await keep('disclosure-office', ownBureau))).toEqual(['这个单位这一年已经登记过报告；要用这份文件替换，请写明原因，原来的登记会保留。'])
  })

  it('lists the units within reach, a page at a time, with at least eight years', async () => {
    const list = (await get('/api/report-history?size=1', 'disclosure-office')).json<AnswerOf<typeof listReportYears>>()
    expect([list.total, list.years]).toEqual([1, [2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018]])
    const year = { year: 2022, scope: 'own', origin: 'taken-over', state: 'accepted', reportId, isPublic: false }
    expect(list.rows).toEqual([{ unitId: ownBureau, unitName: '县教育局', mayTakeOver: true, years: [year] }])
    const others = (await get('/api/report-history', 'information-officer', otherBureau)).json<AnswerOf<typeof listReportYears>>()
    expect(others.rows).toEqual([{ unitId: otherBureau, unitName: '县财政局', mayTakeOver: false, years: [] }])
    expect((await get('/api/report-history?words=财政')).json()).toMatchObject({ total: 0, rows: [] })
  })

  it('shows each figure through the years, on the page and as CSV', async () => {
    const shown = (await get(`/api/report-history/${ownBureau}`)).json<AnswerOf<typeof getReportYears>>()
    expect(shown).toMatchObject({
      unitName: '县教育局',
      years: [
        { year: 2022, origin: 'taken-over', generation: 'C', file: { name: file.name }, corrected: [{ key: 'fees', reason: '按财政决算（文件中为“0”）' }] },
      ],
    })
    expect(shown.rows.find(({ key }) => key === 'newReceived.total')?.figures).toEqual(['15'])
    expect((await get(`/api/report-history/${ownBureau}?scope=region`)).json()).toMatchObject({ years: [], rows: [] })
    const csv = await get(`/api/report-history/${ownBureau}/figures.csv`)
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.body.split('\r\n').find((line) => line.includes('fees'))).toMatch(/fees"?,"?0\.35"?$/)
  })

  it('hands out the file as it was brought', async () => {
    const answer = await get(`/api/report-history-files/${reportId}`)
    expect([answer.statusCode, answer.rawPayload.equals(file.bytes)]).toEqual([200, true])
  })

  it('hands out a report in each form, and tells whether it is public', async () => {
    const csv = await get(`/api/reports/${reportId}/files/csv`)
    expect([csv.statusCode, csv.body.includes('0.35')]).toEqual([200, true])
    const publication = (await get(`/api/reports/${reportId}/publication`)).json<AnswerOf<typeof getReportPublication>>()
    expect(publication).toMatchObject({ publishBy: null, late: false, draft: null, published: null, mayDraft: false })
    expect(publication.whyNot).not.toBe('')
  })

  it('hands it out with a red head where that is asked for', async () => {
    const heads = async (query: string): Promise<number> => {
      const { rawPayload } = await get(`/api/reports/${reportId}/files/docx${query}`)
      const { 'word/document.xml': document = new Uint8Array() } = unzipSync(rawPayload)
      return Buffer.from(document).toString('utf8').split('<w:color w:val="D3261E"/>').length - 1
    }
    expect([await heads(''), await heads('?redHead=false'), await heads('?redHead=true')]).toEqual([0, 0, 1])
    expect((await get(`/api/reports/${reportId}/files/docx?redHead=maybe`)).statusCode).toBe(422)
  })

  it('is found by nobody who does not reach the unit, nor without signing in', async () => {
    const addresses = [
      `/api/report-history/${ownBureau}`,
      `/api/report-history/${ownBureau}/figures.csv`,
      `/api/report-history-files/${reportId}`,
      `/api/reports/${reportId}/files/pdf`,
      `/api/reports/${reportId}/publication`,
    ]
    for (const address of addresses) {
      expect([address, (await get(address, 'disclosure-office', otherBureau)).statusCode, (await office.nobody('GET', address)).statusCode]).toEqual([
        address,
        404,
        401,
      ])
    }
    const draft = await office.as('information-officer', otherBureau)('POST', `/api/reports/${reportId}/draft`, { version: 1 })
    expect(draft.statusCode).toBe(404)
  })
})
