// axe on a page: all of its rules that can find something serious.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

const program = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs in the page, once after axe itself. */
const ours = `{
  axe.getRules()
  const rules = Object.fromEntries(axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate').map(({ id }) => [id, { enabled: false }]))
  if (Object.keys(rules).length < 20) throw new Error('axe no longer says how grave its rules are')
  // What a rule of these finds depends on the width of the window, also in what stood there before.
  const ofWidth = ['color-contrast', 'scrollable-region-focusable']
  const options = { iframes: false, resultTypes: ['violations'] }
  const violations = async (context, more) => (await axe.run(context, { ...options, ...more })).violations
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
  const shown = () => [...document.body.querySelectorAll('*')].filter(isShown)
  let seen = new WeakSet()
  window.gongkaiLook = {
    async whole(exclude) {
      const found = await violations({ exclude }, { rules })
      seen = new WeakSet(shown())
      return found
    },
    async narrow(exclude) {
      const found = await violations({ exclude }, { runOnly: ofWidth })
      const kept = exclude.flatMap((selector) => [...document.querySelectorAll(selector)])
      const isNew = (element) => !seen.has(element) && !kept.some((one) => one.contains(element))
      const fresh = new Set(shown().filter(isNew))
      const include = [...fresh].filter((element) => !fresh.has(element.parentElement))
      return include.length === 0 ? found : [...found, ...(await violations({ include, exclude }, { rules }))]
    },
  }
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

/**
 * What axe finds on the whole page; or, `narrow`, after a look at the whole of the same page in a wider window: what may look otherwise in the narrow one,
 * and all of what only the narrow one shows. Its makers' way through Playwright opens a second page for the sums, which takes longer than the look.
 */
export async function violationsOn(page: Page, look: 'whole' | 'narrow'): Promise<AxeResults['violations']> {
  const isThere = await page.evaluate('typeof gongkaiLook === "object"')
  if (!isThere && look === 'narrow') throw new Error(`${page.url()} was not looked at in a wide window`)
  if (!isThere) await page.evaluate(`${await program};${ours}`)
  // the preview of a text runs no scripts, axe's neither, and waits for ever; the portal's own page of the text is looked at instead
  const exclude = JSON.stringify(['iframe', ...((await menuIsNew(page)) ? [] : [menu])])
  return page.evaluate<AxeResults['violations']>(`gongkaiLook.${look}(${exclude})`)
}
