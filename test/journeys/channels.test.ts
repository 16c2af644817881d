// One text on many channels: entered with its proof, counted once, made over for each, gathered in a bulletin, and kept as an archive that proves itself.
import { createHash, randomInt } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sumsName } from '../../src/modules/channels/law/archive.ts'
import { expectUsable, expectUsableAtBothWidths, launch, town } from './browser.ts'
import { official, type Official } from './official.ts'
import { choose } from './request-desk.ts'

const mark = randomInt(100_000, 1_000_000)

/** One white pixel: what a telephone would send is of another size, not of another kind. */
const photograph = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==', 'base64')

interface Piece {
  readonly documentId: string
  readonly editionId: string
  readonly title: string
}

let browser: Browser
let officer: Official
let office: Official
let piece: Piece

interface Channels {
  readonly website: { readonly shownOn: string }
  readonly entries: readonly { readonly channel: string; readonly place: string }[]
  readonly mayEnter: boolean
}

const channelsOf = (documentId: string): Promise<Channels> => officer.call<Channels>('GET', `/documents/${documentId}/channels`)

/** A published text that stood on the website alone until now. */
async function shownNowhereElse(): Promise<Piece> {
  const { rows } = await officer.call<{ rows: readonly Piece[] }>('GET', '/editions?state=published&size=50')
  // the oldest of them: newer ones may belong to other journeys
  for (const row of rows.toReversed()) {
    const { entries, mayEnter } = await channelsOf(row.documentId)
    if (mayEnter && entries.length === 0) return row
  }
  throw new Error('every text of the bureau was shown elsewhere, too')
}

beforeAll(async () => {
  browser = await launch()
  ;[officer, office] = (await Promise.all(['linzhixia', 'yezhen'].map((login) => official(browser, town.office, login)))) as [Official, Official]
  piece = await shownNowhereElse()
})
afterAll(() => browser.close())

/** How often the text is counted on the day on which it went to the website, and on the day of the entries. */
async function countedAs(metric: 'published-distinct' | 'published-by-channel', channels = ''): Promise<number> {
  const { website } = await channelsOf(piece.documentId)
  const span = metric === 'published-distinct' ? `from=${website.shownOn}&until=${website.shownOn}` : 'from=2019-01-01&until=2099-12-31'
  const asked = `metric=${metric}&line=government&size=100&${span}${channels && `&channels=${channels}`}`
  const { rows } = await officer.call<{ rows: readonly { documentId: string }[] }>('GET', `/channel-figures/rows?${asked}`)
  return rows.filter(({ documentId }) => documentId === piece.documentId).length
}

test('what was shown on two more channels is entered with its photograph, and counted once', async () => {
  const { page } = officer
  expect(await countedAs('published-distinct')).toBe(1)
  expect(await countedAs('published-by-channel', 'wechat')).toBe(0)
  await page.goto(new URL(`editions/${piece.editionId}`, town.office).href)
  const panel = page.getByRole('region', { name: '发布渠道' })
  await panel.getByRole('button', { name: '登记发布渠道' }).click()
  const dialog = page.getByRole('dialog', { name: '登记发布渠道' })
  const row = (nth: number): Locator => dialog.locator('.gk-appearance-row').nth(nth)
  await choose(row(0), '渠道', '政务微信')
  await row(0).getByLabel('公众号').fill('青岚教育')
  await row(0).getByLabel('网址').fill(`https://weixin.example/${mark}`)
  await dialog.getByRole('button', { name: '再加一个渠道' }).click()
  await choose(row(1), '渠道', '信息公开栏')
  await row(1).getByLabel('公开栏位置').fill(`局机关一楼大厅${mark}`)
  await dialog.locator('input[type=file]').setInputFiles({ name: '公开栏.png', mimeType: 'image/png', buffer: photograph })
  await expectUsable(page)
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await panel.getByRole('button', { name: '政务微信' }).waitFor()
  await panel.getByText('佐证1件').first().waitFor()

  expect(await countedAs('published-distinct')).toBe(1)
  expect(await countedAs('published-by-channel', 'wechat')).toBe(1)
  expect(await countedAs('published-by-channel', 'notice-board')).toBe(1)

  await panel.getByRole('button', { name: '信息公开栏' }).click()
  const drawer = page.getByRole('dialog', { name: '渠道登记' })
  await drawer.getByRole('link', { name: '公开栏.png' }).waitFor()
  await expectUsable(page)
})

test('the article, the micro-blog and the lines are made of the text, and each has its place in the ledger', async () => {
  const { page } = officer
  await page.goto(new URL(`channels/forms/${piece.documentId}`, town.office).href)
  expect(await page.getByLabel('封面标题').inputValue()).not.toBe('')
  expect(await page.getByRole('textbox', { name: '微信文章正文' }).innerText()).not.toBe('')
  await page.getByText('已登记在政务微信公开').waitFor()
  await page.getByRole('tab', { name: /微博/ }).click()
  await page.getByText('还没有登记在政务微博公开。').waitFor()
  await page.getByRole('button', { name: '已在政务微博公开，登记' }).click()
  const dialog = page.getByRole('dialog', { name: '登记发布渠道' })
  await dialog.getByLabel('账号').fill('@青岚教育')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('已登记在政务微博公开').waitFor()
  await expectUsableAtBothWidths(page)
})

test('the archive of the text holds its editions, review and channels, and every hash in its manifest is right', async () => {
  const answer = await office.context.request.get(new URL(`api/documents/${piece.documentId}/archive`, town.office).href)
  expect(answer.status()).toBe(200)
  const files = unzipSync(await answer.body())
  const listed = Buffer.from(files[sumsName] ?? [])
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line)?.slice(1) ?? [line, ''])
  expect(listed.length).toBeGreaterThan(5)
  for (const [hash, name = ''] of listed) {
    const bytes = files[name]
    expect(bytes && createHash('sha256').update(bytes).digest('hex'), name).toBe(hash)
  }
  expect(Object.values(files).some((bytes) => Buffer.from(bytes).toString('utf8').includes(`局机关一楼大厅${mark}`))).toBe(true)
})

test('a bulletin is picked from a month, put into order, and becomes a draft with its number and PDF', async () => {
  const { page } = office
  const name = `第${mark}号公开简报`
  await page.goto(new URL('bulletins', town.office).href)
  await page.getByRole('button', { name: '新编一期' }).click()
  const dialog = page.getByRole('dialog', { name: '新编一期简报' })
  await dialog.getByLabel('名称').fill(name)
  await dialog.getByRole('button', { name: '开始编辑' }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
  const candidates = page.getByRole('region', { name: '可选信息' })
  const pick = candidates.getByRole('button', { name: /^选入/ })
  await pick.nth(0).click()
  await pick.nth(1).click()
  const chosen = page.getByRole('list', { name: '选入的信息' }).getByRole('listitem')
  await chosen.nth(1).waitFor()
  const [first = '', second = ''] = (await chosen.allTextContents()).map((line) => line.replace(/^\d+\. /, ''))
  await chosen.nth(1).getByRole('button', { name: /^上移/ }).click()
  expect((await chosen.allTextContents()).map((line) => line.replace(/^\d+\. /, ''))).toEqual([second, first])
  await page.getByLabel('卷首语').fill('本期选登近期公开的两条信息。')
  await page.getByLabel('发布栏目').fill('通知公告')
  await page.locator('.ant-select-dropdown:visible').locator('.ant-select-item-option, .ant-select-tree-title').filter({ hasText: '通知公告' }).first().click()
  await expectUsable(page)
  await page.getByRole('button', { name: '成稿', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '成稿', exact: true }).click()
  await page.waitForURL(/\/editions\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
  await page.getByText(/\.pdf/i).first().waitFor()
  await expectUsable(page)
})
