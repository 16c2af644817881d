// Applications for disclosure in the browser, one after the other through the spring of 2026: what applicants do without scripts, and the office through its pages.
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paragraph, run, wordFile } from '../../src/platform/documents/redact/corpus/docx.ts'
import { applyOnline, askFor, expectUsableWithoutScripts, ledgerOf, withoutScripts, type Receipt } from './applicant.ts'
import { expectUsable, launch, openContext, phone, town } from './browser.ts'
import { stands, sendDialog, takeStep } from './official.ts'
import { startRequestCounty, type RequestCounty } from './request-county.ts'
import { choose, deskOf, enter, figuresOf, issue, letterLine, passAllHands, serve, writeDay, type Desk, type Paper } from './request-desk.ts'

let browser: Browser
let county: RequestCounty
let desk: Desk
let citizen: Page
/** For axe. */
let eyes: Page
/** What later journeys come back to: the application that was answered partly, and the number of the one that was not held. */
let first: Receipt
let earlier = ''
beforeAll(async () => {
  browser = await launch()
  county = await startRequestCounty(town, '2026-03-02')
  desk = deskOf(browser, county)
  citizen = await (await withoutScripts(browser)).newPage()
  eyes = await (await openContext(browser, { viewport: phone })).newPage()
})
afterAll(async () => {
  await browser?.close()
  await county?.stop()
})

const price = '每公里单价6.85元'
const person = '贺长青'
const contract = wordFile(
  paragraph(run('校车服务采购合同')) +
    paragraph(run(`乙方负责人${person}，线路12条，${price}，`) + run('合同总价1280000元。')) +
    paragraph(run('服务标准按附件一执行。')),
)

const notHeld: Paper = { channel: '当面递交', kind: '自然人', name: '赵建国', subject: '2025年学区划分依据', description: '城关小学2025年学区划分所依据的文件' }

test('an application goes from the form through correction, third party and extension to a redacted answer, which the applicant reads and takes away', async () => {
  const receipt = await applyOnline(citizen, county.portal)
  first = receipt
  await county.work()
  expect(receipt.number).toMatch(/^SQ2026-\d{6}$/)

  county.dawn('2026-03-03')
  let page = await desk.opens('handler', receipt.number)
  await takeStep(page, '与申请人确认', '办理中', () => Promise.resolve())
  await takeStep(page, '告知补正', '待补正', async (dialog) => {
    await dialog.getByLabel('需要补正的内容').fill('请写明是哪一学年、哪一家企业的合同')
    await writeDay(dialog, '截止日期', '2026-03-20')
  })
  await county.work()

  county.dawn('2026-03-06')
  await askFor(citizen, county.portal, receipt)
  expect(await citizen.getByText('请在2026年3月20日以前办理。').count()).toBe(1)
  await expectUsableWithoutScripts(citizen, eyes)
  await citizen.getByLabel('补正的内容').fill('2025—2026学年与青岚畅行客运公司签订的合同')
  await citizen.getByRole('button', { name: '提交', exact: true }).click()
  await county.work()

  county.dawn('2026-03-09')
  page = await desk.opens('handler', receipt.number)
  await stands(page, '办理中')
  await takeStep(page, '征求第三方意见', '征求意见中', (dialog) => dialog.getByLabel('征求意见的对象').fill('青岚畅行客运公司'))
  await issue(page, '政府信息公开征求第三方意见书')
  await serve(page, '政府信息公开征求第三方意见书', '邮政企业邮寄', (dialog) => dialog.getByLabel('邮件号码').fill('XA10000000001'))

  county.dawn('2026-03-16')
  page = await desk.opens('handler', receipt.number, '全部')
  await letterLine(page, '政府信息公开征求第三方意见书').getByRole('button', { name: '登记对方收到' }).click()
  await sendDialog(page, '登记对方收到：', '登记', '/service', (dialog) => writeDay(dialog, '对方收到的日期', '2026-03-11'))
  await takeStep(page, '登记意见', '办理中', async (dialog) => {
    await choose(dialog, '征求意见的对象', '青岚畅行客运公司')
    await dialog.getByLabel('不同意公开', { exact: true }).check()
    await dialog.getByLabel('意见和理由').fill('单价属于商业秘密')
  })
  const leader = await desk.opens('leader', receipt.number, '全部')
  await takeStep(leader, '延期答复', '办理中', async (dialog) => {
    await dialog.getByLabel('延长的工作日').fill('10')
    await dialog.getByLabel('同意延期的政府信息公开工作机构负责人').fill('叶蓁')
    await dialog.getByLabel('延长的理由').fill('需要核对合同附件')
  })
  await county.work()

  await askFor(citizen, county.portal, receipt)
  // From the day after the correction; without the days from the letter to the opinion, the weekends and the three days of Qingming; with ten days more.
  expect(await citizen.getByText('2026年4月27日以前答复，共计入 30 个工作日').count()).toBe(1)
  const ledger = await ledgerOf(citizen)
  expect([ledger[0], ledger.at(-1)]).toEqual([
    ['2026年3月4日', '不计'],
    ['2026年4月27日', '计入'],
  ])
  const left = ['2026年3月10日', '2026年3月13日', '2026年3月16日', '2026年4月6日']
  expect(ledger.filter(([day]) => left.includes(day))).toEqual(left.map((day) => [day, '不计']))
  expect(ledger.filter(([, counts]) => counts === '计入')).toHaveLength(30)
  expect(ledger.find(([day]) => day === '2026年3月17日')).toEqual(['2026年3月17日', '计入'])

  await answerPartly(receipt)
  await county.work()

  county.dawn('2026-03-20')
  await askFor(citizen, county.portal, receipt)
  await expectUsableWithoutScripts(citizen, eyes)
  const [download] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('button', { name: /^下载/ }).click()])
  const parts = unzipSync(await readFile(await download.path()))
  const all = Object.values(parts)
    .map((part) => Buffer.from(part).toString())
    .join('\n')
  expect(all).toContain('合同总价1280000元')
  for (const word of [price, '6.85', person, person.slice(1)]) expect(all).not.toContain(word)
  await citizen.getByRole('button', { name: /^查看和打印.*部/ }).click()
  const letter = (await citizen.locator('.sheet').textContent()) ?? ''
  for (const words of [
    '吴敏：',
    '政府信息部分公开告知书',
    '申请公开：“2025年校车服务采购合同，县教育局签订的校车合同（补正：2025—2026学年与青岚畅行客运公司签订的合同）”',
    '附件一的单价',
    '向本级人民政府申请行政复议',
    'https://fuyi.qinglan.example',
  ])
    expect(letter).toContain(words)
  await expectUsableWithoutScripts(citizen, eyes)
})

/** Redacted, decided, reviewed by four hands, sealed and served. */
async function answerPartly({ number }: Receipt): Promise<void> {
  const { page: settings } = await desk.sits('disclosure')
  await settings.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '文书用语' }).click()
  await choose(settings, '选择单位', '青岚县教育局')
  await settings.getByRole('heading', { name: '青岚县教育局的文书' }).waitFor()
  await settings.getByLabel('网上申请行政复议的渠道').fill('https://fuyi.qinglan.example')
  await settings.getByRole('button', { name: '保存' }).first().click()
  await settings.getByText('已保存，以后制发的文书按此办理').waitFor()

  const page = await desk.opens('handler', number)
  const files = page.getByRole('region', { name: '文件', exact: true })
  await files.locator('input[type=file]').setInputFiles({ name: '校车服务采购合同.docx', mimeType: 'application/octet-stream', buffer: contract })
  await files.getByRole('link', { name: '遮盖' }).click()
  for (const words of [price, person]) {
    await page.getByLabel('按字句遮盖全文').fill(words)
    await page.getByRole('button', { name: '加入' }).click()
  }
  await expectUsable(page)
  await page.getByRole('button', { name: '生成遮盖副本（2 项）' }).click()
  const copy = files.getByRole('listitem').filter({ hasText: '遮盖副本' })
  await copy.getByRole('button', { name: '随附' }).click()
  await sendDialog(page, '随答复送达：', '随答复送达', '/enclosure', () => Promise.resolve())
  await takeStep(page, '拟定答复', '待审核', async (dialog) => {
    await choose(dialog, '处理结果', '部分公开')
    await choose(dialog, '不予公开部分的依据', '保护第三方合法权益')
    await dialog.getByLabel('公开的部分', { exact: true }).fill('合同正文')
    await dialog.getByLabel('不予公开的部分及各自理由').fill('附件一的单价和负责人姓名，涉及第三方商业秘密')
    await dialog.getByLabel('公开的公共利益理由').fill('总价涉及财政资金，予以公开')
  })
  await expectUsable(page)
  const { page: bench } = await desk.sits('head')
  await bench
    .getByRole('region', { name: '公开申请' })
    .getByRole('link', { name: /^1\s*等我办理$/ })
    .waitFor()
  await takeStep(await desk.opens('head', number), '审核同意', '待保密审查')
  await takeStep(await desk.opens('reviewer', number), '保密审查通过', '待签发')
  await takeStep(await desk.opens('leader', number), '签发', '待用印', () => Promise.resolve())
  await desk.opens('handler', number)
  await issue(page, '政府信息部分公开告知书')
  await takeStep(page, '编号用印', '待送达', () => Promise.resolve())
  await serve(page, '政府信息部分公开告知书', '电子送达', (dialog) => dialog.getByLabel('电子邮箱或者系统的到达记录').fill('到达回执0320'))
  await stands(page, '已送达')
}

test('what was handed over and is not held is answered with the record of the search, and fetched', async () => {
  county.dawn('2026-03-20')
  const { number, code, page } = await enter(desk, notHeld)
  await takeStep(page, '拟定答复', '待审核', async (dialog) => {
    await choose(dialog, '处理结果', '信息不存在')
    await dialog.getByLabel('检索记录').fill('以“划片”为关键词检索2015年以来的收发文登记和档案目录，由两人分别检索，均无结果')
  })
  await passAllHands(desk, page)
  await issue(page, '政府信息不存在告知书')
  await takeStep(page, '编号用印', '待送达', () => Promise.resolve())
  await serve(page, '政府信息不存在告知书', '直接送达', (dialog) => dialog.getByLabel('送达回证上的签收人').fill('赵建国'))
  await stands(page, '已送达')
  await county.work()
  await askFor(citizen, county.portal, { number, code })
  await citizen.getByRole('button', { name: /^查看和打印.*无/ }).click()
  const letter = (await citizen.locator('.sheet').textContent()) ?? ''
  for (const words of ['赵建国：', '第三十六条第（四）项', '由两人分别检索，均无结果', '向本级人民政府申请行政复议', '直接送达'])
    expect(letter).toContain(words)
  earlier = number
})

test('what an organisation does not pay for lapses when the last day is over, and not before', async () => {
  county.dawn('2026-03-23')
  const { number, page } = await enter(desk, {
    channel: '邮寄（签收）',
    kind: '商业企业',
    name: '青岚恒达建筑有限公司',
    subject: '校舍维修合同汇编',
    description: '2016年以来全部校舍维修合同',
  })
  await takeStep(page, '通知缴费', '待缴费', async (dialog) => {
    await dialog.getByLabel('按量计收').check()
    await dialog.getByLabel('提供的页数').fill('120')
  })
  // 30 pages are free, 70 cost 10 yuan each, 20 more 20 yuan each
  await page.getByText('按量计收，1100 元').waitFor()
  await issue(page, '政府信息公开信息处理费收费通知书')
  await serve(page, '政府信息公开信息处理费收费通知书', '直接送达', (dialog) => dialog.getByLabel('送达回证上的签收人').fill('程立'))
  await page.getByRole('button', { name: /^现在不能办的步骤/ }).click()
  // twenty working days from 24 March, the three days of Qingming left out
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '逾期未缴费，不再处理' }) })
    .getByText('限期到 2026-04-21')
    .waitFor()

  county.dawn('2026-04-22')
  await desk.opens('handler', number, '全部')
  await takeStep(page, '逾期未缴费，不再处理', '已办结', () => Promise.resolve())
  await issue(page, '政府信息公开申请不再处理告知书（逾期未缴费）')
})

test('who asks again is told of the number under which it was answered', async () => {
  const { page } = await enter(desk, { ...notHeld, subject: '2025年学区划分文件' }, (form) =>
    form.getByRole('list', { name: '相似申请' }).getByText(earlier).waitFor(),
  )
  await takeStep(page, '拟定答复', '待审核', async (dialog) => {
    await choose(dialog, '处理结果', '重复申请')
    await dialog.getByRole('button', { name: `填入 ${earlier}` }).click()
  })
  await passAllHands(desk, page)
  await issue(page, '政府信息公开重复申请告知书')
  await takeStep(page, '编号用印', '待送达', () => Promise.resolve())
  await serve(page, '政府信息公开重复申请告知书', '邮政企业邮寄', (dialog) => dialog.getByLabel('邮件号码').fill('XA10000000002'))
  await stands(page, '已送达')
  await letterLine(page, '政府信息公开重复申请告知书').getByRole('button', { name: '政府信息公开重复申请告知书' }).click()
  await page.locator('.gk-letter').getByText(`编号${earlier}，本机关已于2026年3月20日答复`).waitFor()
  await page.keyboard.press('Escape')
})

test('a reconsideration of the first answer stands in the table of the year, which opens down to the application', async () => {
  const page = await desk.opens('handler', first.number, '全部')
  const remedies = page.getByRole('region', { name: '投诉、复议和诉讼' })
  await remedies.getByRole('button', { name: '登记行政复议' }).click()
  await sendDialog(page, '登记行政复议', '登记行政复议', '/remedies', async (dialog) => {
    await writeDay(dialog, '受理之日', '2026-04-20')
    await dialog.getByLabel('行政复议机关').fill('青岚县人民政府')
    await dialog.getByLabel('复议案号').fill('青政复〔2026〕8号')
    await dialog.getByLabel('普通程序').check()
    await dialog.getByLabel('复议请求').fill('撤销不予公开单价的部分')
  })

  county.dawn('2026-06-10')
  await desk.opens('handler', first.number, '全部')
  await remedies.getByRole('button', { name: '登记复议决定' }).click()
  await sendDialog(page, '登记复议决定：', '登记复议决定', '/steps', async (dialog) => {
    await dialog.getByLabel('文书文号').fill('青政复决〔2026〕8号')
    await choose(dialog, '结果', '撤销或者部分撤销')
  })
  await remedies.getByText('撤销或者部分撤销（2026-06-10）').waitFor()

  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '办理情况统计表' }).click()
  // columns: person, business, research, welfare, legal, other, all
  const table = await figuresOf(page, '统计表')
  expect(table.filter(([, ...counts]) => counts.some((count) => count !== '0'))).toEqual([
    [expect.stringContaining('本年新收'), '3', '1', '0', '0', '0', '0', '4'],
    [expect.stringContaining('部分公开'), '1', '0', '0', '0', '0', '0', '1'],
    [expect.stringContaining('本机关不掌握'), '1', '0', '0', '0', '0', '0', '1'],
    [expect.stringContaining('重复申请'), '1', '0', '0', '0', '0', '0', '1'],
    [expect.stringContaining('未按收费通知要求缴纳'), '0', '1', '0', '0', '0', '0', '1'],
    [expect.stringContaining('总计'), '3', '1', '0', '0', '0', '0', '4'],
  ])
  expect(await figuresOf(page, '行政复议、行政诉讼')).toEqual([
    ['行政复议', '0', '1', '0', '0', '1'],
    ['行政诉讼：未经复议直接起诉', '0', '0', '0', '0', '0'],
    ['行政诉讼：复议后起诉', '0', '0', '0', '0', '0'],
  ])
  await page
    .getByRole('region', { name: '统计表' })
    .getByRole('row', { name: /部分公开/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('row').filter({ hasText: first.number }).waitFor()
  await page.goBack()
  await page
    .getByRole('region', { name: '行政复议、行政诉讼' })
    .getByRole('row', { name: /^行政复议/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('link', { name: '行政复议 青政复〔2026〕8号' }).click()
  await page.getByRole('region', { name: '申请', exact: true }).getByText(first.number).waitFor()
})
