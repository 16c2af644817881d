// Figures in the browser: one of the registry is looked at from every side down to its records, and a report of a year before Gongkai becomes a unit's history.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { corpus } from '../../src/modules/reports/corpus/corpus.ts'
import { printed } from '../../src/modules/reports/corpus/print.ts'
import { comeToRest, expectUsableAtBothWidths, launch, patience, town } from './browser.ts'
import { official, read, sendDialog, type Official } from './official.ts'

let browser: Browser
let office: Official
beforeAll(async () => {
  browser = await launch()
  office = await official(browser, town.office, 'yezhen')
})
afterAll(() => browser.close())

const at = (path: string): string => new URL(path, town.office).href

/** How many records the list says that it shows. */
async function listed(page: Page): Promise<number> {
  const total = page.getByText(/^共 [\d,]+ 条$/)
  await total.waitFor()
  return Number((await total.innerText()).replaceAll(/\D/g, ''))
}

test('a figure of the registry opens to as many records, whole and by each of its parts', async () => {
  const { page, context } = office
  await page.goto(at('statistics?metric=requests.received&from=2026-01-01&until=2026-11-30'))
  const whole = page.locator('.gk-statistic-value').getByRole('link')
  const total = Number((await whole.innerText()).replaceAll(',', ''))
  expect(total).toBeGreaterThan(0)
  await whole.click()
  expect(await listed(page)).toBe(total)

  await page.goBack()
  await page.getByText('按渠道', { exact: true }).click()
  const parts = page.getByRole('table', { name: '构成' }).locator('tbody tr:not([aria-hidden])')
  await page.getByRole('columnheader', { name: '渠道' }).waitFor()
  expect(new URL(page.url()).searchParams.get('by')).toBe('channel')
  const shares = await parts.evaluateAll((rows) => rows.map((row) => Number(row.lastElementChild?.textContent?.replaceAll(',', ''))))
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
  await comeToRest(page)
  await parts.first().getByRole('link').click()
  expect(await listed(page)).toBe(shares[0])

  await page.goBack()
  const file = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href')
  expect((await read(context, at(file ?? ''))).split('\r\n').find((line) => line.startsWith('合计'))).toBe(`合计,${total}`)
})

test('a share is looked for by the keys, says what it divides, and opens to what lacks', async () => {
  const { page } = office
  await page.goto(at('statistics?from=2020-01-01&until=2026-11-30'))
  const picker = page.getByRole('combobox', { name: '指标' })
  await picker.focus()
  await page.keyboard.press('Enter')
  await picker.fill('解读率')
  await page.keyboard.press('Enter')
  await page.getByText('已解读的行政规范性文件，占期间内制发的行政规范性文件的百分比').waitFor()
  const share = page.locator('.gk-statistic-value')
  await share.getByText('%').waitFor()
  await expectUsableAtBothWidths(page)
  await share.getByRole('link').click()
  await page.getByText('尚未解读的行政规范性文件').first().waitFor()
})

test('a report of an earlier year is read, corrected with a reason, confirmed, and stands among the years of its unit', async () => {
  const { page } = office
  const paper = corpus.find((one) => one.name === 'clean-c-water')
  if (!paper) throw new Error('no such paper')
  const { name, bytes } = await printed(paper, 'docx')
  await page.goto(at('report-check'))
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
  await page.getByRole('button', { name: '作为历年数据保存' }).click()
  const panel = page.getByRole('region', { name: '作为历年数据保存' })
  await panel.getByText('文件中写的是：云溪县水务局').waitFor()
  const save = panel.getByRole('button', { name: '确认并保存' })
  expect(await save.isDisabled()).toBe(true)
  const offered = page.locator('.ant-select-dropdown:visible .ant-select-tree-title').getByText('青岚县民政局', { exact: true })
  // on a busy machine what is typed before the units have come is lost, and a press on what is just moving, too
  await expect
    .poll(
      async () => {
        if (await offered.isVisible()) await offered.click({ timeout: 2000 }).catch(() => {})
        else await panel.getByRole('combobox', { name: '单位' }).fill('民政局')
        return panel.getByText('青岚县民政局', { exact: true }).isVisible()
      },
      { timeout: patience, interval: 300 },
    )
    .toBe(true)
  const penalties = panel.getByRole('textbox', { name: /^行政处罚/ }).first()
  await penalties.fill('36')
  await expectUsableAtBothWidths(page)
  expect(await save.isDisabled()).toBe(true)
  await panel.getByRole('textbox', { name: /更正的原因$/ }).fill('按执法台账核对')
  await comeToRest(page)
  await save.click()
  await sendDialog(page, '保存为2022年的历年数据', '保存', '/report-history', () => Promise.resolve())
  await page.getByRole('link', { name: '查看这个单位的历年年报' }).click()
  const years = page.getByRole('listitem').filter({ hasText: '2022年' })
  await years.getByText('按执法台账核对').waitFor({ state: 'attached' })
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '青岚县民政局' }).waitFor()
  expect(await page.getByRole('row').filter({ hasText: '行政处罚' }).first().innerText()).toMatch(/\b36\b/)
  await expectUsableAtBothWidths(page)
})
