// Review in the browser: a unit that the text names is asked, stays silent, is ruled on; an emergency goes out first and its paper follows by photograph.
import { randomInt } from 'node:crypto'
import pg from 'pg'
import type { Browser, Locator, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJpeg, photographed } from '../../src/platform/documents/codes/photographs.ts'
import { expectUsable, expectUsableAtBothWidths, launch, town } from './browser.ts'
import { begin, columnCalled, official, stands, takeStep, type Official } from './official.ts'
import { ownerUrlOf } from './product.ts'

const mark = randomInt(100_000, 1_000_000)

let browser: Browser
let people: Record<'officer' | 'head' | 'reviewer' | 'leader' | 'disclosure', Official>
beforeAll(async () => {
  browser = await launch()
  const [officer, head, reviewer, leader, disclosure] = (await Promise.all(
    ['linzhixia', 'songnanzhou', 'yuqinghe', 'jiangyuwei', 'yezhen'].map((login) => official(browser, town.office, login)),
  )) as [Official, Official, Official, Official, Official]
  people = { officer, head, reviewer, leader, disclosure }
})
afterAll(() => browser.close())

/** Lets days pass for what is awaited, and the hourly work of chasing come round. */
async function daysPass(editionId: string, days: number): Promise<void> {
  const client = new pg.Client({ connectionString: await ownerUrlOf(town.folder) })
  await client.connect()
  await client.query('update disclosure.confirmation set asked_at = asked_at - $2 * interval $$1 day$$, due_on = due_on - $2::integer where edition_id = $1', [
    editionId,
    days,
  ])
  await client.query(`select graphile_worker.add_job('chase-awaited')`)
  await client.end()
}

async function open({ page }: Official, editionId: string): Promise<Page> {
  await page.goto(new URL(`editions/${editionId}`, town.office).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

async function reviewed(step: Locator): Promise<void> {
  await step.getByLabel('审查依据').fill('对照定密事项一览表逐项核对，不涉密。')
  await step.getByRole('radio', { name: '可以公开' }).check()
}

test('a unit that is named and silent does not let it pass: it is reminded, escalated and ruled on', { timeout: 180_000 }, async () => {
  const { officer, head, reviewer, leader, disclosure } = people
  const { editionId } = await begin(officer, {
    title: `关于发放第${mark}批助学金的公告`,
    kind: '公告',
    theme: '科技、教育\\教育',
    columnIds: [await columnCalled(officer, '通知公告')],
    bodyHtml: '<p>助学金由县民政局核对困难家庭名单后发放。</p><p>咨询请拨打公布的电话。</p>',
  })
  await officer.call('POST', `/editions/${editionId}/steps`, { step: 'submit' })
  await head.call('POST', `/editions/${editionId}/steps`, { step: 'approve-section', opinion: '同意。' })

  const page = await open(reviewer, editionId)
  const confirming = page.getByRole('region', { name: '会签' })
  await confirming.getByText('青岚县民政局').first().waitFor()
  await expectUsable(page)
  await takeStep(page, '审查通过并送会签', '待会签', async (step) => {
    await step.getByRole('button', { name: /其余\d项均为“否”/ }).click()
    await reviewed(step)
    // the unit that the text names stands there already
    await step.getByText('青岚县民政局').first().waitFor()
    await step.getByLabel('请其确认的内容').fill('困难家庭名单是否由贵局核对')
  })

  await daysPass(editionId, 20)
  await expect
    .poll(
      async () => (await disclosure.call<{ confirmations: { chases: unknown[] }[] }>('GET', `/editions/${editionId}/review`)).confirmations[0]?.chases.length,
      { timeout: 20_000 },
    )
    .toBe(3)
  expect(
    (await leader.call<{ steps: { name: string; open: boolean }[] }>('GET', `/editions/${editionId}`)).steps.some(
      ({ name, open: may }) => name === 'sign' && may,
    ),
  ).toBe(false)
  await open(disclosure, editionId)
  await disclosure.page.getByText('提请政府信息公开工作机构裁定').waitFor()
  await expectUsable(disclosure.page)
  await takeStep(disclosure.page, '裁定可以公开', '待签发', async (step) => {
    await step.getByRole('radio', { name: /青岚县民政局/ }).check()
    await step.getByLabel('意见').fill('名单已由民政部门在系统中提供，可以公开。')
  })
  await open(leader, editionId)
  await takeStep(leader.page, '签发', '待发布', () => Promise.resolve())
  await takeStep(leader.page, '发布', '已发布', () => Promise.resolve())
  await leader.page.getByText('名单已由民政部门在系统中提供，可以公开。').first().waitFor()
})

test('an emergency goes out at once; its sheet is printed, signed, photographed and files itself', { timeout: 180_000 }, async () => {
  const { officer, reviewer, leader } = people
  const title = `关于第${mark}号校舍避险的紧急提示`
  const { editionId } = await begin(officer, {
    title,
    kind: '公告',
    theme: '科技、教育\\教育',
    columnIds: [await columnCalled(officer, '通知公告')],
    bodyHtml: '<p>受强降雨影响，石泉镇中心小学今日停课，请家长留意安全。</p>',
  })
  const { page } = officer
  await officer.call('POST', `/editions/${editionId}/steps`, {
    step: 'submit-urgent',
    detail: { urgent: { reason: '石泉镇强降雨', orderedBy: '蒋予薇副局长' } },
  })
  await open(reviewer, editionId)
  await takeStep(reviewer.page, '保密审查通过', '待签发', async (step) => {
    await step.getByRole('button', { name: /其余\d项均为“否”/ }).click()
    await reviewed(step)
  })
  await open(leader, editionId)
  await takeStep(leader.page, '签发', '待发布', () => Promise.resolve())
  await takeStep(leader.page, '发布', '已发布', () => Promise.resolve())

  // the printed page itself, seen askew and in bad light
  await page.goto(new URL(`api/editions/${editionId}/review-sheet`, town.office).href)
  await page.getByRole('img', { name: '审查表编号二维码' }).waitFor()
  const { data, width, height } = PNG.sync.read(await page.screenshot({ fullPage: true, clip: { x: 360, y: 0, width: 720, height: 1020 } }))
  const dots = new Uint8ClampedArray(width * height).map((_zero, at) => ((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3)
  const photo = asJpeg(photographed({ width, height, dots }, { turned: -8, askew: 0.1, side: 1500, light: [0.5, 0.9], grain: 3 }), 75)

  await page.goto(new URL('paper-sheets', town.office).href)
  await page.getByRole('tab', { name: /待补审查表/ }).click()
  await page.getByRole('link', { name: title }).waitFor()
  await page.getByLabel('照片或者扫描件').setInputFiles([
    { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: photo },
    { name: '会议记录.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片') },
  ])
  const said = page.getByRole('region', { name: '上传签字的审查表' })
  await said.getByText(`已归入《${title}》`).waitFor()
  await said.getByText(/“会议记录.jpg”不是照片/).waitFor()
  await expectUsableAtBothWidths(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await said.getByRole('link', { name: /补齐纸质审查表/ }).click()

  const paper = page.getByRole('region', { name: '纸质审查表' })
  await paper.getByText('本轮审查表').waitFor()
  await paper.getByRole('button', { name: '登记手签' }).click()
  const pens = page.getByRole('dialog', { name: '按照片登记手签' })
  await pens.getByLabel('分管领导审核：签字人').fill('蒋予薇')
  await pens.getByRole('button', { name: '登记' }).click()
  await paper.getByText('分管领导审核：蒋予薇').waitFor()
  await takeStep(page, '补齐纸质审查表', '已发布', () => Promise.resolve())
  await stands(page, '已发布')
  await page.getByText(/纸质审查表已由林知夏于.*补齐/).waitFor()
  await expectUsable(page)

  await page.goto(new URL('secrecy-summary', town.office).href)
  await page.getByRole('button', { name: /紧急程序/ }).click()
  await page.getByRole('link', { name: title }).waitFor()
  await expectUsable(page)
})
