// A browser for journeys: Debian's Chromium, with axe on every page that is looked at.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

/** Without these, Chromium asks for addresses outside the machine. */
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu']

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 360, height: 740 }

/** How long a page may take to show what a step waits for, also on a machine that does much else. */
export const patience = 60_000

/** Waits for the town, too, where it is still being built. */
export async function launch(): Promise<Browser> {
  let answer = await fetch(inject('townStandsAt'))
  while (answer.status === 202) answer = await fetch(inject('townStandsAt'))
  if (!answer.ok) throw new Error(`the town could not be built: ${await answer.text()}`)
  return launchBrowser()
}

export async function launchBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...quiet, ...asRoot] })
}

export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: desktop, ...options })
  context.setDefaultTimeout(patience)
  return context
}

/** Goes through `all` with two pages side by side: while one waits for its server, the other one is looked at. */
export async function inLanes<One>(open: () => Promise<Page>, all: readonly One[], go: (page: Page, one: One) => Promise<void>): Promise<void> {
  const left = [...all]
  const lane = async (): Promise<void> => {
    const page = await open()
    for (let one = left.shift(); one !== undefined; one = left.shift()) await go(page, one)
  }
  await Promise.all([lane(), lane()])
}

const axeProgram = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Transitions that follow one another without end are no reason to wait for ever: axe then judges what it sees. */
const mostMoves = 50

/** A button that waits, or a dialog on its way, is paler than it will be: colours are judged at rest. What moves for ever (a spinner) is not waited for. */
export async function comeToRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.ant-btn-loading') === null, undefined, { timeout: patience })
  await page.evaluate(async (most) => {
    // a transition that is broken off makes way for the next
    for (let move = 0; move < most; move += 1) {
      await new Promise((frame) => requestAnimationFrame(frame))
      const passing = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
      if (passing.length === 0) return
      await Promise.allSettled(passing.map(({ finished }) => finished))
    }
  }, mostMoves)
}

/** Of the whole page; all of its rules. Its makers' way through Playwright opens a second page for the sums, which takes longer than the look. */
async function violationsOn(page: Page): Promise<AxeResults['violations']> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(await axeProgram)
  // the preview of a text runs no scripts, axe's neither, and waits for ever; the portal's own page of the text is looked at instead
  const look = "axe.run({ exclude: [['iframe']] }, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) => violations)"
  return page.evaluate<AxeResults['violations']>(look)
}

/** Fails on what axe calls serious or critical, and on a page that scrolls sideways. */
export async function expectUsable(page: Page): Promise<void> {
  await comeToRest(page)
  const violations = await violationsOn(page)
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
