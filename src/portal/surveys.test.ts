// 实施效果调查 on the public side: the way in on the document's page, the form without scripts, the inbox, the result.
import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putSurvey, putSurveyResult } from '../modules/publication/index.ts'
import { day } from '../kernel/day.ts'
import { aTown, type Town } from './fixtures.ts'

let town: Town
let open: string
let waiting: string
let over: string
let few: string
let without: string
beforeAll(async () => {
  town = await aTown()
  const published = async (title: string) => (await town.publish({ title })).documentId
  open = await published('冬季取暖工作完成情况')
  waiting = await published('明年才调查的事项')
  over = await published('调查过的事项')
  few = await published('少有人答的事项')
  without = await published('不调查的事项')
  await town.database.transaction(async (tx) => {
    await putSurvey(tx, { documentId: open, opensOn: day('2026-11-01'), closesOn: day('2026-11-22') })
    await putSurvey(tx, { documentId: waiting, opensOn: day('2026-11-23'), closesOn: day('2026-12-22') })
    for (const documentId of [over, few]) await putSurvey(tx, { documentId, opensOn: day('2026-10-01'), closesOn: day('2026-10-30') })
    await putSurveyResult(tx, { documentId: over, answers: 8, counts: { done: { all: 6, part: 2, not: 0, unclear: 0 } } })
    await putSurveyResult(tx, { documentId: few, answers: 3, counts: null })
  })
})
afterAll(() => town.close())

const filled = { known: 'website', done: 'all', effect: 'good', content: 'mostly', words: '门卫室还没有暖气', website: '' }

async function ask(method: 'GET' | 'POST', id: string, form: object = {}, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
  // Each call from an app of its own, so that the limit of calls is not met by the way.
  const app = await town.open('/')
  const body = method === 'POST' ? { payload: new URLSearchParams({ id: randomUUID(), ...filled, ...form }).toString() } : {}
  return app.inject({ method, url: `/documents/${id}/survey`, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, ...body })
}
const page = async (id: string): Promise<string> => (await (await town.open('/')).inject({ url: `/documents/${id}` })).body
const inbox = async (): Promise<{ kind: string; body: object }[]> =>
  (await sql<{ kind: string; body: object }>`select kind, body from intake.inbox order by received_at, id`.execute(town.database.db)).rows

describe('the page of a document', () => {
  it('leads to the survey on its days, shows the result after it, and otherwise nothing', async () => {
    expect(await page(open)).toContain(`href="/documents/${open}/survey"`)
    expect(await page(over)).toMatch(/收到 8 份[^]*6 份，75%[^]*2 份，25%/)
    expect(await page(few)).toContain('收到的答卷较少，不公布各项结果。')
    for (const id of [waiting, without]) expect(await page(id)).not.toContain('实施效果调查')
  })
})

describe('the form', () => {
  it('asks no name, no address and no number', async () => {
    const { statusCode, body } = await ask('GET', open)
    expect(statusCode).toBe(200)
    expect(body).not.toMatch(/name="(name|contact|phone|idNumber|email)"/)
    expect(body.match(/type="radio"/g)).toHaveLength(15)
  })

  it('that is not open leads back to the document', async () => {
    for (const id of [waiting, over, without]) {
      const { statusCode, headers } = await ask('POST', id)
      expect([statusCode, headers.location]).toEqual([303, `/documents/${id}`])
    }
    expect((await ask('GET', randomUUID())).statusCode).toBe(404)
    expect((await ask('GET', 'x')).statusCode).toBe(404)
    expect(await inbox()).toEqual([])
  })

  it('goes into the inbox with the login of the portal, once however often it is sent', async () => {
    const id = randomUUID()
    for (let times = 0; times < 2; times += 1) {
      const { statusCode, body } = await ask('POST', open, { id })
      expect([statusCode, body.includes('已经收到')]).toEqual([200, true])
    }
    const { words, website: _trap, ...choices } = filled
    expect(await inbox()).toEqual([{ kind: 'survey-answer', body: { documentId: open, choices, words } }])
  })

  it('comes back with every fault and with what was written', async () => {
    const { statusCode, body } = await ask('POST', open, { done: 'constructor', effect: '', words: '<b>留下</b>' })
    expect(statusCode).toBe(422)
    expect(body).toContain('公布的事项落实得怎么样？请选择一项。')
    expect(body).toContain('效果怎么样？请选择一项。')
    expect(body).toContain('留下')
    expect(body).not.toContain('<b>留下')
  })

  it('of another site, and of a machine, leaves nothing', async () => {
    const before = await inbox()
    expect((await ask('POST', open, {}, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(400)
    expect((await ask('POST', open, { website: 'https://spam.example' })).statusCode).toBe(200)
    expect(await inbox()).toEqual(before)
  })
})
