// A browser for journeys: Debian's Chromium without its window, and what makes a page usable.
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { violationsOn } from './axe.ts'
import type { Built, Town } from './start-town.ts'

/** Without these, Chromium asks for addresses outside the machine. */
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu']

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 360, height: 740 }

/** How long a page may take to show what a step waits for, also on a machine that does much else. */
export const patience = 60_000

let standing: Built | undefined

function known(): Town {
  if (!standing) throw new Error('addresses of the town are known when it stands: wait for launch() or townStands() first')
  return standing.town
}

/** Known from `townStands` on. */
export const town: Town = {
  get portal() {
    return known().portal
  },
  get portalBelowPath() {
    return known().portalBelowPath
  },
  get office() {
    return known().office
  },
  get folder() {
    return known().folder
  },
}

/** Waits for the town, where it is still being built. */
export async function townStands(): Promise<Built> {
  let answer = await fetch(inject('townStandsAt'))
  while (answer.status === 202) answer = await fetch(inject('townStandsAt'))
  if (!answer.ok) throw new Error(`the town could not be built: ${await answer.text()}`)
  standing = (await answer.json()) as Built
  return standing
}

/** Waits for the town, too. */
export async function launch(): Promise<Browser> {
  await townStands()
  return launchBrowser()
}

export async function launchBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: [...quiet, ...asRoot] })
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

/** In a window as wide as a desk, and as narrow as a telephone; `narrowed` waits for what the page does of itself when it narrows. */
export async function expectUsableAtBothWidths(page: Page, narrowed: () => Promise<unknown> = async () => {}): Promise<void> {
  await page.setViewportSize(desktop)
  await expectUsable(page)
  await page.setViewportSize(phone)
  await narrowed()
  await expectUsable(page)
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
