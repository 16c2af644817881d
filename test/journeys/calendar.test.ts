// A new holiday notice: pasted, seen, applied by an official; counted by a citizen on a telephone without scripts.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticeOf2027 } from '../../src/modules/calendar/fixtures.ts'
import { expectUsable, launch, openContext, phone, town } from './browser.ts'
import { expectValid } from './citizen.ts'
import { official } from './official.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Asks the public calculator from its own form. */
async function calculate(page: Page, from: string): Promise<string> {
  await page.goto(new URL('apply', town.portal).href)
  await page.getByRole('link', { name: '期限计算器：哪一天到期' }).click()
  await page.getByLabel('期限', { exact: true }).selectOption({ label: '答复申请' })
  await page.getByLabel('起算的事件发生在哪一天').fill(from)
  await page.getByRole('button', { name: '计算' }).click()
  return (await page.getByRole('status').textContent())?.replaceAll(/\s+/g, '') ?? ''
}

test('the notice of 2027 is pasted, its effect is seen, it is applied, and the public counts by it', { timeout: 300_000 }, async () => {
  const citizen = await (await openContext(browser, { viewport: phone, javaScriptEnabled: false })).newPage()
  expect(await calculate(citizen, '2026-12-21')).toBe('暂定2027年1月18日，星期一')

  const { page } = await official(browser, town.office, 'chengli')
  await page.goto(new URL('/holidays', town.office).href)
  await page.getByText('2027年放假安排尚未录入').waitFor()
  await page.getByRole('button', { name: '录入2027年' }).click()
  await page.getByLabel(/粘贴通知全文/).fill(noticeOf2027)
  await page.getByRole('button', { name: '读出日期' }).click()
  await page.getByRole('cell', { name: '5 春节' }).waitFor()
  await expectUsable(page)
  await page.getByRole('button', { name: '查看影响' }).click()
  await page.getByRole('button', { name: '保存并应用' }).click()
  await page.getByRole('dialog', { name: '应用2027年放假安排？' }).getByRole('button', { name: '保存并应用' }).click()
  // every open term of the town is counted anew in one transaction, while other journeys keep the machine busy
  await page.getByRole('heading', { level: 1, name: '2027年放假安排', exact: true }).waitFor({ timeout: 200_000 })
  await page.getByText(/程立：录入年度放假安排/).waitFor()
  await expectUsable(page)

  await page.goto(new URL('/deadline', town.office).href)
  await page.getByLabel('起算的事件发生之日（当日不计）').fill('2026-12-21')
  await page.getByLabel('起算的事件发生之日（当日不计）').press('Enter')
  await page
    .getByRole('button', { name: '计 算' })
    .or(page.getByRole('button', { name: '计算', exact: true }))
    .click()
  await page.getByRole('strong').filter({ hasText: '2027-01-19 周二' }).waitFor()
  await expectUsable(page)

  expect(await calculate(citizen, '2026-12-21')).toBe('到期日2027年1月19日，星期二')
  const overflow = await citizen.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth).catch(() => 0)
  expect(overflow).toBe(0)
  await expectValid(await citizen.content(), citizen.url())
})
