// An applicant without scripts: applies, asks how it stands by number and code, does what is open. Axe looks from a second window.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expectUsable, openContext } from './browser.ts'

export interface Receipt {
  readonly number: string
  readonly code: string
}

/** A picture of one point: enough of a proof of identity here. */
const proof = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

export const withoutScripts = (browser: Browser): Promise<BrowserContext> => openContext(browser, { javaScriptEnabled: false })

/** Asks the bureau for a contract, and agrees to be served electronically. */
export async function applyOnline(page: Page, portal: string): Promise<Receipt> {
  await page.goto(new URL('apply', portal).href)
  await page.getByRole('link', { name: '在线申请' }).click()
  await page.getByLabel('向哪个机关申请').selectOption('青岚县教育局')
  await page.getByLabel('信息名称').fill('2025年校车服务采购合同')
  await page.getByLabel('文号或者便于查询的其他特征').fill('县教育局签订的校车合同')
  await page.getByRole('group', { name: '希望得到的形式' }).getByLabel('电子邮件').check()
  await page.getByRole('group', { name: '获取的途径' }).getByLabel('电子邮件').check()
  await page.getByLabel('自然人').check()
  await page.getByLabel('姓名或者名称').fill('吴敏')
  await page.locator('#document').selectOption('居民身份证')
  await page.getByLabel('证件号码').fill('110101199003078515')
  await page.getByLabel('电子邮箱').fill('wumin@example.com')
  await page.getByLabel('同意以电子邮件送达').check()
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await page.getByLabel('证件复印件').setInputFiles({ name: 'id.png', mimeType: 'image/png', buffer: proof })
  await page.getByRole('button', { name: '确认提交' }).click()
  const [number = '', code = ''] = await page.locator('.code').allTextContents()
  return { number, code }
}

/** What the page of the applicant says of the days: each with whether it counts. */
export const ledgerOf = async (page: Page): Promise<readonly (readonly [string, string])[]> => {
  await page.getByText('每一天是否计入', { exact: true }).click()
  const rows = page.getByRole('region', { name: '每一天是否计入' }).locator('tbody tr')
  return rows.evaluateAll((all) => all.map((row) => [row.children[0]?.textContent ?? '', row.children[1]?.textContent ?? ''] as const))
}

/** Asks how an application stands. */
export async function askFor(page: Page, portal: string, { number, code }: Receipt): Promise<void> {
  await page.goto(new URL('apply/progress', portal).href)
  await page.getByLabel('编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '申请进度' }).waitFor()
}

/** Axe is itself a script: the page as it stands is shown once more in a window that runs them, as narrow as a telephone. */
export async function expectUsableWithoutScripts(page: Page, eyes: Page): Promise<void> {
  const body = await page.content()
  await eyes.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }), { times: 1 })
  await eyes.goto(page.url())
  await expectUsable(eyes)
}
