// The portal seen in its other ways of looking: for elders, in high contrast, large, and in traditional script.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { desktop, expectUsable, expectUsableAtBothWidths, inLanes, launch, openContext, town } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test.for(['elder', 'contrast', 'large', 'tw'])('seen as %s, pages stay usable at both widths, and links stay in that way of looking', async (mode) => {
  const context = await openContext(browser)
  await inLanes(
    () => context.newPage(),
    ['', 'disclosure', `search?q=${encodeURIComponent('招生')}`, 'report-error'],
    async (page, path) => {
      await page.setViewportSize(desktop)
      await page.goto(new URL(`${mode}/${path}`, town.portal).href)
      await expectUsableAtBothWidths(page)
    },
  )
  const page = await context.newPage()
  await page.goto(new URL(`${mode}/search?q=${encodeURIComponent('招生')}`, town.portal).href)
  await page.locator('.hits a').first().click()
  await page.waitForURL(new RegExp(`/${mode}/documents/`))
  await page.locator('.text').waitFor()
  await expectUsable(page)
})
