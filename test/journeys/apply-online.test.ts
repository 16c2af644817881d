// A citizen without scripts: looks what is public, applies, keeps number and code, finds the application and withdraws it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectUsable, launch, openContext, town } from './browser.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('an application is made, followed and withdrawn without scripts', async () => {
  // Axe itself is a script: the pages are looked at by it in a second window, filled in by the first.
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await plain.newPage()
  await page.goto(new URL('apply', town.portal).href)
  await page.getByRole('link', { name: '在线申请' }).click()
  await page.getByRole('searchbox', { name: '所需信息' }).fill('学区')
  await page.getByRole('button', { name: '查找' }).click()
  expect(await page.getByText('下面这些已经公开').count()).toBe(1)
  expect(await page.getByLabel('向哪个机关申请').locator('option:checked').textContent()).toBe('青岚县教育局')

  await page.getByLabel('信息名称').fill('2025年城关小学学区划分方案')
  await page.getByLabel('文号或者便于查询的其他特征').fill('2025年印发的学区划分文件')
  await page.getByRole('group', { name: '希望得到的形式' }).getByLabel('纸面').check()
  await page.getByRole('group', { name: '获取的途径' }).getByLabel('邮寄').check()
  await page.getByLabel('自然人').check()
  await page.getByLabel('姓名或者名称').fill('吴敏')
  await page.locator('#document').selectOption('居民身份证')
  await page.getByLabel('证件号码').fill('110101199003078515')
  await page.getByLabel('联系电话').fill('13800000000')
  await page.getByRole('button', { name: '下一步：核对' }).click()
  expect(await page.locator('#address-fault').textContent()).toBe('选择邮寄的，请填写通信地址。')
  await page.getByLabel('通信地址').fill('河口镇幸福路1号')
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await page.getByLabel('证件复印件').setInputFiles({ name: 'id.png', mimeType: 'image/png', buffer: png })
  await page.getByRole('button', { name: '确认提交' }).click()
  const [number = '', code = ''] = await page.locator('.code').allTextContents()
  expect(number).toMatch(/^SQ\d{4}-\d{6}$/)

  const find = async (): Promise<string> => {
    await page.goto(new URL('apply/progress', town.portal).href)
    await page.getByLabel('编号').fill(number)
    await page.getByLabel('查询码').fill(code)
    await page.getByRole('button', { name: '查询', exact: true }).click()
    return (await page.locator('main').textContent()) ?? ''
  }
  await expect.poll(find, { timeout: 60_000, interval: 8000 }).toContain('收到您提交的申请，等待确认')
  await page.getByText('撤回申请', { exact: true }).click()
  await page.getByLabel('撤回的说明').fill('已经找到')
  await page.getByRole('button', { name: '确认撤回申请' }).click()
  await expect.poll(find, { timeout: 60_000, interval: 8000 }).toContain('您撤回了申请')
  await plain.close()

  const context = await openContext(browser)
  const looked = await context.newPage()
  await looked.goto(new URL('apply/progress', town.portal).href)
  await looked.getByLabel('编号').fill(number)
  await looked.getByLabel('查询码').fill(code)
  await looked.getByRole('button', { name: '查询', exact: true }).click()
  await expectUsable(looked)
  await context.close()
}, 300_000)

test('while the name is typed, what is public is offered, and the unit that seems competent chosen with a press', async () => {
  const context = await openContext(browser)
  const page = await context.newPage()
  await page.goto(new URL('apply/online', town.portal).href)
  await page.getByLabel('信息名称').pressSequentially('义务教育学区划分')
  await page.getByRole('button', { name: '向它申请' }).click()
  expect(await page.getByLabel('向哪个机关申请').locator('option:checked').textContent()).toBe('青岚县教育局')
  await expectUsable(page)
})
