// The ways a citizen takes through the portal: by script or without, in either script of the language, by keyboard alone, below another site's path.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectUsable, launch, openContext, patience, phone, town } from './browser.ts'
import { expectValid, kindsOfPages } from './citizen.ts'
import { official, read } from './official.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const at = (path: string): string => new URL(path, town.portal).href
const looked = (page: Page, what: string): Promise<string> => page.locator('html').evaluate((root, name) => getComputedStyle(root).getPropertyValue(name), what)

describe('ways of looking', () => {
  test('one switch turns a page into 繁 and back, its words and its links', async () => {
    const page = await (await openContext(browser)).newPage()
    await page.goto(at('disclosure'))
    await page.getByRole('heading', { level: 1, name: '政府信息公开' }).waitFor()
    await page.getByRole('navigation', { name: '浏览方式' }).getByRole('link', { name: '繁體' }).click()
    await page.getByRole('heading', { level: 1, name: '政府信息公開' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh-(Hant|TW)/)
    await page.getByRole('navigation', { name: '主導航' }).getByRole('link', { name: '依申請公開' }).click()
    await page.getByRole('heading', { level: 1, name: /依申請公開/ }).waitFor()
    await page.getByRole('navigation', { name: '瀏覽方式' }).getByRole('link', { name: '簡體' }).click()
    await page.getByRole('heading', { level: 1, name: /依申请公开/ }).waitFor()
  })

  test('larger text, high contrast and the version for elders change what is seen, and can be left again', async () => {
    const page = await (await openContext(browser)).newPage()
    await page.goto(at('disclosure'))
    const size = async (): Promise<number> =>
      Number.parseFloat(
        await page
          .locator('main p, main a')
          .first()
          .evaluate((one) => getComputedStyle(one).fontSize),
      )
    const [plain, colours] = [await size(), (await looked(page, 'background-color')) + (await looked(page, 'color'))]
    const ways = page.getByRole('navigation', { name: '浏览方式' })
    await ways.getByRole('link', { name: '大字' }).click()
    await page.waitForURL(/large/)
    expect(await size()).toBeGreaterThan(plain)
    await ways.getByRole('link', { name: '标准字号' }).click()
    await page.waitForURL(/\/disclosure$/)
    expect(await size()).toBe(plain)
    await ways.getByRole('link', { name: '长辈版' }).click()
    await page.waitForURL(/elder/)
    expect(await size()).toBeGreaterThan(plain)
    await ways.getByRole('link', { name: '标准版' }).click()
    await ways.getByRole('link', { name: '高对比' }).click()
    await page.waitForURL(/contrast/)
    expect((await looked(page, 'background-color')) + (await looked(page, 'color'))).not.toBe(colours)
  })

  test('by keyboard alone one skips to the text, reaches the search and opens a result', async () => {
    const page = await (await openContext(browser)).newPage()
    await page.goto(at(''))
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: '跳到正文' })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#content')
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')
    for (let key = 0; key < 20 && (await focused()) !== 'q'; key += 1) await page.keyboard.press('Tab')
    expect(await focused()).toBe('q')
    await page.keyboard.type('招生')
    await page.keyboard.press('Enter')
    await page.locator('.hits').waitFor()
    const onHit = (): Promise<boolean> => page.evaluate(() => document.activeElement?.closest('.hits') !== null && document.activeElement !== document.body)
    for (let key = 0; key < 120 && !(await onHit()); key += 1) await page.keyboard.press('Tab')
    expect(await onHit()).toBe(true)
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
    expect(outline).not.toBe('none')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/documents\//)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})

describe('without JavaScript', () => {
  test('a telephone opens the menu, searches, narrows by a facet and reads a document', async () => {
    const page = await (await openContext(browser, { javaScriptEnabled: false, viewport: phone })).newPage()
    await page.goto(at(''))
    await page.getByText('菜单', { exact: true }).click()
    await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '政府信息公开' }).click()
    await page.getByRole('heading', { level: 1, name: '政府信息公开' }).waitFor()
    await page.goto(at('search'))
    await page.getByRole('searchbox').fill('招生')
    await page.getByRole('button', { name: '检索' }).click()
    await page
      .getByRole('status')
      .getByText(/条结果/)
      .waitFor()
    await page.getByRole('complementary', { name: '筛选条件' }).getByRole('link').first().click()
    await page.getByRole('link', { name: /^去掉条件/ }).waitFor()
    await page.locator('.hits a').first().click()
    await page.locator('.text').waitFor()
    await page.getByText('更多属性').click()
    await page.getByText('公开方式').first().waitFor()
  })

  test('an error of the site is reported, with what is missing said first, and reaches the office', async () => {
    const words = '年报列表里二〇二三年的链接打不开，请更正。'
    const page = await (await openContext(browser, { javaScriptEnabled: false })).newPage()
    await page.goto(at('report-error?page=%2Freports'))
    await page.getByRole('radio').first().check()
    await page.getByLabel('问题描述').fill('太短')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('alert').waitFor()
    await expectValid(await page.content(), page.url())
    await page.getByLabel('问题描述').fill(words)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { name: '已经收到，谢谢您' }).waitFor()
    const number = (await page.getByRole('status').locator('.code').textContent()) ?? ''
    expect(number).toMatch(/^JC\d{8}-/)

    const office = await official(browser, town.office, 'yezhen')
    await expect
      .poll(async () => (await office.call<{ rows: readonly { number: string; description: string }[] }>('GET', '/error-reports?size=100')).rows, {
        timeout: patience,
      })
      .toContainEqual(expect.objectContaining({ number, description: words }))
    await office.page.goto(new URL('error-reports', town.office).href)
    await office.page.getByText(words).first().waitFor()
    await expectUsable(office.page)
  })
})

describe('below the path of another site', () => {
  test('no link, form or file of any page leads out of the path', async () => {
    const context = await openContext(browser)
    const base = new URL(town.portalBelowPath)
    for (const { path, status } of await kindsOfPages(browser, town)) {
      const address = new URL(path, base).href
      const answer = await context.request.get(address)
      expect(answer.status(), address).toBe(status ?? 200)
      const html = await answer.text()
      const targets = [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(
        (found) => new URL((found[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#61;', '='), address),
      )
      const out = targets.filter((target) => target.origin === base.origin && !target.pathname.startsWith(base.pathname))
      expect(out.map(String), `links of ${address}`).toEqual([])
      expect(targets.length).toBeGreaterThan(3)
    }
  })

  test('a citizen walks from the home page to a document without leaving the path, and the styles are there', async () => {
    const page = await (await openContext(browser)).newPage()
    await page.goto(town.portalBelowPath)
    await page.getByRole('searchbox').first().fill('招生')
    await page.keyboard.press('Enter')
    await page.locator('.hits a').first().click()
    await page.locator('.text').waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/zfxxgk\/documents\//)
    await expectUsable(page)
    await page.getByRole('navigation', { name: '浏览方式' }).getByRole('link', { name: '繁體' }).click()
    await page.waitForURL(/\/zfxxgk\/tw\/documents\//)
  })
})

describe('files for machines', () => {
  test('feeds, the site map and the rules for robots can be read and lead to pages that stand', async () => {
    const context = await openContext(browser)
    const page = await context.newPage()
    const parsed = (xml: string): Promise<string> =>
      page.evaluate((text) => {
        const root = new DOMParser().parseFromString(text, 'application/xml').documentElement
        return root.querySelector('parsererror') ? `not XML: ${root.textContent}` : root.localName
      }, xml)
    for (const feed of ['feed.atom', 'columns/tongzhi/feed.atom']) {
      const atom = await read(context, at(feed))
      expect(await parsed(atom), feed).toBe('feed')
      expect(atom).toMatch(/<entry>/)
    }
    const json = JSON.parse(await read(context, at('feed.json'))) as { version: string; items: readonly { url: string; title: string }[] }
    expect(json.version).toContain('jsonfeed.org')
    expect(json.items.length).toBeGreaterThan(0)
    await read(context, json.items[0]?.url ?? '')

    const robots = await read(context, at('robots.txt'))
    const siteMap = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? ''
    expect(siteMap).toBe(at('sitemap.xml'))
    let map = await read(context, siteMap)
    if ((await parsed(map)) === 'sitemapindex') map = await read(context, /<loc>([^<]+)<\/loc>/.exec(map)?.[1] ?? '')
    expect(await parsed(map)).toBe('urlset')
    const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => found[1] ?? '')
    expect(addresses.length).toBeGreaterThan(50)
    for (const address of [addresses[0], addresses.at(-1)]) await read(context, address ?? '')
  })
})
