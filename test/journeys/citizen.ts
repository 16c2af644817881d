// The portal as a citizen walks it: its kinds of pages, found by their own links, and valid HTML.
import { HtmlValidate } from 'html-validate'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { official } from './official.ts'
import type { Town } from './start-town.ts'

export interface Kind {
  readonly name: string
  /** Below the address of the portal. */
  readonly path: string
  readonly status?: number
}

/** One page of every kind; documents with a history and withdrawn ones are asked of the office. */
export async function kindsOfPages(browser: Browser, town: Town): Promise<readonly Kind[]> {
  const inspector = await official(browser, town.office, 'hechangfeng')
  const { page, context } = inspector
  const first = async (state: string): Promise<string> => {
    const { rows } = await inspector.call<{ rows: readonly { documentId: string }[] }>('GET', `/editions?state=${state}&size=1&sort=updatedAt`)
    const row = rows[0]
    if (!row) throw new Error(`the town has no edition that is ${state}`)
    return row.documentId
  }
  const { rows: surveys } = await inspector.call<{ rows: readonly { documentId: string }[] }>('GET', '/surveys?state=open')
  const [document, revised, withdrawn] = [await first('published'), await first('superseded'), await first('withdrawn')]
  await page.goto(new URL('units', town.portal).href)
  const unit = (await page.locator('main a[href*="/units/"]').first().getAttribute('href')) ?? ''
  await page.goto(new URL(`documents/${document}`, town.portal).href)
  const indexNumber = (await page.locator('.document-facts dd').first().textContent()) ?? ''
  await context.close()
  return [
    { name: 'home', path: '' },
    { name: 'platform', path: 'disclosure' },
    { name: 'guide', path: 'columns/zhinan' },
    { name: 'rules', path: 'columns/zhidu' },
    { name: 'statutory contents', path: 'columns/fdzdgk' },
    { name: 'column of Article 20', path: 'columns/fd-budget-and-final-accounts' },
    { name: 'yearly reports', path: 'reports' },
    { name: 'application', path: 'apply' },
    { name: 'application online', path: 'apply/online?q=%E5%AD%A6%E5%8C%BA' },
    { name: 'progress of an application', path: 'apply/progress' },
    { name: 'column', path: 'columns/tongzhi' },
    { name: 'latest', path: 'latest' },
    { name: 'units', path: 'units' },
    { name: 'unit', path: unit.slice(1) },
    { name: 'responsible persons', path: 'responsible' },
    { name: 'document', path: `documents/${document}` },
    { name: 'revised document', path: `documents/${revised}` },
    { name: 'comparison', path: `documents/${revised}/revisions/2` },
    { name: 'first text', path: `documents/${revised}/revisions/1` },
    ...surveys.map(({ documentId }) => ({ name: 'survey', path: `documents/${documentId}/survey` })),
    { name: 'print view', path: `documents/${document}/print` },
    { name: 'search', path: 'search' },
    { name: 'search with hits', path: `search?q=${encodeURIComponent('招生')}` },
    { name: 'search without hits', path: `search?q=${encodeURIComponent('"量子纠缠的鸭嘴兽"')}` },
    { name: 'register', path: 'register' },
    { name: 'register check', path: `register?q=${encodeURIComponent(indexNumber.trim())}` },
    { name: 'site map', path: 'site-map' },
    { name: 'error form', path: 'report-error' },
    { name: 'leaving', path: 'leave?to=https%3A%2F%2Fexample.org%2Fpage' },
    { name: 'terms', path: 'deadline' },
    { name: 'due day', path: 'deadline?term=reply&from=2026-02-09' },
    { name: 'catalogue', path: 'catalogue' },
    { name: 'party', path: 'party' },
    { name: 'party column', path: 'columns/dw-juece' },
    { name: 'party unit', path: 'units/xwb' },
    { name: 'contact', path: 'contact' },
    { name: 'accessibility', path: 'accessibility' },
    { name: 'not found', path: 'no/such/page', status: 404 },
    { name: 'tombstone', path: `documents/${withdrawn}`, status: 410 },
  ]
}

const validator = new HtmlValidate({ extends: ['html-validate:standard'] })

/** Fails on HTML that the standard does not allow. */
export async function expectValid(html: string, address: string): Promise<void> {
  const { results } = await validator.validateString(html)
  const said = results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`))
  expect(said, `HTML of ${address}`).toEqual([])
}
