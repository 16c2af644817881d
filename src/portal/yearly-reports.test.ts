// 政府信息公开年报 on the public side: by year and unit, with files and data, and every figure of a region opened to what it adds up.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import type { PublishedReport } from '../law/published-report.ts'
import { withdraw } from '../modules/publication/index.ts'
import { anAttachment, aTown, civilAffairsId, now, type Town } from './fixtures.ts'

const governmentId = '0a000000-0000-4000-8000-000000000000'
let town: Town
let app: FastifyInstance
const ids = { own: '', region: '', former: '', old: '' }
const get = (path: string) => app.inject({ method: 'GET', url: path, headers: { host: 'www.qinglan.example' } })

const report = (scope: PublishedReport['scope'], received: number | string | null): PublishedReport => ({
  year: 2025,
  scope,
  generation: 'C',
  cells: { 'rules.made': '/', 'newReceived.total': received, fees: 1.25 },
})

beforeAll(async () => {
  town = await aTown()
  app = await town.open('/')
  const columnIds = [town.columns.get('nianbao') ?? '']
  const kind = '报告'
  const government = { unitId: governmentId, unitName: '青岚县人民政府' }
  ids.own = (
    await town.publish({
      columnIds,
      kind,
      title: '青岚县民政局2025年政府信息公开工作年度报告',
      report: report('own', 6),
      bodyHtml: '<h2>三、收到和处理</h2><table><tbody><tr><th scope="row">本年新收</th><td>6</td></tr></tbody></table>',
      attachments: [await anAttachment(town, '年报.docx', Buffer.from('docx')), await anAttachment(town, '年报.pdf', Buffer.from('pdf'))],
    })
  ).documentId
  ids.region = (await town.publish({ ...government, columnIds, kind, title: '青岚县2025年政府信息公开工作年度报告', report: report('region', 9) })).documentId
  ids.former = (await town.publish({ columnIds, kind, title: '青岚县民政局2016年政府信息公开年度报告' })).documentId
  ids.old = (await town.publish({ columnIds, kind, title: '政府信息公开年度报告' })).documentId
})
afterAll(() => town.close())

const titles = (body: string): string[] =>
  [...(body.split('<h1>')[1] ?? '').matchAll(/<h2 class="year-head">(\d+)|<strong>([^<]*)<\/strong><span>/g)].map(([, year, unit]) => year ?? unit ?? '')

describe('the list of yearly reports', () => {
  it('goes by year and unit; a report without a year in its title is of the year before it went out', async () => {
    expect(titles((await get('/reports')).body)).toEqual(['2025', '青岚县人民政府', '青岚县民政局', '青岚县民政局', '2016', '青岚县民政局'])
  })

  it('is narrowed to a year and to a unit, and says when there is nothing', async () => {
    expect(titles((await get('/reports?year=2016')).body)).toEqual(['2016', '青岚县民政局'])
    expect(titles((await get('/reports?unit=xzf')).body)).toEqual(['2025', '青岚县人民政府'])
    expect((await get('/reports?unit=xzf&year=2016')).body).toContain('没有这个年度、这个机关的年度报告')
    expect((await get('/reports?unit=nobody')).body).toContain('没有这个年度、这个机关的年度报告')
    expect((await get('/reports?cursor=broken&year=abcd')).statusCode).toBe(200)
  })

  it('offers files and data beside each', async () => {
    const { body } = await get('/reports?unit=mzj&year=2025')
    const links = [...body.matchAll(/<p class="report-files">(.*?)<\/p>/gs)].map(([, found]) =>
      [...(found ?? '').matchAll(/>([^<]+)<\/a/g)].map(([, text]) => text),
    )
    expect(links).toEqual([['Word', 'PDF', '数据', 'JSON']])
  })
})

describe('the figures of a report', () => {
  it('are told as data with their form', async () => {
    const answer = await get(`/reports/${ids.own}.json`)
    expect(answer.headers['content-type']).toContain('application/json')
    expect(answer.json()).toMatchObject({
      format: 'gongkai-yearly-report',
      version: 1,
      url: `http://www.qinglan.example/documents/${ids.own}`,
      unit: '青岚县民政局',
      year: 2025,
      scope: 'own',
      generation: 'C',
      form: '2021年格式',
      cells: { 'rules.made': '/', 'newReceived.total': 6, fees: 1.25 },
    })
    expect((await get(`/reports/${ids.former}.json`)).statusCode).toBe(404)
    expect((await get('/reports/nothing.json')).statusCode).toBe(404)
  })

  it('stand in the tables of their form; those of one unit lead nowhere', async () => {
    const { body } = await get(`/reports/${ids.own}/figures`)
    expect(body).toContain('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）')
    expect(body).not.toContain('figures?cell=')
    expect((await get(`/reports/${ids.own}/figures?cell=newReceived.total`)).statusCode).toBe(404)
  })

  it('of a region open to the public reports below with their figure, and say what is not there', async () => {
    expect((await get(`/reports/${ids.region}/figures`)).body.replaceAll('&#61;', '=')).toMatch(/figures\?cell=newReceived\.total"\s*>9<\/a/)
    const { body } = await get(`/reports/${ids.region}/figures?cell=newReceived.total`)
    expect(body).toContain(`href="/reports/${ids.own}/figures">青岚县民政局</a>`)
    expect(body.replaceAll(/<[^>]*>|\s+/g, '')).toContain('这一项是9。已经公布年度报告的1个机关合计6，其余机关的报告没有在本站公布。')
    expect((await get(`/reports/${ids.region}/figures?cell=no.such`)).statusCode).toBe(404)
  })

  it('leave with the report when it is withdrawn', async () => {
    const gone = await town.publish({
      unitId: civilAffairsId,
      columnIds: [town.columns.get('nianbao') ?? ''],
      title: '撤下的2024年年度报告',
      report: { ...report('own', 1), year: 2024 },
    })
    expect((await get(`/reports/${gone.documentId}.json`)).statusCode).toBe(200)
    await town.database.transaction((tx) => withdraw(tx, { documentId: gone.documentId, reason: 'duplicate', at: now }))
    expect((await get(`/reports/${gone.documentId}.json`)).statusCode).toBe(404)
    expect((await get(`/reports/${gone.documentId}/figures`)).statusCode).toBe(410)
    expect((await get('/reports?year=2024')).body).not.toContain('撤下的')
  })
})
