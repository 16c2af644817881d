// Texts that rest on one another: a cited number leads both ways, and what is gone is told to who rests on it and leads no reader astray.
import { randomInt } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { expectUsable, launch, openContext, phone } from './browser.ts'
import { begin, columnCalled, official, read, takeStep, type Official } from './official.ts'

const town = inject('town')
const mark = randomInt(100_000, 1_000_000)
const number = `青教发〔2026〕${mark}号`
const rules = `青岚县第${mark}号校服管理办法`
const notice = `关于落实第${mark}号校服管理要求的通知`

let browser: Browser
let people: Record<'officer' | 'head' | 'reviewer' | 'leader', Official>
beforeAll(async () => {
  browser = await launch()
  const [officer, head, reviewer, leader] = (await Promise.all(
    ['linzhixia', 'songnanzhou', 'yuqinghe', 'jiangyuwei'].map((login) => official(browser, town.office, login)),
  )) as [Official, Official, Official, Official]
  people = { officer, head, reviewer, leader }
})
afterAll(() => browser.close())

interface Made {
  readonly editionId: string
  readonly documentId: string
}

/** Drafted, reviewed, signed and published by the four whose business it is. */
async function publish(content: Parameters<typeof begin>[1]): Promise<Made> {
  const { officer, head, reviewer, leader } = people
  const made = await begin(officer, { theme: '科技、教育\\教育', columnIds: [await columnCalled(officer, '通知公告')], ...content })
  const sheet = async ({ page }: Official): Promise<Page> => {
    await page.goto(new URL(`editions/${made.editionId}`, town.office).href)
    await page.getByRole('heading', { level: 1, name: content.title ?? '' }).waitFor()
    return page
  }
  await officer.call('POST', `/editions/${made.editionId}/steps`, { step: 'submit' })
  await head.call('POST', `/editions/${made.editionId}/steps`, { step: 'approve-section', opinion: '同意。' })
  await takeStep(await sheet(reviewer), '保密审查通过', '待签发', async (step) => {
    await step.getByLabel('审查依据').fill('对照定密事项一览表逐项核对，不涉密。')
    await step.getByRole('button', { name: /其余\d项均为“否”/ }).click()
    await step.getByRole('radio', { name: '可以公开' }).check()
  })
  const page = await sheet(leader)
  await takeStep(page, '签发', '待发布', () => Promise.resolve())
  await takeStep(page, '发布', '已发布', () => Promise.resolve())
  return made
}

const publicPage = (documentId: string): string => new URL(`documents/${documentId}`, town.portal).href

test(
  'a cited document number leads both ways; when what it names is gone, who rests on it is told and no reader is led there',
  { timeout: 300_000 },
  async () => {
    const { officer, leader } = people
    const cited = await publish({ title: rules, kind: '通知', documentNumber: number, bodyHtml: '<p>校服由家长委员会参与选定，自愿购买。</p>' })
    const citing = await publish({ title: notice, kind: '通知', bodyHtml: `<p>请各学校按照${number}的要求，公布校服价格。</p>` })
    const reader = await (await openContext(browser)).newPage()

    await expect.poll(() => read(reader.context(), publicPage(citing.documentId)), { timeout: 30_000 }).toContain(`/documents/${cited.documentId}`)
    await reader.goto(publicPage(citing.documentId))
    await reader.locator('main').getByRole('link', { name: number }).first().click()
    await reader.getByRole('heading', { level: 1, name: rules }).waitFor()
    await reader.locator('main').getByRole('link', { name: notice }).first().waitFor()
    await expectUsable(reader)

    await leader.page.goto(new URL(`editions/${cited.editionId}`, town.office).href)
    await takeStep(leader.page, '撤下', '已撤下', async (dialog) => {
      await dialog.getByLabel('撤下理由').click()
      await leader.page.locator('.ant-select-dropdown:visible').getByText('内容有误', { exact: true }).click()
    })
    const { page } = officer
    await page.goto(new URL(`basis-changes?q=${encodeURIComponent(notice)}`, town.office).href)
    const row = page.getByRole('row').filter({ hasText: notice })
    await row.waitFor()
    await expectUsable(page)
    // nothing leads to what is gone, and its words are nowhere
    await reader.goto(publicPage(citing.documentId))
    expect(await reader.locator('main').getByRole('link', { name: number }).count()).toBe(0)
    await expectUsable(reader)
    await reader.setViewportSize(phone)
    await expectUsable(reader)
  },
)
