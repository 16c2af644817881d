// Feeds and data of a document carry how it belongs with others, in both directions, with addresses; nothing of a withdrawn one is left in them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { day } from '../kernel/day.ts'
import { showRelation, withdraw } from '../modules/publication/index.ts'
import { aTown, now, type Town } from './fixtures.ts'

let town: Town
let app: FastifyInstance
const ids = { measure: '', draft: '', reading: '', amendment: '' }
const addressOf = (id: string): string => `http://www.qinglan.example/documents/${id}`
const blank = { form: null, periodFrom: null, periodTo: null, shortReason: '' } as const
const get = (path: string) => app.inject({ method: 'GET', url: path, headers: { host: 'www.qinglan.example' } })

beforeAll(async () => {
  town = await aTown()
  app = await town.open('/')
  ids.measure = (await town.publish({ title: '低保办法', documentNumber: '青民发〔2026〕21号' })).documentId
  ids.draft = (await town.publish({ title: '低保办法（征求意见稿）', documentNumber: null })).documentId
  ids.reading = (
    await town.publish({ title: '低保办法解读', documentNumber: null, bodyHtml: '<p>现就低保办法（青民发〔2026〕21号）解读如下。</p>' })
  ).documentId
  ids.amendment = (await town.publish({ title: '修改低保办法的决定', documentNumber: null })).documentId
  await town.database.transaction(async (tx) => {
    await showRelation(tx, { ...blank, kind: 'consults', fromId: ids.draft, toId: ids.measure, periodFrom: day('2026-09-01'), periodTo: day('2026-10-01') })
    await showRelation(tx, { ...blank, kind: 'interprets', fromId: ids.reading, toId: ids.measure, form: 'text' })
    await showRelation(tx, { ...blank, kind: 'amends', fromId: ids.amendment, toId: ids.measure })
  })
})
afterAll(() => town.close())

interface Relation {
  relation: string
  direction: string
  name: string
  url: string
  consultation?: unknown
  form?: string
}
const short = (relations: readonly Relation[]): string[] => relations.map(({ relation, direction, url }) => `${relation} ${direction} ${url}`)

describe('the relations of a document', () => {
  it('stand in its data', async () => {
    const answer = await get(`/documents/${ids.measure}.json`)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    const data = answer.json<{ title: string; url: string; document_number: string; content_html: string; relations: Relation[] }>()
    expect(data).toMatchObject({ title: '低保办法', url: addressOf(ids.measure), document_number: '青民发〔2026〕21号' })
    expect(data.relations).toMatchObject([
      { relation: 'amends', direction: 'to', name: '修改文件', url: addressOf(ids.amendment) },
      { relation: 'consults', direction: 'to', name: '征求意见稿', url: addressOf(ids.draft), consultation: { from: '2026-09-01', to: '2026-10-01' } },
      { relation: 'interprets', direction: 'to', name: '政策解读', url: addressOf(ids.reading), form: 'text' },
    ])
  })

  it('stand in the feeds, with what the text cites', async () => {
    const items = (await get('/feed.json')).json<{ items: { id: string; _gongkai: { relations: Relation[]; data_url: string } }[] }>().items
    const reading = items.find(({ id }) => id === ids.reading)
    expect(short(reading?.['_gongkai'].relations ?? [])).toEqual([`cites from ${addressOf(ids.measure)}`, `interprets from ${addressOf(ids.measure)}`])
    expect(reading?.['_gongkai'].data_url).toBe(`${addressOf(ids.reading)}.json`)
    const atom = (await get('/feed.atom')).body
    expect(atom).toContain(`<link rel="related" type="text/html" title="解读的文件：低保办法" href="${addressOf(ids.measure)}" />`)
    expect(atom).toContain(`title="政策解读：低保办法解读" href="${addressOf(ids.reading)}"`)
  })

  it('go with either end', async () => {
    await town.database.transaction((tx) => withdraw(tx, { documentId: ids.amendment, reason: 'duplicate', at: now }))
    const data = (await get(`/documents/${ids.measure}.json`)).json<{ relations: Relation[] }>()
    expect(data.relations.map(({ relation }) => relation)).toEqual(['consults', 'interprets'])
    const gone = await get(`/documents/${ids.amendment}.json`)
    expect(gone.statusCode).toBe(410)
    expect(gone.json()).toMatchObject({ id: ids.amendment, reason: '重复发布，以另一索引号为准' })
    expect(gone.body).not.toContain('修改低保办法')
  })

  it.each(['x', '00000000-0000-4000-8000-000000000000', '%00'])('of %s are not found', async (id) => {
    expect((await get(`/documents/${id}.json`)).statusCode).toBe(404)
  })
})
