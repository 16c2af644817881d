// Text that comes from Word and from WPS by the clipboard keeps its structure and leaves their styles behind.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectUsable, launch, town } from './browser.ts'
import { begin, editor, official, saved, type Official } from './official.ts'

let browser: Browser
let officer: Official
beforeAll(async () => {
  browser = await launch()
  officer = await official(browser, town.office, 'linzhixia')
})
afterAll(() => browser.close())

/** A paste as the browser sends it: the program's HTML and its plain text. */
async function paste(page: Page, html: string): Promise<void> {
  await editor(page).click()
  await editor(page).evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', text)
    clipboardData.setData('text/plain', 'plain text that must not be taken')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

/** Element names and words, without attributes: what the text is made of. */
const bones = (html: string): string => html.replaceAll(/<(\/?[a-z0-9]+)[^>]*>/g, '<$1>').replaceAll(/<\/?(?:tbody|colgroup|col)>/g, '')

/** Pastes a recorded clipboard into a new draft, and gives what then stands in the database. */
async function pasted(name: string): Promise<string> {
  const { editionId } = await begin(officer, { title: `粘贴自${name}` })
  await officer.page.goto(new URL(`editions/${editionId}/work`, town.office).href)
  await editor(officer.page).waitFor()
  await paste(officer.page, await readFile(join(import.meta.dirname, 'clipboard', `${name}.html`), 'utf8'))
  await editor(officer.page).getByText('青岚县教育局').waitFor()
  await officer.page.getByRole('button', { name: '保存草稿' }).click()
  await saved(officer.page)
  const { bodyHtml } = await officer.call<{ bodyHtml: string }>('GET', `/editions/${editionId}`)
  for (const leftover of ['mso', 'Mso', 'class=', 'font', '<o:', '<span', '<!--', '[if', 'file:', 'windowtext', 'plain text'])
    expect(bodyHtml, `${leftover} was left over`).not.toContain(leftover)
  for (const style of bodyHtml.match(/style="[^"]*"/g) ?? []) expect(style).toMatch(/^style="(?:text-align: ?(?:center|right);?|min-width: ?\d+px;?)"$/)
  return bodyHtml
}

test('from Word come headings, emphasis, a nested list and a table with its merged cell', async () => {
  const html = await pasted('word')
  expect(bones(html)).toBe(
    [
      '<h2>一、检查范围</h2>',
      '<p>全县各级各类学校食堂，含<strong>托管机构</strong>供餐点，共47处。</p>',
      '<h3>（一）检查内容</h3>',
      '<ol><li><p>食品原料的进货查验记录；</p></li><li><p>从业人员的健康证明：</p><ul><li><p>厨师，</p></li><li><p>分餐员；</p></li></ul></li><li><p>餐具的消毒。</p></li></ol>',
      '<table><tr><td><p>检查日程</p></td></tr><tr><td><p>城关小学</p></td><td><p>3月16日</p></td></tr></table>',
      '<p>青岚县教育局</p>',
    ].join(''),
  )
  expect(html).toContain('colspan="2"')
  expect(html).toMatch(/<p style="text-align: ?right;?">青岚县教育局/)
  await expectUsable(officer.page)
})

test('from WPS come headings, underlining, a list and a table with its merged cell', async () => {
  const html = await pasted('wps')
  expect(bones(html)).toBe(
    [
      '<h2>一、申领条件</h2>',
      '<p>家庭经济困难的在籍学生，按<u>学期</u>申领。</p>',
      '<ul><li><p>低保家庭学生</p></li><li><p>残疾学生</p></li></ul>',
      '<h2>二、发放标准</h2>',
      '<table><tr><td><p>小学</p></td><td><p>寄宿：每学期625元</p></td></tr><tr><td><p>走读：每学期313元</p></td></tr></table>',
      '<p>青岚县教育局</p>',
    ].join(''),
  )
  expect(html).toContain('rowspan="2"')
})
