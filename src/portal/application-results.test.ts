// What came of applications, as everybody reads it on the real portal with its own login.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { withdraw } from '../modules/publication/index.ts'
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
