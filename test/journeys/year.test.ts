// The year of a county in the browser: supervisor, section head and citizen see exactly the failures that were planted, and nothing else.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planted } from '../../src/modules/catalogue/fixtures.ts'
import { pulses } from '../../src/modules/catalogue/law/pulses.ts'
import { expectUsable, launch, openContext, phone, town } from './browser.ts'
import { expectValid } from './citizen.ts'
import { official, read, type Official } from './official.ts'
import { password, type BesideTown } from './beside-town.ts'
import { lastMorning, startYearCounty } from './year-county.ts'

let browser: Browser
let year: BesideTown
beforeAll(async () => {
  browser = await launch()
  year = await startYearCounty(town)
})
afterAll(async () => {
  await browser?.close()
  await year?.stop()
})

const at = (path: string): string => new URL(path, year.office).href
const bureau = '青岚县教育局'
const hekou = '河口镇人民政府'

/** Signed in on the last morning of the year. */
async function seated(login: string): Promise<Official> {
  const signedIn = await official(browser, year.office, login, { password })
  await signedIn.page.clock.setFixedTime(lastMorning)
  return signedIn
}

/** The cells of a table's rows, each as one line of words; the row that stands for none while they are fetched is no row. */
async function cellsOf(page: Page, region: string): Promise<string[][]> {
  const rows = page.getByRole('region', { name: region }).locator('tbody tr:not([aria-hidden]):not(.ant-table-placeholder)')
  await rows.first().waitFor()
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim())),
  )
}

const stalledMonths = ['2025-07-15', '2025-08-15', '2025-09-15', '2025-10-15', '2025-11-17', '2025-12-15']

test('the supervisor finds each planted failure on the map, in the lists and in their CSV', async () => {
  const { page } = await seated('supervisor')
  await page.goto(at('heartbeat'))
  const map = await cellsOf(page, '单位和领域的运行图')
  const fields = await page.getByRole('region', { name: '单位和领域的运行图' }).getByRole('columnheader').allInnerTexts()
  // sign, number where it is more than one, then all of it in words
  const said = new Map(
    map.map(([unit = '', , ...cells]) => [unit, new Map(fields.slice(2).map((field, place) => [field.trim(), cells[place] ?? ''] as const))]),
  )
  expect([...said.keys()]).toEqual([bureau, hekou])
  for (const { field, unit, pulse } of planted) {
    const [own, other] = unit === 'bureau' ? [bureau, hekou] : [hekou, bureau]
    expect(said.get(own)?.get(field), field).toBe(`${pulses[pulse].sign} ${pulses[pulse].title} 1`)
    expect(said.get(other)?.get(field), field).toBe('—')
  }
  await expectUsable(page)

  for (const unit of [bureau, hekou]) {
    await page.getByRole('region', { name: '单位和领域的运行图' }).getByRole('link', { name: unit }).click()
    await page.getByRole('heading', { level: 1, name: unit }).waitFor()
    const own = planted.filter((one) => (one.unit === 'bureau') === (unit === bureau))
    const beats = (await cellsOf(page, '目录运行')).map(([name = '', pulse = '']) => [name, pulse])
    expect(new Map(beats.map(([name = '', pulse = '']) => [name.replace('一级 / ', '').split(' ')[0], pulse.slice(2)]))).toEqual(
      new Map(own.map(({ key, pulse }) => [key, pulses[pulse].title])),
    )
    if (unit === bureau) await expectUsable(page)
    await page.goBack()
  }

  await page.goto(at('duties?view=late'))
  const late = await cellsOf(page, '公开任务')
  expect(late.map(([name, unit, , due]) => [name?.split(' ')[2], unit, due])).toEqual(stalledMonths.map((due) => ['校园安全', bureau, due]))
  expect(late.map((row) => row[4])).toEqual(['逾期 169 天', '逾期 138 天', '逾期 107 天', '逾期 77 天', '逾期 44 天', '逾期 16 天'])
  await expectUsable(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 CSV' }).click()])
  const csv = await read(page.context(), download.url())
  expect(csv.trim().split('\n')).toHaveLength(1 + stalledMonths.length)
  for (const due of stalledMonths) expect(csv).toContain(due)

  await page.goto(at('duties?view=soon'))
  const soon = await cellsOf(page, '公开任务')
  expect(soon.map(([name, unit, , due, left]) => [name?.split(' ')[0], unit, due, left])).toEqual([['内部值班安排', bureau, '2026-01-10', '还有 10 天']])
})

test('the head of the section that stalled sees the months without a piece', async () => {
  const { page, call } = await seated('section-head')
  const perMonth = await Promise.all(
    Array.from({ length: 12 }, (_, month) =>
      call<{ rows: readonly { perMonth: number; published: number }[] }>('GET', `/quotas?month=2025-${String(month + 1).padStart(2, '0')}`),
    ),
  )
  // January has the profile beside the check of schools, June budget and profile, September the tender, December the renewed profile
  expect(perMonth.map(({ rows }) => rows.map((row) => row.published - row.perMonth))).toEqual([1, 0, 0, 0, 0, 2, -1, -1, 0, -1, -1, 0].map((left) => [left]))
  for (const [month, result] of [
    ['06', '已完成'],
    ['07', '还差 1 条'],
  ] as const) {
    await page.goto(at(`quotas?month=2025-${month}`))
    expect((await cellsOf(page, '每月公开数量')).map(([place, asked, , said]) => [place, asked, said])).toEqual([[`${bureau} 办公室`, '1', result]])
  }
  await expectUsable(page)

  await page.goto(at('duties?view=late'))
  expect((await cellsOf(page, '公开任务')).map((row) => row[3])).toEqual(stalledMonths)
  await page.setViewportSize(phone)
  await expectUsable(page)
})

test('a citizen sees when each item was last updated and is due again, and no reproach', async () => {
  const page = await (await openContext(browser, { javaScriptEnabled: false, viewport: phone })).newPage()
  await page.goto(new URL('catalogue?unit=jyj', year.portal).href)
  const shown = await page
    .locator('.catalogue-field tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => (cell.firstChild?.textContent ?? '').trim())))
  expect(new Map(shown.map(([name = '', , updated, due]) => [name.replace('一级 / ', ''), [updated, due]]))).toEqual(
    new Map([
      ['校园安全', ['2025-06-12', '—']],
      ['部门预算', ['2025-06-20', '—']],
      ['机构职能', ['2025-12-24', '—']],
      ['招标公告', ['2025-09-19', '—']],
      ['年度报告', ['—', '2026-01-31']],
    ]),
  )
  const html = await page.content()
  for (const word of ['逾期', '空白', '充数', '只有目录', '事后公开', '内部值班安排']) expect(html, word).not.toContain(word)
  await expectValid(html, page.url())
})
