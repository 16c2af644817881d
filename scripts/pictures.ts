// `npm run pictures`: takes the pictures of the README from a demo town that it starts for itself.
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser, openContext, phone } from '../test/journeys/browser.ts'
import { begin, columnCalled, editor, official } from '../test/journeys/official.ts'
import { startProduct } from '../test/journeys/product.ts'

const folder = join(import.meta.dirname, '../docs/pictures')
const view = { width: 1280, height: 860 }
const most = 400_000

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  const { size } = await stat(path)
  console.log(`${name}.png ${Math.round(size / 1000)} kB`)
  if (size > most) throw new Error(`${name}.png is larger than ${most / 1000} kB`)
}

const report = `# 关于做好秋季学校食堂食品安全检查的通知

青教发〔2026〕902号

各学校：

## 一、检查内容

（一）原料的进货查验记录；

（二）从业人员的健康证明。

青岚县教育局
2026年9月8日
`

const product = await startProduct()
const browser = await launchBrowser()
try {
  await mkdir(folder, { recursive: true })
  const portal = (path: string): string => new URL(path, product.portal).href
  const office = (path: string): string => new URL(path, product.office).href

  const citizen = await (await openContext(browser, { viewport: view })).newPage()
  await citizen.goto(portal(''))
  await take(citizen, 'portal-home')
  await citizen.goto(portal(`search?q=${encodeURIComponent('招生')}`))
  await take(citizen, 'portal-search')
  await citizen.locator('.hits a').first().click()
  await citizen.locator('.text').waitFor()
  await take(citizen, 'portal-document')
  // three screens of a telephone side by side, as wide as the other pictures
  const small = await (await openContext(browser, { viewport: phone, deviceScaleFactor: 1 })).newPage()
  const screens: string[] = []
  for (const path of ['', `search?q=${encodeURIComponent('招生')}`, new URL(citizen.url()).pathname.slice(1)]) {
    await small.goto(portal(path))
    await small.waitForLoadState('networkidle')
    screens.push((await small.screenshot()).toString('base64'))
  }
  const sheet = await (await openContext(browser, { viewport: { width: 1280, height: 820 } })).newPage()
  await sheet.setContent(
    `<body style="margin:0;display:flex;justify-content:space-evenly;align-items:center;height:820px;background:#e9edf1">${screens
      .map((screen) => `<img src="data:image/png;base64,${screen}" width="360" height="740" style="border:1px solid #c3ccd4;border-radius:8px">`)
      .join('')}</body>`,
  )
  await take(sheet, 'portal-phone')

  const leader = await official(browser, product.office, 'jiangyuwei', { viewport: view })
  await leader.page.goto(office(''))
  await take(leader.page, 'office-home')
  await leader.page.goto(office('tasks'))
  await leader.page.getByRole('region', { name: '待办事项' }).locator('tbody a').first().click()
  await leader.page.getByRole('heading', { level: 1 }).waitFor()
  await leader.page.getByRole('heading', { name: '办理', exact: true }).waitFor()
  await take(leader.page, 'office-sheet')

  const officer = await official(browser, product.office, 'linzhixia', { viewport: view })
  const { editionId } = await begin(officer, {
    title: '关于做好秋季学校食堂食品安全检查的通知',
    kind: '通知',
    columnIds: [await columnCalled(officer, '通知公告')],
    bodyHtml:
      '<p>各学校：</p><p>为保障师生饮食安全，现就秋季学校食堂食品安全检查有关事项通知如下。</p><h2>一、检查范围</h2><p>全县各级各类学校食堂和校外供餐单位。</p><h2>二、检查安排</h2><table><tbody><tr><th>学校</th><th>日期</th><th>检查组</th></tr><tr><td>城关小学</td><td>9月15日</td><td>第一组</td></tr><tr><td>青岚中学</td><td>9月16日</td><td>第二组</td></tr></tbody></table><p>检查结果在本栏目公布。</p>',
  })
  await officer.page.goto(office(`editions/${editionId}/work`))
  await editor(officer.page).waitFor()
  await take(officer.page, 'office-editor')
  await officer.page.goto(office('imports/new'))
  await officer.page.locator('.ant-upload input[type=file]').setInputFiles([
    { name: '秋季检查通知.md', mimeType: 'text/markdown', buffer: Buffer.from(report) },
    { name: '空文件.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ])
  await officer.page.getByRole('button', { name: '开始导入（2 个）' }).click()
  await officer.page.getByText('导入完成。打开每一条核对后提交审核。').waitFor()
  await officer.page.getByRole('button', { name: '导入报告' }).first().click()
  await officer.page.mouse.move(0, 0)
  await take(officer.page, 'office-import')
} finally {
  await browser.close()
  await product.stop()
}
