// A browser for journeys: Debian's Chromium, with axe on every page that is looked at.
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** Without these, Chromium asks for addresses outside the machine. */
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu']

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 360, height: 740 }

/** How long a page may take to show what a step waits for, also on a machine that does much else. */
export const patience = 60_000

export async function launch(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...quiet, ...asRoot] })
}

export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: desktop, ...options })
  context.setDefaultTimeout(patience)
  return context
}

/** Fails on what axe calls serious or critical, and on a page that scrolls sideways. */
export async function expectUsable(page: Page): Promise<void> {
  // the preview of a text runs no scripts, axe's neither, and waits for ever; the portal's own page of the text is looked at instead
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const said = grave.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => node.html)
        .join(' | ')}`,
  )
  expect(said, `axe on ${page.url()}`).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0)
}
