// Texts that rest on one another: a cited number leads both ways, and what is gone is told to who rests on it and leads no reader astray.
import { randomInt } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectUsable, expectUsableAtBothWidths, launch, openContext, town } from './browser.ts'
import { fourHands, signedBy, type FourHands } from './four-hands.ts'
import { columnCalled, read, takeStep } from './official.ts'

const mark = randomInt(100_000, 1_000_000)
const number = `青教发〔2026〕${mark}号`
const rules = `青岚县第${mark}号校服管理办法`
const notice = `关于落实第${mark}号校服管理要求的通知`

let browser: Browser
let people: FourHands
beforeAll(async () => {
  browser = await launch()
  people = await fourHands(browser)
})
afterAll(() => browser.close())

async function publish(content: Parameters<typeof signedBy>[1]): Promise<{ readonly editionId: string; readonly documentId: string }> {
  const made = await signedBy(people, { columnIds: [await columnCalled(people.officer, '通知公告')], ...content })
  await takeStep(made.page, '发布', '已发布', () => Promise.resolve())
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
    await expectUsableAtBothWidths(reader)
  },
)
