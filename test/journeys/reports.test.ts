// A yearly report of a county with 25 units, from the call to what the citizen takes home: one unit is late, one is sent back, one figure is typed over.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { comeToRest, expectUsable, launch, phone } from './browser.ts'
import { sendDialog, type Official } from './official.ts'
import { startReportCounty, type ReportCounty } from './report-county.ts'
import { seatsOf } from './seats.ts'

type Seat = 'collector' | 'governor' | 'writer' | 'signer' | 'clerk' | 'mayor' | 'pen' | 'chiefs'

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
  county = await startReportCounty(inject('town'), '2026-01-05')
  sits = seatsOf<Seat>(browser, county)
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
  for (const [call, step, day] of [[write, 'ask-signature', null], [sign, 'sign', null], [write, 'submit', '2026-01-12']] as const)
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
  for (const [key, text] of [['licences', '12'], ['penalties', '0'], ['coercions', '0'], ['fees', '/'], ['documents.inForce', '6']] as const) await cell(page, key).fill(text)
  await page.getByRole('button', { name: '保存5处修改' }).click()
  await sendDialog(page, '保存5处修改', '保存', '/cells', (dialog) => dialog.getByLabel('共同的原因或者来源').fill('教育局2025年业务台账；系统启用前制发的规范性文件6件'))
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
})
