// What came of applications, as everybody reads it on the real portal with its own login.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { yearFigureNames, type GuardedFigures } from '../law/application-figures.ts'
import { putApplicationFigures, withdraw } from '../modules/publication/index.ts'
import { aTown, civilAffairsId, now, type Town } from './fixtures.ts'

let town: Town
let app: FastifyInstance
const get = async (path: string): Promise<string> => (await app.inject({ method: 'GET', url: path, headers: { host: 'www.qinglan.example' } })).body
const titlesOf = (page: string): string[] => [...page.matchAll(/\/documents\/[^"]+">([^<]+)</g)].map((found) => found[1] ?? '')

beforeAll(async () => {
  town = await aTown()
  app = await town.open('/')
})
afterAll(() => town.close())

describe('what was made public out of applications', () => {
  it('is an empty page in words before there is any', async () => {
    await town.publish({ title: '没有人申请过的信息' })
    const page = await get('/apply/disclosed')
    expect(page).toContain('还没有依申请公开转主动公开的信息。')
    expect(titlesOf(page)).toEqual([])
  })

  it('stands newest first, by unit and year, and nothing else does', async () => {
    const older = new Date('2025-03-03T02:00:00Z')
    await town.publish({ title: '校车补贴标准', fromApplication: true }, older)
    const gone = await town.publish({ title: '撤下的信息', fromApplication: true })
    await town.publish({ title: '食堂抽检结果', unitId: civilAffairsId, fromApplication: true })
    await town.database.transaction((tx) => withdraw(tx, { documentId: gone.documentId, reason: 'personal-privacy', at: now }))
    expect(titlesOf(await get('/apply/disclosed'))).toEqual(['食堂抽检结果', '校车补贴标准'])
    expect(titlesOf(await get('/apply/disclosed?year=2025'))).toEqual(['校车补贴标准'])
    expect(titlesOf(await get('/apply/disclosed?unit=mzj&year=2026'))).toEqual(['食堂抽检结果'])
    for (const none of ['year=2024', 'unit=nobody', 'unit=xzf']) expect(await get(`/apply/disclosed?${none}`)).toContain('没有符合这些条件的信息')
    expect(await get('/apply')).toContain('/apply/disclosed')
  })

  it('goes on page by page without scripts', async () => {
    for (let at = 0; at < 21; at += 1) await town.publish({ title: `第${at}件`, fromApplication: true }, new Date(now.getTime() + (at + 1) * 60_000))
    const first = await get('/apply/disclosed')
    expect(titlesOf(first)).toHaveLength(20)
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    expect(titlesOf(await get(next ?? ''))).toEqual(['第0件', '食堂抽检结果', '校车补贴标准'])
    expect(first).not.toContain('<script>')
  })
})

describe('the figures of years', () => {
  const figures = (of: Partial<GuardedFigures>): GuardedFigures => ({
    ...(Object.fromEntries(yearFigureNames.map((name) => [name, null])) as GuardedFigures),
    ...of,
  })

  it('are an empty page in words before a year is over', async () => {
    expect(await get('/apply/figures')).toContain('还没有可以列出的年度数据')
  })

  it('stand in tables by year and by unit, what is guarded as a dash', async () => {
    const county = figures({ received: 45, total: 41, granted: 20, denied: 9, 'in-time': 38, late: 3 })
    await town.database.transaction((tx) =>
      putApplicationFigures(tx, [
        { year: 2025, unitId: null, figures: county, meanDays: 17 },
        { year: 2025, unitId: civilAffairsId, figures: figures({ received: 7 }), meanDays: null },
      ], now),
    ) // prettier-ignore
    const page = await get('/apply/figures')
    const cells = [...(/<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((one) =>
      one[1]?.replaceAll(/<[^>]*>|\s/g, ''),
    )
    // 38 of 41 in time
    expect(cells).toEqual(['2025年', '45', '—', '20', '—', '9', '—', '—', '—', '41', '—', '92.7%', '17天'])
    expect(page).toContain('青岚县民政局')
    const own = await get('/apply/figures?unit=mzj')
    expect(own).toContain('<h1>依申请公开年度数据</h1>')
    expect(own).toContain('只列出新收申请的件数')
    expect(await get('/apply/figures?unit=nobody')).toContain('没有这个机关的年度数据')
  })

  it('can be taken away as a table, what is guarded empty', async () => {
    const answer = await app.inject({ method: 'GET', url: '/apply/figures.csv', headers: { host: 'www.qinglan.example' } })
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(answer.body.split('\r\n').slice(1, 3)).toEqual(['2025,全部机关,45,,20,,9,,,,41,,38,3,92.7,17', '2025,青岚县民政局,7,,,,,,,,,,,,,'])
  })
})
