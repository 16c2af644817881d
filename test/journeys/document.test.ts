// The main journey: one document from an official's file to a citizen's screen, its revision and its withdrawal.
import { randomInt } from 'node:crypto'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectUsable, expectUsableAtBothWidths, launch, openContext, town } from './browser.ts'
import { editor, official, saved, stands, takeStep, type Official } from './official.ts'

/** Its own words, also on a town where the journey has been walked before. */
const mark = randomInt(100_000, 1_000_000)
const title = `关于规范第${mark}号校门接送秩序的通知`
const file = `# ${title}

青教发〔2026〕881号

各学校：

为方便家长，保障学生上下学安全，现就校门前接送秩序通知如下。

## 一、停放地点

接送车辆一律停在操场东侧，校门两旁五十米内不得停车。

## 二、时间安排

| 年级 | 到校 | 离校 |
| --- | --- | --- |
| 一至三年级 | 7:50 | 16:10 |
| 四至六年级 | 7:40 | 16:40 |

青岚县教育局
2026年3月9日
`
const simplified = '接送车辆一律停在操场东侧'
const traditional = '接送車輛一律停在操場東側'
const added = '雨雪天气由值班教师引导车辆进入操场。'
const changeNote = '补充了大雾天气的办法'
const revised = '大雾天气推迟半小时到校，不作迟到处理。'

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

/** What Ant Design draws for a choice in a list, in steps and in a tree; the roles it adds for the ear are not for the pointer. */
const choices = '.ant-select-item-option, .ant-cascader-menu-item, .ant-select-tree-title'

const choose = async (page: Page, field: string, words: string): Promise<void> => {
  await page.getByLabel(field, { exact: true }).fill(words)
  await page.locator('.ant-select-dropdown:visible').locator(choices).filter({ hasText: words }).first().click()
}

/** From the list of what waits for `by` to the sheet of the document. */
async function openTask(by: Official): Promise<void> {
  await by.page.goto(new URL('tasks', town.office).href)
  await by.page.getByRole('region', { name: '待办事项' }).getByRole('link', { name: title }).first().click()
  await by.page.getByRole('heading', { level: 1, name: title }).waitFor()
}

async function reviewAndPublish(): Promise<void> {
  await openTask(head)
  await takeStep(head.page, '同意', '待保密审查', async (dialog) => dialog.getByLabel('意见').fill('内容属实，同意公开。'))
  await openTask(reviewer)
  await takeStep(reviewer.page, '保密审查通过', '待签发', async (dialog) => {
    await dialog.getByLabel('审查依据').fill('对照定密事项一览表逐项核对，不涉密。')
    await dialog.getByRole('button', { name: '其余8项均为“否”' }).click()
    await dialog.getByRole('radio', { name: '可以公开' }).check()
  })
  await openTask(leader)
  await takeStep(leader.page, '签发', '待发布', () => Promise.resolve())
  await takeStep(leader.page, '发布', '已发布', () => Promise.resolve())
}

/** What the portal finds for `words`. */
async function search(page: Page, words: string, at = ''): Promise<void> {
  await page.goto(new URL(at, town.portal).href)
  await page.getByRole('searchbox').first().fill(words)
  await page.keyboard.press('Enter')
  await page
    .getByRole('status')
    .getByText(/[条條][结結]果/)
    .waitFor()
}

const hit = (page: Page, name: string) => page.locator('.hits').getByRole('link', { name })

async function beginning(download: Download): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).subarray(0, 4).toString('latin1')
}

test('a document goes from an official’s file to a citizen’s screen, is revised in the open and withdrawn without a trace of its words', async () => {
  const { page } = officer

  // imported
  await page.goto(new URL('imports/new', town.office).href)
  await page.locator('.ant-upload input[type=file]').setInputFiles({ name: '接送秩序.md', mimeType: 'text/markdown', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: '开始导入（1 个）' }).click()
  await page.getByText('导入完成。打开每一条核对后提交审核。').waitFor()
  await page.getByRole('button', { name: '导入报告' }).click()
  await page.getByText('青教发〔2026〕881号').first().waitFor()
  await expectUsable(page)
  await page.getByRole('link', { name: title }).first().click()

  // edited and submitted
  expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe(title)
  expect(await page.getByLabel('成文日期').inputValue()).toBe('2026-03-09')
  expect(await editor(page).locator('table tr').count()).toBe(3)
  await editor(page).getByText('校门两旁五十米内不得停车').click()
  await page.keyboard.press('End')
  await page.keyboard.type(added)
  await choose(page, '公文种类', '通知')
  await choose(page, '主题分类', '教育')
  await choose(page, '栏目', '通知公告')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await saved(page)
  await page.getByRole('button', { name: '提交审核' }).click()
  await stands(page, '待审核（科室）')
  await expectUsable(page)

  // reviewed, signed, published: each by another
  await reviewAndPublish()
  await expectUsable(leader.page)

  // found by a citizen by words of its body, in both scripts
  const citizen = await (await openContext(browser, { acceptDownloads: true })).newPage()
  await search(citizen, traditional)
  await hit(citizen, title).waitFor()
  await search(citizen, simplified, 'tw/')
  await hit(citizen, `關於規範第${mark}號校門接送秩序的通知`).waitFor()
  await search(citizen, `"${simplified}"`)
  await hit(citizen, title).click()
  await citizen.getByRole('heading', { level: 1, name: title }).waitFor()
  const facts = citizen.getByRole('region', { name: '信息属性' })
  const indexNumber = (await facts.getByText('索引号').locator('..').locator('dd').first().textContent())?.trim() ?? ''
  expect(indexNumber).toMatch(/^\S{10,40}$/)
  for (const fact of ['青教发〔2026〕881号', '通知', '2026年3月9日', '青岚县教育局', '有效'])
    await facts.getByText(fact).filter({ visible: true }).first().waitFor()
  await citizen.getByText(added).waitFor()
  expect(await citizen.locator('.text table tr').count()).toBe(3)
  for (const [link, magic] of [
    ['下载 Word', 'PK\u0003\u0004'],
    ['下载 PDF', '%PDF'],
  ] as const) {
    const [download] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('link', { name: link }).click({ modifiers: ['Alt'] })])
    expect(await beginning(download), link).toBe(magic)
  }
  const address = citizen.url()
  await expectUsableAtBothWidths(citizen)

  // revised: the public reads the old text until the new one is published, and sees both afterwards
  await page.reload()
  await page.getByRole('button', { name: '修订（新版本）' }).click()
  await editor(page).getByText(added).click()
  await page.keyboard.press('End')
  await page.keyboard.type(revised)
  await page.getByLabel('修订说明').fill(changeNote)
  await page.getByRole('button', { name: '保存草稿' }).click()
  await saved(page)
  await page.getByRole('button', { name: '提交审核' }).click()
  await stands(page, '待审核（科室）')
  await citizen.reload()
  expect(await citizen.getByText(revised).count()).toBe(0)
  await reviewAndPublish()
  await citizen.reload()
  await citizen.getByText(revised).waitFor()
  await citizen.getByText(changeNote).waitFor()
  await citizen.getByRole('link', { name: '查看第 1 版' }).click()
  await citizen.getByText(added).first().waitFor()
  expect(await citizen.getByText(revised).count()).toBe(0)
  await citizen.goto(address)
  await citizen.getByRole('link', { name: '第 2 版与上一版比较' }).click()
  await citizen.getByText(revised).first().waitFor()

  // withdrawn
  await takeStep(leader.page, '撤下', '已撤下', async (dialog) => {
    await dialog.getByLabel('撤下理由').click()
    await leader.page.locator('.ant-select-dropdown:visible').getByText('内容有误', { exact: true }).click()
  })
  const answer = await citizen.goto(address)
  expect(answer?.status()).toBe(410)
  await citizen.getByText('内容有误，正在核实更正').waitFor()
  await citizen.getByText(indexNumber).first().waitFor()
  const left = await citizen.content()
  for (const word of [title, '操场', '接送', '881号', String(mark)]) expect(left, `the tombstone says ${word}`).not.toContain(word)
  await expectUsable(citizen)
  await search(citizen, `"${simplified}"`)
  expect(await hit(citizen, title).count()).toBe(0)
  expect((await citizen.request.get(`${address}.pdf`)).status()).toBe(410)
})
