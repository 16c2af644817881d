// The release gate in the browser: an official mends what was found, somebody lets one finding stand, and the record stays with what went out.
import { randomInt } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectUsable, launch, openContext, phone, town } from './browser.ts'
import { begin, columnCalled, editor, official, read, saved, takeStep, type Official } from './official.ts'

const mark = randomInt(100_000, 1_000_000)
const title = `关于第${mark}批校园安全奖补的公示`
const number = '431222197608140039'
const masked = '43*************039'

let browser: Browser
let officer: Official
let head: Official
let reviewer: Official
let leader: Official
beforeAll(async () => {
  browser = await launch()
  ;[officer, head, reviewer, leader] = (await Promise.all(
    ['linzhixia', 'songnanzhou', 'yuqinghe', 'jiangyuwei'].map((login) => official(browser, town.office, login)),
  )) as [Official, Official, Official, Official]
})
afterAll(() => browser.close())

const panel = (page: Page) => page.getByRole('region', { name: '发布检查' })
const row = (page: Page, words: string) => panel(page).getByRole('listitem').filter({ hasText: words })

async function openSheet(by: Official, editionId: string): Promise<void> {
  await by.page.goto(new URL(`editions/${editionId}`, town.office).href)
  await by.page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Jumps to a finding, which marks its letters, and writes over them. */
async function mend(page: Page, words: string, right: string): Promise<void> {
  await row(page, words).getByRole('button', { name: '定位' }).click()
  // the editor takes the focus in the next frame: letters typed before it fall on the button
  await editor(page).and(page.locator(':focus')).waitFor()
  await page.waitForFunction(() => getSelection()?.isCollapsed === false)
  await page.keyboard.type(right)
  await saved(page)
  await row(page, words).waitFor({ state: 'detached' })
}

test('what the gate finds is masked, mended or let stand in somebody’s name before it is published', async () => {
  const table =
    '<table><tr><th>学校</th><th>人数</th></tr><tr><td>一小</td><td>12</td></tr><tr><td>二小</td><td>30</td></tr><tr><td>合计</td><td>43</td></tr></table>'
  const { editionId, documentId } = await begin(officer, {
    title,
    kind: '公告',
    theme: '科技、教育\\教育',
    columnIds: [await columnCalled(officer, '通知公告')],
    bodyHtml: `<p>依据青教发[2026]88号，现将名单公示如下。领取人身份证号${number}。</p><p>会议布署了下一步工作。</p>${table}`,
  })
  const { page } = officer
  await page.goto(new URL(`editions/${editionId}/work`, town.office).href)

  await panel(page).getByText('错误1 · 提醒3').waitFor()
  await expectUsable(page)

  // before somebody else has to find it
  await page.getByRole('button', { name: '提交审核' }).click()
  await page
    .getByRole('dialog', { name: /还有1处错误/ })
    .getByRole('button', { name: '回去修改' })
    .click()

  await row(page, '公民身份号码').getByRole('button', { name: '隐去' }).click()
  await saved(page)
  await editor(page).getByText(masked).waitFor()
  await mend(page, '文号', '青教发〔2026〕88号')
  await mend(page, '合计数为43', '42')
  await panel(page).getByText('提醒1', { exact: true }).waitFor()
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.waitForURL(new RegExp(`/editions/${editionId}$`))

  await openSheet(head, editionId)
  await row(head.page, '布署').getByRole('button', { name: '说明理由' }).click()
  const dialog = head.page.getByRole('dialog', { name: '说明理由后放行' })
  await dialog.getByLabel('理由').fill('引用会议记录原文，保留原貌')
  await dialog.getByRole('button', { name: '放行' }).click()
  await row(head.page, '保留原貌').waitFor()
  await takeStep(head.page, '同意', '待保密审查', async (step) => step.getByLabel('意见').fill('同意公开。'))

  await openSheet(reviewer, editionId)
  await row(reviewer.page, '引用会议记录原文').getByText('宋南舟').first().waitFor()
  await expectUsable(reviewer.page)
  await takeStep(reviewer.page, '保密审查通过', '待签发', async (step) => {
    await step.getByLabel('审查依据').fill('对照定密事项一览表逐项核对，不涉密。')
    await step.getByRole('button', { name: '其余8项均为“否”' }).click()
    await step.getByRole('radio', { name: '可以公开' }).check()
  })
  await openSheet(leader, editionId)
  await takeStep(leader.page, '签发', '待发布', () => Promise.resolve())
  await takeStep(leader.page, '发布', '已发布', () => Promise.resolve())
  await panel(leader.page).getByText('发布时已通过').waitFor()
  await row(leader.page, '保留原貌').waitFor()

  const reader = await openContext(browser, { viewport: phone })
  const shown = await read(reader, new URL(`documents/${documentId}`, town.portal).href)
  expect(shown).toContain(masked)
  expect(shown).not.toContain(number)
})

test('the administrator keeps the wrong words, tries them on a text and chooses how numbers are shortened', async () => {
  const keeper = await official(browser, town.office, 'yezhen')
  const { page } = keeper
  await page.goto(new URL('gate-words', town.office).href)
  await page.getByRole('button', { name: '新增错敏词' }).click()
  const dialog = page.getByRole('dialog', { name: '新增错敏词' })
  await dialog.getByLabel('错误写法').fill(`青蓝县${mark}`)
  await dialog.getByLabel('正确写法').fill('青岚县')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('cell', { name: `青蓝县${mark}` }).waitFor()
  await page.getByLabel('试查的文字').fill(`在青蓝县${mark}布署工作`)
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await page.getByText(`“青蓝县${mark}”应为“青岚县”`).waitFor()
  await expectUsable(page)
})
