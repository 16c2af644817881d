// Every page that the menu opens, for the roles that open the most: it stands, says no error, and can be used wide and narrow.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, expectUsable, expectUsableAtBothWidths, inLanes, launch, phone, town } from './browser.ts'
import { official } from './official.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const menuButton = (page: Page): Locator => page.getByRole('button', { name: '打开菜单' })

/** Pages that stand behind an entry of the menu, not in it. */
const behind: Readonly<Record<string, readonly string[]>> = {
  '/units': ['/people', '/responsible-people'],
  '/accounts': ['/grants'],
  '/imports': ['/imports/new'],
  '/channels': ['/channels/likeness'],
  '/requests': ['/requests/new'],
  '/record-corrections': ['/record-corrections/new'],
}

/** A page is looked at closely, wide and narrow, for the first role that opens it: those who may do most come first. */
const lookedAt = new Set<string>()

test.for([
  ['叶蓁', 'yezhen', 13],
  ['程立', 'chengli', 6],
  ['罗晓静', 'luoxiaojing', 5],
  ['孟繁星', 'mengfanxing', 5],
  ['贺长风', 'hechangfeng', 8],
] as const)(
  'every page of the menu of %s opens without an error, and is usable at both widths where no earlier role opened it',
  { timeout: 900_000 },
  async ([, login, atLeast]) => {
    const { page: first, context } = await official(browser, town.office, login)
    const wrong: string[] = []
    const watched = (page: Page): Page => {
      page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`))
      page.on('console', (message) => message.type() === 'error' && wrong.push(`${page.url()}: ${message.text()}`))
      page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`))
      return page
    }
    await watched(first).goto(town.office)
    const entries = first.getByRole('navigation', { name: '主菜单' }).getByRole('link')
    await entries.first().waitFor()
    const addresses = await entries.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    const all = [...addresses, '/notices', '/me'].flatMap((address) => [address, ...(behind[address] ?? [])])
    expect(all.length).toBeGreaterThanOrEqual(atLeast)
    const open = async () => watched(await context.newPage())
    await inLanes(open, all, async (page, address) => {
      await page.setViewportSize(desktop)
      const entry = page.getByRole('navigation', { name: '主菜单' }).locator(`a[href="${address}"]`)
      // by the menu, as people go; what stands behind it, and the first page, by the address
      if (addresses.includes(address) && page.url() !== 'about:blank') {
        await entry.click()
        await entry.and(page.locator('[aria-current=page]')).waitFor()
      } else await page.goto(new URL(address, town.office).href)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('.ant-spin-spinning, [aria-busy=true]').first().waitFor({ state: 'hidden' })
      if (lookedAt.has(address)) return
      lookedAt.add(address)
      await expectUsableAtBothWidths(page, () => menuButton(page).waitFor())
    })
    expect(wrong).toEqual([])
  },
)

test('on a telephone the menu opens as a drawer and leads to a page', async () => {
  const { page } = await official(browser, town.office, 'yezhen', { viewport: phone })
  await page.goto(town.office)
  await menuButton(page).click()
  await page.getByRole('dialog').getByRole('link', { name: '信息管理' }).click()
  await page.getByRole('heading', { level: 1, name: '信息管理' }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expectUsable(page)
})

test('the guide of a unit shows what its next text changes, and keeps what people wrote', async () => {
  const { page } = await official(browser, town.office, 'yezhen')
  await page.goto(new URL('/guides', town.office).href)
  await page.getByRole('link', { name: '青岚县人民政府办公室', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: /与公开的文本比较$/ }).waitFor()
  // the section that the tables do not know stands there unmarked
  await page.getByText('依法确定为国家秘密的，法律、行政法规禁止公开的', { exact: false }).and(page.locator('.gk-compared-same')).waitFor()
  await expectUsableAtBothWidths(page, () => menuButton(page).waitFor())
})
