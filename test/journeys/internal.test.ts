// What is disclosed to the own staff alone: the same review and signature, read after sign-in, and nowhere for the public.
import { randomInt } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectUsableAtBothWidths, launch, openContext, town } from './browser.ts'
import { fourHands, signedBy, type FourHands } from './four-hands.ts'
import { official, read, takeStep } from './official.ts'

const mark = randomInt(100_000, 1_000_000)
const title = `县教育局第${mark}号公务用车使用情况`
const words = `第${mark}号车辆全年行驶一万二千公里`

let browser: Browser
let people: FourHands
beforeAll(async () => {
  browser = await launch()
  people = await fourHands(browser)
})
afterAll(() => browser.close())

const inOffice = (path: string): string => new URL(path, town.office).href

test('a text of internal disclosure is reviewed like any other, read by the own staff with proof, and found by nobody else', { timeout: 300_000 }, async () => {
  const { documentId, editionId, page } = await signedBy(people, {
    title,
    kind: '通报',
    disclosureMode: 'internal',
    bodyHtml: `<p>${words}，维修两次，费用八千四百元。</p>`,
  })
  // it has no way to the public site
  expect(await page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0)
  await takeStep(page, '内部发布', '已内部公开', (dialog) => dialog.getByText('本单位', { exact: true }).waitFor())

  const reader = people.head.page
  await reader.goto(inOffice('internal-documents?view=unread'))
  const noted = reader.waitForResponse((one) => one.url().endsWith(`${documentId}/reading`))
  await reader.getByRole('link', { name: title }).click()
  await reader.frameLocator('iframe[title=正文]').getByText(words, { exact: false }).waitFor()
  expect((await noted).status()).toBeLessThan(300)
  await expectUsableAtBothWidths(reader)
  // one who has read it finds it no longer among the unread
  await reader.goto(inOffice(`internal-documents?view=unread&q=${encodeURIComponent(title)}`))
  await reader.getByText('都读过了。').waitFor()

  await page.goto(inOffice(`editions/${editionId}`))
  await page.getByRole('region', { name: '阅读情况' }).getByText('宋南舟').waitFor()

  const stranger = await official(browser, town.office, 'hechangfeng')
  await expect(stranger.call('GET', `/internal-documents/${documentId}`)).rejects.toThrow(/40[34]/)
  const citizen = await openContext(browser)
  const answer = await citizen.request.get(new URL(`documents/${documentId}`, town.portal).href)
  expect(answer.status()).toBe(404)
  expect(await read(citizen, new URL(`search?q=${mark}`, town.portal).href)).not.toContain(words)
})
