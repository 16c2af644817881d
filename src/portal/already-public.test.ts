// What is public already, offered to who is about to ask for it: by title, body, attachment and catalogue, with the unit that seems competent.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putCatalogue, putSite } from '../modules/publication/index.ts'
import { siteSettings } from '../modules/publication/rules/site.ts'
import { aTown, anAttachment, civilAffairsId, now, type Town } from './fixtures.ts'

let town: Town
let app: FastifyInstance
beforeAll(async () => {
  town = await aTown()
  await town.publish({ title: '2026年临时救助标准', bodyHtml: '<p>家庭遭遇火灾的，可以申请临时救助。</p>' })
  await town.publish({
    title: '救助站联系方式',
    attachments: [{ ...(await anAttachment(town, '值班表.pdf', Buffer.from('x'))), text: '夜间值守电话', hasText: true }],
  })
  const entry = { field: '社会救助', position: 1, limitText: '20个工作日', updatedAt: null, dueOn: null, columnIds: [] }
  await town.database.transaction(async (tx) => {
    await putSite(tx, siteSettings.parse({ name: '青岚县人民政府', sponsor: '青岚县人民政府办公室', catalogueShown: true }), now)
    await putCatalogue(tx, civilAffairsId, [
      { ...entry, id: randomUUID(), name: '特困人员救助供养', elements: '政策法规文件、办理流程、审核信息' },
      { ...entry, id: randomUUID(), name: '最低生活保障', elements: '申请条件、审批信息' },
    ])
  })
  app = await town.open('/zfxxgk/')
})
afterAll(() => town.close())

const found = (question: string) =>
  app.inject({ url: `/zfxxgk/apply/online/found?q=${encodeURIComponent(question)}`, headers: { host: 'www.qinglan.example' } })

describe('while a person types', () => {
  it.each([
    ['a word of a title', '临时救助', '2026年临时救助标准'],
    ['a word of the text', '遭遇火灾', '2026年临时救助标准'],
    ['a word of an attachment', '夜间值守', '见附件《值班表.pdf》'],
    ['a name that no text holds whole, by the words that it shares', '2025年度临时救助标准调整方案', '2026年临时救助标准'],
    ['an entry of the catalogue, in other words and with a year', '2025年特困人员供养审核', '特困人员救助供养'],
    ['an entry that shares two words of three', '临时困难家庭最低生活保障', '最低生活保障'],
  ])('%s leads to it', async (_, question, expected) => {
    const answer = await found(question)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(expected)
  })

  it('the unit whose documents and entries they are is proposed', async () => {
    expect((await found('临时救助标准')).body).toContain(`data-choose-unit="${civilAffairsId}"`)
  })

  it('nothing is said of what nothing is public about, nor of nothing', async () => {
    for (const nothing of ['火箭发射窗口', '', '   ', '2025年']) expect((await found(nothing)).body).toBe('')
  })

  it('is a piece of a page, kept nowhere, with what was typed as words', async () => {
    const answer = await found('<script>alert(1)</script>临时救助')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).not.toMatch(/<html|<script/)
  })
})
