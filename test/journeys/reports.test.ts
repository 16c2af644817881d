// A yearly report of a county with 25 units, from the call to what the citizen takes home: one unit is late, one is sent back, one figure is typed over.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withoutScripts } from './applicant.ts'
import { comeToRest, desktop, expectUsable, launch, phone, town } from './browser.ts'
import { sendDialog, type Official } from './official.ts'
import { startReportCounty, type ReportCounty } from './report-county.ts'
import { seatsOf } from './seats.ts'

type Seat = 'head' | 'secrecy' | 'collector' | 'governor' | 'writer' | 'signer' | 'clerk' | 'mayor' | 'pen' | 'chiefs'

interface Row {
  readonly reportId: string
  readonly unitName: string
  readonly scope: 'own' | 'region'
  readonly state: string
  readonly late: boolean
}
interface Sheet {
  readonly version: number
  readonly parts: readonly { readonly ordinal: number; readonly optional: boolean }[]
  readonly cells: readonly { readonly key: string; readonly figure: number | null; readonly stands: string }[]
}

let browser: Browser
let county: ReportCounty
let sits: (seat: Seat) => Promise<Official>
let roundId = ''
beforeAll(async () => {
  browser = await launch()
  county = await startReportCounty(town, '2026-01-05')
  sits = seatsOf(browser, county)
})
afterAll(async () => {
  await browser?.close()
  await county?.stop()
})

const rows = async (): Promise<readonly Row[]> => {
  const { call } = await sits('collector')
  return (await call<{ rows: readonly Row[] }>('GET', `/report-rounds/${roundId}/reports?size=100`)).rows
}
const rowOf = async (unitName: string, scope: Row['scope'] = 'own'): Promise<Row> => {
  const found = (await rows()).find((row) => row.unitName === unitName && row.scope === scope)
  if (!found) throw new Error(`${unitName} has no report`)
  return found
}

async function opens(seat: Seat, unitName: string, scope: Row['scope'] = 'own'): Promise<Page> {
  const { page } = await sits(seat)
  const { reportId } = await rowOf(unitName, scope)
  await page.goto(new URL(`reports/${reportId}`, county.office).href)
  await page.getByRole('heading', { level: 1 }).filter({ hasText: unitName }).waitFor()
  return page
}

const cell = (page: Page, key: string): Locator => page.locator(`[id="report-cell-${key}"]`)

async function takes(page: Page, step: string, becomes: string, fill: (dialog: Locator) => Promise<void> = () => Promise.resolve()): Promise<void> {
  await comeToRest(page)
  await page.getByRole('button', { name: step, exact: true }).click()
  await sendDialog(page, `${step}：`, step, '/steps', fill)
  await page.locator('.gk-side-state').getByText(becomes, { exact: true }).waitFor()
}

/** Fills, has signed and hands in what no story is told of, by calls. */
async function handsIn(unitName: string, writer: Seat, signer: Seat): Promise<void> {
  const { reportId } = await rowOf(unitName)
  const write = (await sits(writer)).call
  const sign = (await sits(signer)).call
  const sheet = await write<Sheet>('GET', `/reports/${reportId}`)
  const blank = ['licences', 'penalties', 'coercions', 'fees'].map((key) => ({ key, text: key === 'fees' ? '/' : '0', reason: '本单位业务台账' }))
  let { version } = await write<{ version: number }>('PUT', `/reports/${reportId}/cells`, { version: sheet.version, cells: blank })
  const parts = sheet.parts.filter(({ optional }) => !optional).map(({ ordinal }) => ({ ordinal, body: `${unitName}2025年按照要求做好政府信息公开工作。` }))
  version = (await write<{ version: number }>('PUT', `/reports/${reportId}/parts`, { version, parts })).version
  for (const [call, step, day] of [
    [write, 'ask-signature', null],
    [sign, 'sign', null],
    [write, 'submit', '2026-01-12'],
  ] as const)
    version = (await call<{ version: number }>('POST', `/reports/${reportId}/steps`, { step, version, day })).version
}

test('the disclosure office calls for the reports of 25 units, and sees before what will be asked of whom', async () => {
  const { page } = await sits('collector')
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '报告填报' }).click()
  await page.getByRole('button', { name: '发起填报' }).click()
  const dialog = page.getByRole('dialog', { name: '发起填报' })
  await dialog.getByText('需要填报的单位 25 个').waitFor()
  await expectUsable(page)
  await sendDialog(page, '发起填报', '发起', '/report-rounds', () => Promise.resolve())
  await page.getByRole('tab', { name: /填报中/ }).waitFor()
  roundId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect((await rows()).filter(({ scope }) => scope === 'own')).toHaveLength(25)
  await expectUsable(page)
})

test('a bureau finds its figures filled in, types one over with its reason, and hands in what its leader has signed', async () => {
  county.dawn('2026-01-08')
  const page = await opens('writer', '青岚县教育局')
  expect(await cell(page, 'newReceived.total').inputValue()).toBe('4')
  expect(await cell(page, 'granted.person').inputValue()).toBe('2')
  expect(await cell(page, 'carriedForward.total').inputValue()).toBe('1')
  for (const [key, text] of [
    ['licences', '12'],
    ['penalties', '0'],
    ['coercions', '0'],
    ['fees', '/'],
    ['documents.inForce', '6'],
  ] as const)
    await cell(page, key).fill(text)
  await page.getByRole('button', { name: '保存5处修改' }).click()
  await sendDialog(page, '保存5处修改', '保存', '/cells', (dialog) =>
    dialog.getByLabel('共同的原因或者来源').fill('教育局2025年业务台账；系统启用前制发的规范性文件6件'),
  )
  await cell(page, 'documents.inForce').click()
  await page.getByRole('region', { name: '所选数据' }).getByText('系统启用前制发的规范性文件6件').waitFor()
  await expectUsable(page)
  const { reportId } = await rowOf('青岚县教育局')
  const { call } = await sits('writer')
  const sheet = await call<Sheet>('GET', `/reports/${reportId}`)
  const parts = sheet.parts.filter(({ optional }) => !optional).map(({ ordinal }) => ({ ordinal, body: '全年收到申请{newReceived.total}件，均依法办理。' }))
  await call('PUT', `/reports/${reportId}/parts`, { version: sheet.version, parts })
  await page.reload()
  await takes(page, '送签', '待签发')
  await takes(await opens('signer', '青岚县教育局'), '签发', '待报送')
  await takes(await opens('writer', '青岚县教育局'), '报送', '待接收')
})

test('the office sends one back with remarks, takes the others in, and sees who is late', async () => {
  county.dawn('2026-01-12')
  const page = await opens('collector', '青岚县教育局')
  await takes(page, '退回', '已退回', (dialog) => dialog.getByLabel('退回意见').fill('行政许可件数与审批系统不一致，请核对。'))
  const bureau = await opens('writer', '青岚县教育局')
  await bureau.getByText('行政许可件数与审批系统不一致，请核对。').first().waitFor()
  await cell(bureau, 'licences').fill('13')
  await bureau.getByRole('button', { name: '保存1处修改' }).click()
  await sendDialog(bureau, '保存1处修改', '保存', '/cells', (dialog) => dialog.getByRole('textbox').first().fill('审批系统2026年1月12日导出'))
  await takes(bureau, '送签', '待签发')
  await takes(await opens('signer', '青岚县教育局'), '签发', '待报送')
  await takes(await opens('writer', '青岚县教育局'), '报送', '待接收')

  for (const { unitName, scope } of await rows()) {
    if (scope === 'region' || ['青岚县教育局', '青岚县人民政府', '河口镇人民政府'].includes(unitName)) continue
    await handsIn(unitName, 'pen', 'chiefs')
  }
  await handsIn('青岚县人民政府', 'collector', 'governor')
  for (const { reportId, state, unitName } of await rows()) {
    if (state !== 'submitted') continue
    const { call } = await sits('collector')
    const { version } = await call<Sheet>('GET', `/reports/${reportId}`)
    await call('POST', `/reports/${reportId}/steps`, { step: 'accept', version }).catch((cause: unknown) => {
      throw new Error(`${unitName} cannot be taken in`, { cause })
    })
  }

  county.dawn('2026-01-26')
  const { page: board } = await sits('collector')
  await board.goto(new URL(`report-rounds/${roundId}?view=late`, county.office).href)
  await board.getByRole('row').filter({ hasText: '河口镇人民政府' }).getByText('逾期未报').waitFor()
  expect((await rows()).filter(({ late }) => late).map(({ unitName }) => unitName)).toEqual(['河口镇人民政府'])
  await board.setViewportSize(phone)
  await expectUsable(board)
  await board.setViewportSize(desktop)
})

test('what came on paper is typed in, the county’s report is the sum of its units, and every figure opens to them', async () => {
  county.dawn('2026-02-02')
  const { call } = await sits('collector')
  const late = await rowOf('河口镇人民政府')
  const sheet = await call<Sheet>('GET', `/reports/${late.reportId}`)
  const blank = ['licences', 'penalties', 'coercions', 'fees'].map((key) => ({ key, text: key === 'fees' ? '/' : '2', reason: '河口镇盖章的纸质报告' }))
  let { version } = await call<{ version: number }>('PUT', `/reports/${late.reportId}/cells`, { version: sheet.version, cells: blank })
  const words = (unit: string) => (ordinal: number) => ({ ordinal, body: `${unit}2025年按照要求做好政府信息公开工作。` })
  const asked = (one: Sheet): number[] => one.parts.filter(({ optional }) => !optional).map(({ ordinal }) => ordinal)
  await call('PUT', `/reports/${late.reportId}/parts`, { version, parts: asked(sheet).map(words('河口镇')) })
  await takes(await opens('collector', '河口镇人民政府'), '登记纸质报告', '已接收', (dialog) =>
    dialog.getByLabel('纸质报告的来源').fill('2026年2月2日派员送达'),
  )

  const page = await opens('collector', '青岚县人民政府', 'region')
  await page.getByRole('button', { name: '重新汇总' }).click()
  await page.getByText(/项数据更新|数据没有变化/).waitFor()
  await page.locator('[id="report-cell-newReceived.total"]').click()
  await page.getByRole('region', { name: '所选数据' }).getByRole('button', { name: '由哪些单位构成' }).click()
  const units = page.getByRole('dialog', { name: '各单位填报数' }).getByRole('listitem')
  // what stands there while they are on their way has lines of its own
  await units.nth(24).waitFor()
  expect(await units.count()).toBe(25)
  await expectUsable(page)

  const region = await rowOf('青岚县人民政府', 'region')
  const sum = await call<Sheet>('GET', `/reports/${region.reportId}`)
  const figures = sum.cells.filter(({ stands }) => stands === 'figure')
  expect(figures.length).toBeGreaterThan(190)
  for (const { key, figure } of figures) {
    const { rows: behind } = await call<{ rows: { figure: number | null }[] }>('GET', `/reports/${region.reportId}/region-rows?key=${key}`)
    expect([key, behind.reduce((all, one) => all + (one.figure ?? 0), 0)]).toEqual([key, figure])
  }
  expect(figures.find(({ key }) => key === 'licences')?.figure).toBe(15)
  version = (await call<{ version: number }>('PUT', `/reports/${region.reportId}/parts`, { version: sum.version, parts: asked(sum).map(words('全县各单位')) }))
    .version
  await call('POST', `/reports/${region.reportId}/steps`, { step: 'ask-signature', version })
  await takes(await opens('governor', '青岚县人民政府', 'region'), '签发', '待报送')
})

test('the report goes out through the door, and the citizen takes it home in four formats', async () => {
  const { reportId } = await rowOf('青岚县人民政府', 'region')
  const collector = await sits('collector')
  const { version } = await collector.call<Sheet>('GET', `/reports/${reportId}`)
  const { editionId, documentId } = await collector.call<{ editionId: string; documentId: string }>('POST', `/reports/${reportId}/draft`, { version })
  const step = async (seat: Seat, name: string): Promise<void> => {
    await (await sits(seat)).call('POST', `/editions/${editionId}/steps`, { step: name, opinion: '同意。' })
  }
  await step('collector', 'submit')
  await step('head', 'approve-section')
  const { page } = await sits('secrecy')
  await page.goto(new URL(`editions/${editionId}`, county.office).href)
  await page.getByRole('button', { name: '保密审查通过', exact: true }).click()
  await sendDialog(page, '保密审查通过：', '保密审查通过', '/steps', async (dialog) => {
    await dialog.getByLabel('审查依据').fill('对照定密事项一览表逐项核对，不涉密。')
    await dialog.getByRole('button', { name: /其余\d项均为“否”/ }).click()
    await dialog.getByRole('radio', { name: '可以公开' }).check()
  })
  await step('governor', 'sign')
  await step('collector', 'publish')

  const citizen = await (await withoutScripts(browser)).newPage()
  await citizen.goto(new URL('reports?year=2025', county.portal).href)
  const line = citizen.getByRole('listitem').filter({ hasText: '青岚县人民政府' })
  for (const [kind, starts] of [
    ['Word', 'PK'],
    ['PDF', '%PDF'],
    ['Excel', 'PK'],
    ['CSV', '\uFEFF'],
  ] as const) {
    const address = await line.getByRole('link', { name: `，${kind}，` }).getAttribute('href')
    const answer = await citizen.request.get(new URL(address ?? '', county.portal).href)
    expect([kind, answer.status(), (await answer.body()).toString('utf8').startsWith(starts)]).toEqual([kind, 200, true])
  }
  await citizen.goto(new URL(`documents/${documentId}`, county.portal).href)
  expect(await citizen.getByRole('row').filter({ hasText: '本年新收政府信息公开申请数量' }).first().textContent()).toContain('4')
})
