// Every kind of page of the portal, wide and narrow: valid HTML, nothing that axe calls serious, no sideways scroll, no script that fails.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, expectUsableAtBothWidths, inLanes, launch, openContext, town } from './browser.ts'
import { expectValid, kindsOfPages } from './citizen.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('every kind of page is valid and usable on a desk and on a telephone', async () => {
  const context = await openContext(browser)
  const wrong: string[] = []
  const open = async () => {
    const page = await context.newPage()
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`))
    page.on('requestfailed', (request) => wrong.push(`${request.url()} failed`))
    page.on(
      'response',
      (response) => response.status() >= 400 && !response.request().isNavigationRequest() && wrong.push(`${response.status()} ${response.url()}`),
    )
    page.on('console', (message) => /Content Security Policy/.test(message.text()) && wrong.push(`${page.url()}: ${message.text()}`))
    return page
  }
  await inLanes(open, await kindsOfPages(browser, town), async (page, { path, status }) => {
    const address = new URL(path, town.portal).href
    await page.setViewportSize(desktop)
    const answer = await page.goto(address)
    expect(answer?.status(), address).toBe(status ?? 200)
    await expectValid((await answer?.text()) ?? '', address)
    expect(await page.getByRole('heading', { level: 1 }).count(), `first headings of ${address}`).toBe(1)
    await expectUsableAtBothWidths(page)
  })
  expect(wrong).toEqual([])
}, 900_000)
