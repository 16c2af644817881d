// 我为政府网站找错 from the public form to the inbox, and the form to apply with.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicationFields, titleOf, type ApplicationField } from '../modules/requests/law/application-fields.ts'
import { noticeWays } from '../modules/requests/law/notice-ways.ts'
import { onlineFields } from '../modules/requests/rules/online-application.ts'
import { tellWaysOut } from '../modules/notices/index.ts'
import { standingClock } from '../platform/clock/clock.ts'
import { aTown, type Town } from './fixtures.ts'

const clock = standingClock(new Date('2026-11-22T10:00:00+08:00'), 'Asia/Shanghai')
let town: Town
let app: FastifyInstance
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const filled = { page: '/zfxxgk/columns/zhengce', kind: 'wrong-content', description: '第二段的电话号码少了一位数字。', contact: '', website: '' }
const send = async (form: Partial<typeof filled>, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => {
  // Each call from an app of its own, so that the limit of calls is not met by the way.
  app = await town.open('/zfxxgk/')
  const payload = new URLSearchParams({ ...filled, ...form }).toString()
  return app.inject({
    method: 'POST',
    url: '/zfxxgk/report-error',
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'www.qinglan.example', ...headers },
  })
}
const inbox = async (): Promise<{ kind: string; body: Record<string, string> }[]> =>
  (await sql<{ kind: string; body: Record<string, string> }>`select kind, body from intake.inbox order by received_at, id`.execute(town.database.db)).rows

describe('a report of an error', () => {
  it('goes into the inbox with the login of the portal, and the citizen gets a number', async () => {
    const answer = await send({})
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toMatch(/JC20261122-[0-9A-F]{8}/)
    const { website: _trap, ...kept } = filled
    expect(await inbox()).toEqual([{ kind: 'error-report', body: kept }])
  })

  it('that is not filled in comes back with every fault, in a list that leads to the fields', async () => {
    const { statusCode, body } = await send({ page: '', kind: 'none', description: '短' })
    expect(statusCode).toBe(422)
    for (const sentence of ['请写明出错的页面。', '请选择问题类型。', '问题描述不少于 10 个字。']) expect(body).toContain(sentence)
    expect(body).toContain('href="#description"')
    expect(body).toContain('>短</textarea>')
  })

  it.each<{ because: string; headers: Record<string, string> }>([
    { because: 'the browser says so', headers: { 'sec-fetch-site': 'cross-site' } },
    { because: 'its origin is foreign', headers: { origin: 'https://evil.example' } },
  ])('from a form of another site is refused: $because', async ({ headers }) => {
    const before = await inbox()
    expect((await send({}, headers)).statusCode).toBe(400)
    expect(await inbox()).toEqual(before)
  })

  it('of a machine that fills in everything is thanked and not kept', async () => {
    const before = await inbox()
    expect((await send({ website: 'https://spam.example' })).statusCode).toBe(200)
    expect(await inbox()).toEqual(before)
  })

  it('cannot be sent more than five times a minute', async () => {
    const one = await town.open('/')
    const tries: LightMyRequestResponse[] = []
    for (let count = 0; count < 7; count += 1) {
      tries.push(await one.inject({ method: 'POST', url: '/report-error', payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } }))
    }
    expect(tries.map((answer) => answer.statusCode)).toEqual([422, 422, 422, 422, 422, 429, 429])
    expect(tries.find((answer) => answer.statusCode === 429)?.body).toContain('操作太频繁')
  })
})

describe('the login of the portal', () => {
  it.each([
    'select * from intake.inbox',
    'select * from access.account',
    'select * from disclosure.edition',
    'delete from publication.document',
    "update publication.site set settings = '{}'",
  ])('may not: %s', async (statement) => {
    await expect(sql.raw(statement).execute(town.portalDatabase.db)).rejects.toThrow(/permission denied/)
  })
})

describe('the form to apply with', () => {
  it('asks for all that the form on the screen asks for, and for no purpose', async () => {
    const one = await town.open('/')
    await tellWaysOut(town.database, clock, { mail: undefined, text: 'sms.example.gov.cn' })
    const { rawPayload, headers } = await one.inject('/apply/form.docx')
    expect(headers['content-disposition']).toContain('.docx')
    const { value } = await mammoth.extractRawText({ buffer: rawPayload })
    for (const words of [
      '政府信息公开申请表',
      '证件号码',
      '统一社会信用代码',
      '所需政府信息',
      '□ 自然人',
      '□ 商业企业',
      '□ 法律服务机构',
      '□ 纸面',
      '□ 光盘等载体',
      '□ 邮寄',
      '□ 自行领取',
      '□ 短信通知',
      '20 个工作日',
      '县政府办公室政务公开股',
    ])
      expect(value).toContain(words)
    const marks = Object.fromEntries(Object.values(noticeWays).map(({ mark, title }) => [mark, title]))
    for (const field of onlineFields) {
      const titles = field in applicationFields ? [titleOf(field as ApplicationField, 'person'), titleOf(field as ApplicationField, 'organisation')] : [marks[field] ?? field] // prettier-ignore
      for (const title of titles) expect(value).toContain(title ?? '')
    }
    expect(value.replace('不需要说明用途', '')).not.toContain('用途')
  })

  it('is made once, until what stands in it changes', async () => {
    const one = await town.open('/')
    const bytes = async (): Promise<string> => (await one.inject('/apply/form.docx')).headers['etag'] as string
    const first = await bytes()
    expect(await bytes()).toBe(first)
    await tellWaysOut(town.database, clock, { mail: undefined, text: undefined })
    expect(await bytes()).not.toBe(first)
  })
})
