// The ledger through the real server: entered with a photograph, opened from a figure, closed to other bureaus.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from '../../../../test/access/office-cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Role } from '../../access/law/permissions.ts'
import { putPublic } from '../fixtures.ts'

let database: FreshDatabase
let folder: string
let office: OfficeCast
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'))
  office = await openOfficeCast(database, folder)
}, 60_000)
afterAll(async () => {
  await office.app.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const answered = (response: LightMyRequestResponse, status = 200): LightMyRequestResponse => {
  expect([response.statusCode, response.statusCode === status ? '' : response.body]).toEqual([status, ''])
  return response
}
const as = (role: Role, bureau = ownBureau) => office.as(role, bureau)
const board = { channel: 'notice-board', shownOn: '2026-11-19', place: '办事大厅公开栏' }
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

function photograph(entryIds: string): Promise<LightMyRequestResponse> {
  const boundary = 'gongkai-test-boundary'
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="entryIds"\r\n\r\n${entryIds}\r\n`),
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="公开栏.png"\r\nContent-Type: image/png\r\n\r\n`),
    png,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const headers = { ...office.headersOf('information-officer'), 'content-type': `multipart/form-data; boundary=${boundary}` }
  return office.app.inject({ method: 'POST', url: '/api/channel-evidence', headers, payload })
}

describe('the ledger of a bureau', () => {
  it('takes an entry with its photograph, shows it, counts it once and opens the figure', async () => {
    const documentId = await putPublic(database.db, { unitId: ownBureau, listedAt: '2026-10-08T02:00:00Z', title: '关于发放取暖补贴的公告' })
    const entered = answered(
      await as('information-officer')('POST', '/api/channel-entries', { pieceIds: [documentId], appearances: [board, { ...board, channel: 'led' }] }),
    )
    const { entryIds } = entered.json<{ entryIds: string[] }>()
    expect(entryIds.length).toBe(2)
    expect(answered(await photograph(entryIds.join(','))).json()).toEqual({ added: 2, refused: [] })

    const sheet = answered(await as('section-head')('GET', `/api/channel-entries/${entryIds[0]}`)).json<{
      title: string
      mayChange: boolean
      evidenceFiles: { evidenceId: string }[]
      history: { title: string; notes: string[] }[]
    }>()
    expect([sheet.title, sheet.mayChange, sheet.history.map(({ title }) => title)]).toEqual(['关于发放取暖补贴的公告', false, ['补充佐证', '登记']])
    const file = answered(await as('section-head')('GET', `/api/channel-entries/${entryIds[0]}/evidence/${sheet.evidenceFiles[0]?.evidenceId}`))
    expect([file.rawPayload.equals(png), file.headers['content-type']]).toEqual([true, 'image/png'])

    const span = 'from=2026-01-01&until=2026-12-31'
    const figures = answered(await as('main-leader')('GET', `/api/channel-figures?${span}`)).json<{ distinct: number; by: object; first: object }>()
    expect([figures.distinct, figures.by, figures.first]).toEqual([1, { website: 1, 'notice-board': 1, led: 1 }, { website: 1 }])
    const rows = answered(await as('main-leader')('GET', `/api/channel-figures/rows?${span}&metric=published-by-channel&channels=led`)).json<{
      total: number
    }>()
    expect(rows.total).toBe(1)
    expect(answered(await as('main-leader')('GET', `/api/channel-figures.csv?${span}`)).body).toContain('合计（不同渠道和方式公开相同信息计1条）,1,0,1,0,0,0')
    expect(answered(await as('inspector')('GET', '/api/channel-entries.csv')).body).toContain('关于发放取暖补贴的公告')
    const channels = answered(await as('section-head')('GET', `/api/documents/${documentId}/channels`)).json<{
      website: { shownOn: string }
      entries: unknown[]
      mayEnter: boolean
    }>()
    expect([channels.website.shownOn, channels.entries.length, channels.mayEnter]).toEqual(['2026-10-08', 2, false])
  })

  it('refuses in words, under the field', async () => {
    const documentId = await putPublic(database.db, { unitId: ownBureau, listedAt: '2026-10-09T02:00:00Z' })
    const post = (body: object) => as('information-officer')('POST', '/api/channel-entries', { pieceIds: [documentId], ...body })
    const ahead = answered(await post({ appearances: [{ ...board, shownOn: '2026-11-21' }] }), 422).json<{ reasons: { field: string; sentence: string }[] }>()
    expect(ahead.reasons).toEqual([expect.objectContaining({ field: 'appearances.0.shownOn', sentence: '公开日期不能晚于今天：等信息公开栏公开以后再登记。' })])
    answered(await post({ appearances: [{ ...board, channel: 'website' }] }), 422)
    answered(await post({ appearances: [] }), 422)
    answered(await post({ appearances: [board] }))
    const twice = answered(await post({ appearances: [board] }), 422).json<{ code: string }>()
    expect(twice.code).toBe('entry-twice')
    for (const [query, status] of [
      ['from=2026-13-01&until=2026-12-31', 422],
      ['from=2026-01-01', 422],
      ["from=2026-01-01&until=2026-12-31&channels=x';--", 422],
    ] as const)
      answered(await as('inspector')('GET', `/api/channel-figures/rows?${query}`), status)
  })

  it('makes other forms of a public text, and a sheet for the wall', async () => {
    const documentId = await putPublic(database.db, {
      unitId: ownBureau,
      listedAt: '2026-10-11T02:00:00Z',
      title: '关于停水的通知',
      html: '<p>定于10月12日8:00至12:00停水。</p>',
    })
    const forms = answered(await as('information-officer')('GET', `/api/documents/${documentId}/forms?blogLimit=100&columns=12`)).json<{
      address: string
      microBlog: { text: string }
      led: { lines: string[] }
      script: { text: string }
      wechat: { html: string }
    }>()
    expect(forms.address).toBe(`/documents/${documentId}`)
    expect(forms.microBlog.text).toBe(`【关于停水的通知】定于10月12日8:00至12:00停水。全文：/documents/${documentId}`)
    expect(forms.led.lines).toContain('定于10月12日8:00')
    expect(forms.script.text).toContain('定于十月十二日八点整至十二点整停水。')
    expect(forms.wechat.html).toContain('<img src="data:image/svg+xml;base64,')
    const sheet = answered(await as('information-officer')('GET', `/api/documents/${documentId}/wall-sheet?paper=a2`))
    expect([sheet.headers['content-type'], sheet.rawPayload.subarray(0, 4).toString()]).toEqual(['application/pdf', '%PDF'])
    // A2 in points
    expect(sheet.rawPayload.toString('latin1')).toMatch(/MediaBox\s*\[0 0 1190\.5\d* 1683\.7\d*\]/)
    answered(await as('information-officer')('GET', `/api/documents/${ownBureau}/forms`), 422)
  })

  it('does not exist for another bureau', async () => {
    const documentId = await putPublic(database.db, { unitId: ownBureau, listedAt: '2026-10-10T02:00:00Z', title: '取暖补贴花名册更正' })
    const entered = answered(await as('information-officer')('POST', '/api/channel-entries', { pieceIds: [documentId], appearances: [board] }))
    const [entryId] = entered.json<{ entryIds: string[] }>().entryIds
    const stranger = as('information-officer', otherBureau)
    answered(await stranger('GET', `/api/channel-entries/${entryId}`), 404)
    answered(await stranger('PUT', `/api/channel-entries/${entryId}`, { ...board, version: 1, reason: '试' }), 404)
    answered(await stranger('PUT', `/api/channel-entries/${entryId}/strike`, { reason: '试' }), 404)
    answered(await stranger('GET', `/api/documents/${documentId}/channels`), 404)
    answered(await stranger('POST', '/api/channel-entries', { pieceIds: [documentId], appearances: [{ ...board, channel: 'led' }] }), 403)
    expect((await stranger('GET', '/api/channel-entries')).body).not.toContain('取暖补贴花名册更正')
    expect((await stranger('GET', '/api/channel-figures?from=2026-01-01&until=2026-12-31')).json<{ distinct: number }>().distinct).toBe(0)
  })
})
