// The table of cited documents through the real server: what the administrator changes holds for the next check.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { codesOf, county, layCounty } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { AnswerOf } from '../../../kernel/contract.ts'
import { endCitedDocument } from '../actions/keep-cited-document.ts'
import type { listCitedDocuments } from './citation-contract.ts'
import type { postReportCheck } from './contract.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-citations-'))
  office = await openOfficeCast(database, folder)
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const administrator = () => office.as('system-administrator')
const said = '按照《青岚县政务公开办法》（青政发〔2026〕9号）的要求，全年公开信息12条。'

async function foundIn(text: string): Promise<readonly string[]> {
  const edge = 'a-line-between'
  const payload = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="总结.txt"\r\n\r\n青岚县水利局2025年工作总结\n\n${text}\r\n--${edge}--\r\n`
  const headers = { ...office.headersOf('disclosure-office'), 'content-type': `multipart/form-data; boundary=${edge}` }
  const answer = await office.app.inject({ method: 'POST', url: '/api/report-checks', payload, headers })
  return answer.json<AnswerOf<typeof postReportCheck>>().findings.map(({ code, expected }) => `${code} ${expected}`)
}

describe('the table of cited documents', () => {
  it('judges nothing that it does not know, and what was entered from the next check on', async () => {
    expect(await foundIn(said)).toEqual([])
    const kept = await administrator()('PUT', '/api/cited-documents', { number: '青政发[2026]3号', title: '青岚县政务公开办法', words: ['政务公开办法'] })
    expect([kept.statusCode, kept.json()]).toEqual([200, { number: '青政发〔2026〕3号' }])
    expect(await foundIn(said)).toEqual(['citation-differs 青政发〔2026〕3号'])

    const own = (await administrator()('GET', '/api/cited-documents?view=own')).json<AnswerOf<typeof listCitedDocuments>>()
    expect(own).toMatchObject({ total: 1, rows: [{ number: '青政发〔2026〕3号', starting: false }] })
    expect((await administrator()('PUT', '/api/cited-document-endings', { number: '青政发〔2026〕3号', ended: true })).statusCode).toBe(200)
    expect(await foundIn(said)).toEqual([])
    const csv = await administrator()('GET', '/api/cited-documents.csv?view=ended')
    expect(csv.body).toBe('\uFEFF文号,标题,标题用语,停用\r\n青政发〔2026〕3号,青岚县政务公开办法,政务公开办法,是\r\n')
  })

  it('says in words what is wrong with an entry, and is not for who writes reports', async () => {
    const refused = await administrator()('PUT', '/api/cited-documents', { number: '三号文', title: '办法', words: ['办法'] })
    expect([refused.statusCode, refused.json()]).toMatchObject([422, { reasons: [{ sentence: '没有认出文号，请按“国办发〔2016〕19号”的样子填写。' }] }])
    expect((await office.as('information-officer')('GET', '/api/cited-documents')).statusCode).toBe(403)
  })

  it('ends only what is there', async () => {
    const other = await freshDatabase()
    await layCounty(other)
    const by = await county(other).by('gong')
    expect(codesOf(await other.transaction((tx) => endCitedDocument(tx, by, '青政发〔2026〕3号', true)))).toEqual(['cited-document-not-found'])
    await other.close()
  })
})
