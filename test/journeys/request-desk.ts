// The desk at which applications are answered: officials of the county through their pages, one day after the other.
import type { Browser, Locator, Page } from 'playwright-core'
import { comeToRest } from './browser.ts'
import { sendDialog, type Official } from './official.ts'
import type { Receipt } from './applicant.ts'
import type { RequestCounty } from './request-county.ts'
import { seatsOf } from './seats.ts'

export type Seat = 'handler' | 'head' | 'reviewer' | 'leader' | 'disclosure'

/** Until what was chosen stands in its field: on a slow machine longer, but a press that was lost is never seen. */
const chosenWithin = 10_000

/** Chooses in the field that is called `label`; a press that falls into the opening of a list is lost, and given again as anybody would. */
export async function choose(inside: Locator | Page, label: string, option: string, presses = 3): Promise<void> {
  const page = 'page' in inside ? inside.page() : inside
  // what was chosen from before may still be on its way out, and offer the same words
  await comeToRest(page)
  const field = inside.getByLabel(label, { exact: true }).first()
  const offered = page.locator('.ant-select-dropdown:visible').locator('.ant-select-item-option, .ant-select-tree-title').filter({ hasText: option }).first()
  if (!(await offered.isVisible())) await field.click()
  // a long list shows its beginning alone, and one that is searched moves under the hand
  await page.keyboard.insertText(option)
  await comeToRest(page)
  await offered.click()
  const standing = field
    .locator('xpath=ancestor-or-self::*[contains(concat(" ", normalize-space(@class), " "), " ant-select ")]')
    .filter({ hasText: option })
    .last()
  await standing.waitFor({ timeout: chosenWithin }).catch(async (cause: unknown) => {
    if (presses === 1) throw new Error(`${option} does not come to stand in ${label}`, { cause })
    await choose(inside, label, option, presses - 1)
  })
}

export async function writeDay(inside: Locator | Page, label: string, day: string): Promise<void> {
  await inside.getByLabel(label, { exact: true }).fill(day)
  await inside.getByLabel(label, { exact: true }).press('Enter')
}

export interface Desk {
  /** The window of somebody who is signed in today, at whatever page was open. */
  readonly sits: (seat: Seat) => Promise<Official>
  /** Opens an application from the list, by the menu. */
  readonly opens: (seat: Seat, number: string, view?: '等我办理' | '全部') => Promise<Page>
}

export function deskOf(browser: Browser, county: RequestCounty): Desk {
  const sits: Desk['sits'] = seatsOf(browser, county)
  return {
    sits,
    async opens(seat, number, view = '等我办理') {
      const { page } = await sits(seat)
      await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '公开申请' }).click()
      await page.getByRole('tab', { name: view }).click()
      await page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click()
      await page.getByRole('region', { name: '申请', exact: true }).getByText(number).waitFor()
      return page
    },
  }
}

const letters = (page: Page): Locator => page.getByRole('region', { name: '文书', exact: true })

/** The line of a letter on the sheet of its application. */
export const letterLine = (page: Page, title: string): Locator => letters(page).getByRole('listitem').filter({ hasText: title })

export async function issue(page: Page, title: string): Promise<void> {
  await letters(page)
    .getByRole('button', { name: `制发：${title}` })
    .click()
  await sendDialog(page, `制发：${title}`, '制发', '/letters', () => Promise.resolve())
  await letterLine(page, title).waitFor()
}

/** Records how a letter reached its reader. */
export async function serve(page: Page, title: string, way: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await letterLine(page, title).getByRole('button', { name: '登记送达' }).click()
  await sendDialog(page, '登记送达：', '登记', '/service', async (dialog) => {
    await choose(dialog, '送达方式', way)
    await fill(dialog)
  })
}

export interface Paper {
  readonly channel: '当面递交' | '邮寄（签收）'
  readonly kind: '自然人' | '商业企业'
  readonly name: string
  readonly subject: string
  readonly description: string
}

/** Enters what came on paper today; the sheet of the application is open then. `meanwhile` looks at the form before it is sent. */
export async function enter(
  { sits }: Desk,
  paper: Paper,
  meanwhile: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Receipt & { page: Page }> {
  const { page } = await sits('handler')
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '公开申请' }).click()
  await page.getByRole('button', { name: '登记申请' }).click()
  // the list stays until the form is there, and has a field of the same name
  await page.getByRole('heading', { level: 1, name: '登记申请' }).waitFor()
  await choose(page, '渠道', paper.channel)
  await choose(page, '类别', paper.kind)
  const person = paper.kind === '自然人'
  await page.getByLabel(person ? '姓名' : '名称', { exact: true }).fill(paper.name)
  await page.getByLabel(person ? '身份证件号码' : '统一社会信用代码').fill(person ? '110101199003078515' : '91310000MA1FL0000X')
  if (!person) await page.getByLabel('联系人').fill('程立')
  await page.getByLabel('联系电话').fill('0960-5022130')
  await page.getByLabel('内容概要').fill(paper.subject)
  await page.getByLabel('名称、文号或者便于查询的其他特征').fill(paper.description)
  await page.getByLabel('名称、文号或者便于查询的其他特征').blur()
  await meanwhile(page)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  const told = page.getByRole('region', { name: '已登记' }).locator('strong')
  await told.first().waitFor()
  const [number = '', code = ''] = await told.allTextContents()
  await page.getByRole('button', { name: '打开这件申请' }).click()
  await page.getByRole('region', { name: '申请', exact: true }).getByText(number).waitFor()
  return { number, code, page }
}

/** Three others read, review and sign what was drafted; by calls, since one journey does it by hand. Leaves the handler on the sheet. */
export async function passAllHands({ sits }: Desk, page: Page): Promise<void> {
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const turns = [['head', 'approve-draft'], ['reviewer', 'pass-secrecy'], ['leader', 'sign']] as const // prettier-ignore
  for (const [seat, step] of turns) {
    const { call } = await sits(seat)
    const { seen } = await call<{ seen: number }>('GET', `/requests/${id}`)
    await call('POST', `/requests/${id}/steps`, { step, seen, input: { text: '' } })
  }
  await page.reload()
}

/** The rows of a table of figures, once it is there. */
export async function figuresOf(page: Page, region: string): Promise<string[][]> {
  const rows = page.getByRole('region', { name: region }).locator('tbody tr')
  await rows.first().waitFor()
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())))
}
