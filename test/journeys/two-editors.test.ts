// Two officials at the same draft: they see each other, and no word of either is lost.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectUsable, launch, town } from './browser.ts'
import { begin, columnCalled, editor, official, saved, type Official } from './official.ts'

let browser: Browser
let officer: Official
let head: Official
beforeAll(async () => {
  browser = await launch()
  ;[officer, head] = (await Promise.all(['linzhixia', 'songnanzhou'].map((login) => official(browser, town.office, login)))) as [Official, Official]
})
afterAll(() => browser.close())

async function append(page: Page, behind: string, words: string): Promise<void> {
  await editor(page).getByText(behind).click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(words)
}

/** What the page asks every few seconds: who else is here, and whether somebody saved. Unheard, it learns of the other only when it saves. */
const news = '**/api/editions/*/presence'

interface Stored {
  readonly bodyHtml: string
  readonly title: string
}

test('two officials at one draft see each other, far changes join by themselves, near ones are asked about, and both texts survive', async () => {
  const { editionId } = await begin(officer, {
    title: '关于开展校园植树的通知',
    kind: '通知',
    columnIds: [await columnCalled(officer, '通知公告')],
    bodyHtml: '<p>第一段说时间。</p><p>第二段说地点。</p><p>第三段说工具。</p>',
  })
  const work = new URL(`editions/${editionId}/work`, town.office).href
  await officer.page.goto(work)
  await editor(officer.page).waitFor()
  await head.page.goto(work)
  await head.page.getByText('林知夏 正在编辑').waitFor()
  await expectUsable(head.page)

  // far apart: both keep their own, nobody is asked
  await head.page.route(news, (route) => route.abort())
  await append(officer.page, '第一段说时间。', '三月十二日上午。')
  await officer.page.getByRole('button', { name: '保存草稿' }).click()
  await saved(officer.page)
  await append(head.page, '第三段说工具。', '铁锹自带。')
  await head.page.getByRole('button', { name: '保存草稿' }).click()
  await head.page.getByText('林知夏 也在修改，已合并：正文').waitFor()
  await editor(head.page).getByText('三月十二日上午。').waitFor()
  await editor(head.page).getByText('铁锹自带。').waitFor()

  // the first hears of the second, too
  await head.page.unroute(news)
  await saved(head.page)
  await officer.page.reload()
  await officer.page.getByText('宋南舟 正在编辑').waitFor()
  await editor(officer.page).getByText('铁锹自带。').waitFor()

  // in the same paragraph: the second to save has to choose, and may keep both
  await head.page.route(news, (route) => route.abort())
  await append(officer.page, '第二段说地点。', '在南坡。')
  await officer.page.getByRole('button', { name: '保存草稿' }).click()
  await saved(officer.page)
  // left to save by itself: a press could come after the question already lies over the button
  await append(head.page, '第二段说地点。', '在北坡。')
  const dialog = head.page.getByRole('dialog', { name: '有人同时改了这几处' })
  await dialog.waitFor()
  await dialog.getByText('在南坡。').waitFor()
  await dialog.getByText('在北坡。').waitFor()
  await expectUsable(head.page)
  const before = await head.call<Stored>('GET', `/editions/${editionId}`)
  expect(before.bodyHtml).toContain('在南坡。')
  expect(before.bodyHtml).not.toContain('在北坡。')
  await dialog.getByRole('radio', { name: /两份都留/ }).check()
  await dialog.getByRole('button', { name: '按选择合并并保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await saved(head.page)

  const { bodyHtml } = await officer.call<Stored>('GET', `/editions/${editionId}`)
  for (const words of ['三月十二日上午。', '铁锹自带。', '在南坡。', '在北坡。']) expect(bodyHtml).toContain(words)
})
