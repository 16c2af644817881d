// axe on a page: all of its rules that can find something serious.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

const program = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules whose impact is fixed below serious never say more (axe gives it to all that they find), and are not asked. Runs in the page, once after axe itself. */
const ours = `{
  axe.getRules()
  const rules = Object.fromEntries(axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate').map(({ id }) => [id, { enabled: false }]))
  if (Object.keys(rules).length < 20) throw new Error('axe no longer says how grave its rules are')
  window.gongkaiLook = async (exclude) => (await axe.run({ exclude }, { iframes: false, resultTypes: ['violations'], rules })).violations
}`

/** The menu of the office is half of what there is to look at, and the same on every page: once in a window, wide and narrow, is enough. */
const menu = '[aria-label=主菜单]'
const seenMenus = new WeakMap<BrowserContext, Set<number>>()

/** True the first time that a window of this width shows the menu. */
async function menuIsNew(page: Page): Promise<boolean> {
  const { width = 0 } = page.viewportSize() ?? {}
  const seen = seenMenus.get(page.context()) ?? new Set<number>()
  seenMenus.set(page.context(), seen)
  if (seen.has(width)) return false
  if (await page.locator(menu).isVisible()) seen.add(width)
  return true
}

/** What axe finds on the whole page. Its makers' way through Playwright opens a second page for the sums, which takes longer than the look. */
export async function violationsOn(page: Page): Promise<AxeResults['violations']> {
  if (!(await page.evaluate('typeof gongkaiLook === "function"'))) await page.evaluate(`${await program};${ours}`)
  // the preview of a text runs no scripts, axe's neither, and waits for ever; the portal's own page of the text is looked at instead
  const exclude = JSON.stringify(['iframe', ...((await menuIsNew(page)) ? [] : [menu])])
  return page.evaluate<AxeResults['violations']>(`gongkaiLook(${exclude})`)
}
