// 期限计算器 on the public side: page, paper and data say the same as the clock, and believe nothing that is typed.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putCalendarYear } from '../modules/publication/index.ts'
import { aTown, now, type Town } from './fixtures.ts'

let town: Town
let app: FastifyInstance
beforeAll(async () => {
  town = await aTown()
  app = await town.open('/zfxxgk/')
})
afterAll(() => town.close())

const get = (path: string) => app.inject({ method: 'GET', url: `/zfxxgk/${path}`, headers: { host: 'www.qinglan.example' } })
const data = async (query: string) => (await get(`deadline.json?${query}`)).json<{ due: string; provisional: boolean; article: string; days: { day: string; counted: boolean; why: string }[] }>() // prettier-ignore

describe('the calculator', () => {
  it('shows its form, and with a question the due day, the article and every day', async () => {
    expect((await get('deadline')).body).toContain('<option value="reply" selected>答复申请</option>')
    const { statusCode, body } = await get('deadline?term=reply&from=2025-04-14&pauseFrom=2025-04-21&pauseTo=2025-05-09&pauseFrom=&pauseTo=&extend=&restart=')
    expect(statusCode).toBe(200)
    for (const said of ['2025年5月30日', '《政府信息公开条例》第三十三条', '调休上班', '中止计时，不计', '2025年4月', 'noindex']) expect(body).toContain(said)
    expect((await get('deadline/print?term=reply&from=2025-04-14')).body).toContain('逐日列表')
  })

  it('gives the same as data', async () => {
    const answer = await data('term=reply&from=2024-01-31')
    expect(answer).toMatchObject({ due: '2024-03-04', provisional: false, article: 'ogi-2019/33' })
    expect(answer.days.filter((one) => one.counted)).toHaveLength(20)
    expect(answer.days[3]).toEqual({ day: '2024-02-04', counted: true, why: '调休上班' })
    expect((await data('term=reply&from=2025-04-14&pause=2025-04-21..2025-05-09')).due).toBe('2025-05-30')
  })

  it('is provisional until the office makes the next year public, and then is not', async () => {
    expect(await data('term=publish&from=2026-12-21')).toMatchObject({ due: '2027-01-18', provisional: true })
    expect((await get('deadline?term=publish&from=2026-12-21')).body).toContain('暂定')
    await putCalendarYear(town.database.db, { year: 2027, notice: '通知', daysOff: [['元旦', '01-01', '01-03']], worked: [] }, now)
    expect(await data('term=publish&from=2026-12-21')).toMatchObject({ due: '2027-01-19', provisional: false })
  })

  it.each([
    ['term=lunch&from=2024-01-31', '请从列表中选择期限。'],
    ['term=constructor&from=2024-01-31', '请从列表中选择期限。'],
    ['term=reply&from=2023-02-30', '“2023-02-30”不是'],
    ['term=reply&from=%3Cscript%3E', '不是2008年1月1日'],
    ['term=reply&from=2024-01-31&extend=21', '可以延长0到20'],
    ['term=reply&from=2024-01-31&pauseFrom=2024-02-09&pauseTo=2024-02-05', '应写成起、止两个日期'],
    ['term=reply&from=2008-05-01&restart=2099-01-01', '超过三年'],
  ])('refuses %s with a sentence, and keeps what was typed', async (query, sentence) => {
    const { statusCode, body } = await get(`deadline?${query}`)
    expect(statusCode).toBe(422)
    expect(body).toContain(sentence)
    expect(body).not.toContain('<script>')
    const answer = await get(`deadline.json?${query}`)
    expect([answer.statusCode, answer.body.includes(sentence)]).toEqual([422, true])
  })
})
