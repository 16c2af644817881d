// The gate's own routes through the real server: the list of wrong words goes out and comes back, and findings show only what one may see.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { FindingsAnswer } from '../../disclosure/http/gate-contract.ts'
import type { WordRow } from './contract.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-gate-'))
  office = await openOfficeCast(database, folder)
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const administrator = () => office.as('system-administrator')

async function load(csv: string, apply: boolean): Promise<{ added: number; changed: number; same: number; refused: { row: number; sentence: string }[] }> {
  const line = 'a-line-between'
  const part = (head: string, body: string): string => `--${line}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  const payload = `${part('name="apply"', String(apply))}${part('name="file"; filename="words.csv"', csv)}--${line}--\r\n`
  const headers = { ...office.headersOf('system-administrator'), 'content-type': `multipart/form-data; boundary=${line}` }
  const answer = await office.app.inject({ method: 'POST', url: '/api/gate-word-imports', payload, headers })
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, ''])
  return answer.json()
}

describe('wrong words', () => {
  it('are found, changed, ended, and told of in sentences when they cannot be', async () => {
    const found = await administrator()('GET', `/api/gate-words?q=${encodeURIComponent('布署')}`)
    expect(found.json<{ rows: WordRow[] }>().rows).toMatchObject([{ wrong: '布署', right: '部署', starting: true }])
    const refused = await administrator()('PUT', '/api/gate-words', { wrong: '青蓝县', right: '青蓝县', severity: 'error' })
    expect([refused.statusCode, refused.json()]).toMatchObject([422, { reasons: [{ sentence: '错误写法和正确写法相同，请核对。' }] }])
    expect((await administrator()('PUT', '/api/gate-words', { wrong: '青蓝县', right: '青岚县', severity: 'error' })).statusCode).toBe(200)
    const tried = await administrator()('POST', '/api/gate-word-trials', { text: '在青蓝县布署工作' })
    expect(tried.json<{ rows: unknown[] }>().rows).toMatchObject([{ match: '青蓝县', suggestion: '青岚县' }, { match: '布署' }])
    expect((await administrator()('PUT', '/api/gate-word-endings', { wrong: '青蓝县', ended: true })).statusCode).toBe(200)
    const ended = await administrator()('GET', '/api/gate-words?origin=ended')
    expect(ended.json<{ rows: WordRow[] }>().rows.map(({ wrong }) => wrong)).toEqual(['青蓝县'])
  })

  it('go out as CSV and Excel, and come back without a change', async () => {
    const csv = await administrator()('GET', '/api/gate-words.csv')
    expect(csv.body.split('\r\n')[0]).toBe('\uFEFF错误写法,正确写法,例外,程度,备注')
    expect(await load(csv.body, false)).toMatchObject({ added: 0, changed: 0, refused: [] })
    expect(await load('错误写法,正确写法\n新错词,新对词\n错,对\n', true)).toMatchObject({
      added: 1,
      refused: [{ row: 3, sentence: '错误写法应为2至20个字。' }],
    })
    expect(await load('错误写法,正确写法\n新错词,新对词\n', true)).toMatchObject({ added: 0, same: 1 })
    const sheet = await administrator()('GET', '/api/gate-words.xlsx')
    expect(sheet.rawPayload.subarray(0, 2).toString('latin1')).toBe('PK')
  })

  it('are not for whoever only looks', async () => {
    expect((await office.as('inspector')('GET', '/api/gate-words')).statusCode).toBe(403)
  })
})

describe('findings', () => {
  it('show their letters while the text is in work, to whoever may read it and to nobody else', async () => {
    const bodyHtml = '<p>身份证号431222197608140039。</p>'
    const made = await office.as('information-officer')('POST', '/api/editions', { unitId: ownBureau, content: { title: '名单', bodyHtml } })
    const { editionId } = made.json<{ editionId: string }>()
    const answer = await office.as('information-officer')('GET', `/api/editions/${editionId}/findings`)
    const { rows, counts } = answer.json<FindingsAnswer>()
    const found = rows.find((row) => row.kind === 'identity')
    expect(found).toMatchObject({ match: '431222197608140039', masked: '43*************039', stands: true, waivable: false })
    expect(found?.closedBecause[0]?.sentence).toBe('“个人信息”由保密审查员说明理由后放行。')
    expect(found?.excerpt).not.toContain('431222197608140039')
    expect(counts.errors).toBeGreaterThan(0)
    const listed = await office.as('information-officer')('GET', '/api/editions?findings=error')
    expect(listed.json<{ rows: { editionId: string }[] }>().rows.map((row) => row.editionId)).toEqual([editionId])
    expect((await office.as('information-officer', otherBureau)('GET', `/api/editions/${editionId}/findings`)).statusCode).toBe(404)
    const foreign = await office.as('secrecy-reviewer', otherBureau)('POST', `/api/editions/${editionId}/waivers`, {
      fingerprint: found?.fingerprint,
      reason: '本人书面同意',
    })
    expect(foreign.statusCode).toBe(404)
  })
})
