// The archive by month and day: addresses that stay, and a way to every document without a query.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listedTopics } from '../modules/publication/rules/topics.ts'
import { aTown, type Town } from './fixtures.ts'

let town: Town
let app: FastifyInstance
const get = async (path: string): Promise<{ status: number; body: string }> => {
  const { statusCode, body } = await app.inject({ method: 'GET', url: `/zfxxgk${path}`, headers: { host: 'www.qinglan.example' } })
  return { status: statusCode, body }
}
const titlesIn = (body: string): string[] => [...body.matchAll(/<a href="\/zfxxgk\/documents\/[^"]*">([^<]*)<\/a>/g)].map((found) => found[1] ?? '')

beforeAll(async () => {
  town = await aTown()
  app = await town.open('/zfxxgk/')
})
afterAll(() => town.close())

describe('the archive', () => {
  it('says so where nothing is public yet, and has no page of a day without documents', async () => {
    expect((await get('/archive')).body).toContain('还没有公开的信息')
    expect((await get('/archive/2026-11')).status).toBe(404)
    expect((await get('/archive/2026-11-22')).status).toBe(404)
  })

  it('leads from year and month to the day in the time zone of the office', async () => {
    await town.publish({ title: '早晨的通知' }, new Date('2026-11-22T00:30:00+08:00'))
    await town.publish({ title: '前一夜的通知' }, new Date('2026-11-21T23:30:00+08:00'))
    expect((await get('/archive')).body).toContain('href="/zfxxgk/archive/2026-11"')
    const month = (await get('/archive/2026-11')).body
    expect(month).toMatch(/archive\/2026-11-22">2026年11月22日<\/a><span class="muted small">1 件/)
    expect(month).toContain('/zfxxgk/archive/2026-11-21')
    expect(titlesIn((await get('/archive/2026-11-22')).body)).toEqual(['早晨的通知'])
    expect(titlesIn((await get('/archive/2026-11-21')).body)).toEqual(['前一夜的通知'])
  })

  it('cuts a full day into pages by the time of listing, so that the first ones stay', async () => {
    for (let at = 1; at <= 205; at += 1)
      await town.publish({ title: `第${at}号通知`, documentNumber: null }, new Date(Date.parse('2026-11-10T08:00:00+08:00') + at * 1000))
    const [first, second] = [(await get('/archive/2026-11-10')).body, (await get('/archive/2026-11-10/2')).body]
    expect([titlesIn(first).length, titlesIn(first)[0], titlesIn(second)]).toEqual([
      200,
      '第1号通知',
      ['第201号通知', '第202号通知', '第203号通知', '第204号通知', '第205号通知'],
    ])
    expect(first).toContain('共 205 件，第 1 页，共 2 页')
    expect(first).toContain('rel="next" href="/zfxxgk/archive/2026-11-10/2"')
    expect(second).toContain('rel="prev" href="/zfxxgk/archive/2026-11-10"')
  })

  it('has one address for each page', async () => {
    for (const path of [
      '/archive/2026-11-10/1',
      '/archive/2026-11-10/3',
      '/archive/2026-11-10/02',
      '/archive/2026-11/2',
      '/archive/2026-13',
      '/archive/2026-02-30',
      '/archive/x',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404])
  })

  it('shows what organs of the party disclose apart', async () => {
    const body = (await get('/archive/2026-11-22')).body
    expect(body).not.toContain('党务公开</h2>')
  })
})

it('a span touches the days in UTC that it reaches into', () => {
  const span = { from: new Date('2026-11-22T00:00:00+08:00'), until: new Date('2026-11-23T00:00:00+08:00') }
  expect(listedTopics(span)).toEqual(['listed/2026-11-21', 'listed/2026-11-22'])
  expect(listedTopics({ from: new Date('2026-11-01T00:00:00Z'), until: new Date('2026-11-02T00:00:00Z') })).toEqual(['listed/2026-11-01'])
})
