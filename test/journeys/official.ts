// An official at a browser: signed in through the API for speed, acting through the pages.
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '../../demo/qinglan/accounts.ts'
import type { EditionContent } from '../../src/modules/disclosure/http/contract.ts'
import { comeToRest, openContext } from './browser.ts'

interface Grant {
  readonly unitId: string
  readonly sectionId: string | null
}

export interface Official {
  readonly context: BrowserContext
  readonly page: Page
  /** Calls the API as this official; fails on a refusal. */
  readonly call: <Answer = Record<string, never>>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => Promise<Answer>
  readonly grants: readonly Grant[]
  /** Signs in anew in the same window, as after a night. */
  readonly again: () => Promise<void>
}

/** Opens a browser window of `login`, signed in. */
export async function official(
  browser: Browser,
  office: string,
  login: string,
  { password = demoPassword, ...options }: BrowserContextOptions & { readonly password?: string } = {},
): Promise<Official> {
  const context = await openContext(browser, options)
  let token = ''
  const call = async <Answer>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer> => {
    const answer = await context.request.fetch(new URL(`api${path}`, office).href, {
      method,
      headers: { 'x-csrf-token': token },
      ...(body ? { data: body } : {}),
    })
    const said = await answer.text()
    if (!answer.ok()) throw new Error(`${method} ${path} as ${login}: ${answer.status()} ${said}`)
    const parsed = (said === '' ? {} : JSON.parse(said)) as Answer & { csrfToken?: string }
    if (parsed.csrfToken !== undefined) token = parsed.csrfToken
    return parsed
  }
  const again = async (): Promise<void> => {
    await call('GET', '/session')
    await call('POST', '/session', { login, password })
  }
  await again()
  const { grants } = await call<{ grants: readonly Grant[] }>('GET', '/session')
  return { context, page: await context.newPage(), call, grants, again }
}

/** A draft in the official's own section, begun through the API. */
export async function begin(by: Official, content: Partial<EditionContent>): Promise<{ editionId: string; documentId: string }> {
  const place = by.grants[0]
  if (!place) throw new Error('an official without a post cannot draft')
  return by.call('POST', '/editions', { unitId: place.unitId, sectionId: place.sectionId, content })
}

/** The column of the site that is called `name`. */
export async function columnCalled(by: Official, name: string): Promise<string> {
  const { rows } = await by.call<{ rows: readonly { id: string; name: string }[] }>('GET', '/columns')
  const found = rows.find((row) => row.name === name)
  if (!found) throw new Error(`no column is called ${name}`)
  return found.id
}

export const editor = (page: Page): Locator => page.getByRole('textbox', { name: '正文' })

/** Until the draft stands in the database. */
export async function saved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .getByText(/已保存/)
    .waitFor()
}

/** Until the sheet of an edition or an application says that it is `state`; otherwise tells what the page complains of. */
export async function stands(page: Page, state: string): Promise<void> {
  const shown = page.locator('.gk-side-state').getByText(state, { exact: true })
  await shown.waitFor().catch(async (cause: unknown) => {
    throw new Error(`not ${state}; the page says: ${(await page.getByRole('alert').allTextContents()).join(' | ')}`, { cause })
  })
}

/** Fills the dialog whose name begins with `name`, sends it to an address that ends with `to`, and waits until it is gone. */
export async function sendDialog(page: Page, name: string, press: string, to: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  // a press that falls into the opening of the dialog is lost, and so is one while a part of it unfolds
  await comeToRest(page)
  await fill(dialog)
  await comeToRest(page)
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() !== 'GET' && new URL(one.url()).pathname.endsWith(to)),
    dialog.getByRole('button', { name: press, exact: true }).click(),
  ]).catch(async (cause: unknown) => {
    throw new Error(`${name} sends nothing; its dialog says: ${(await dialog.allTextContents()).join(' | ')}`, { cause })
  })
  if (!answer.ok()) throw new Error(`${name} is refused: ${answer.status()} ${await answer.text()}`)
  // nameless while it leaves: wait until none is seen
  await page
    .getByRole('dialog')
    .waitFor({ state: 'hidden' })
    .catch(async (cause: unknown) => {
      throw new Error(`${name} stays open; it says: ${(await page.getByRole('dialog').allTextContents()).join(' | ')}`, { cause })
    })
}

/** Takes a step from the sheet of an edition or an application, filling its dialog where it opens one, and waits for the state it leads to. */
export async function takeStep(page: Page, step: string, becomes: string, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click()
  if (fill) await sendDialog(page, `${step}：`, step, '/steps', fill)
  await stands(page, becomes)
}

/** What a reader of `address` gets, as text. */
export async function read(context: BrowserContext, address: string): Promise<string> {
  const answer = await context.request.get(address)
  expect(answer.status(), address).toBe(200)
  return answer.text()
}
