// The way in and out: wrong passwords, the lock, the first password, the second factor, and a menu that shows only what the role opens.
import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '../../demo/qinglan/accounts.ts'
import { comeToRest, expectUsable, launch, openContext, phone, town } from './browser.ts'
import { official, type Official } from './official.ts'

const ownPassword = 'Zhangsan-Mima-88'

let browser: Browser
let administrator: Official
beforeAll(async () => {
  browser = await launch()
  administrator = await official(browser, town.office, 'chengli')
})
afterAll(() => browser.close())

/** An account that no other journey uses, and its first password. */
async function newcomer(login: string, name: string, totpRequired = false): Promise<{ login: string; password: string }> {
  const own = `${login}-${randomUUID().slice(0, 8)}`
  const { firstPassword } = await administrator.call<{ firstPassword: string }>('POST', '/accounts', { login: own, name, totpRequired })
  return { login: own, password: firstPassword }
}

async function visitor(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await openContext(browser, options)).newPage()
  await page.goto(town.office)
  return page
}

async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  // a button that still waits for the last answer takes no click, and says nothing of it
  await page.locator('button[type=submit]:not(.ant-btn-loading)', { hasText: '登录' }).click()
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /打开个人菜单/ }).click()
  // a press that falls into the opening of the menu is lost
  await page.getByRole('menuitem', { name: '退出登录' }).waitFor()
  await comeToRest(page)
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
}

async function setPassword(page: Page, current: string, next: string): Promise<void> {
  await page.getByRole('heading', { name: '设置新密码' }).waitFor()
  await page.getByLabel(/^现在的密码/).fill(current)
  await page.getByLabel('新密码', { exact: true }).fill(next)
  await page.getByLabel('再输一遍新密码').fill(next)
  await page.getByRole('button', { name: '设置并继续' }).click()
}

const menuOf = (page: Page): Promise<string[]> => page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allTextContents()

/** Of the sign-in alone: a page asks for its session, too. */
const answerTo = (page: Page): Promise<Response> =>
  page.waitForResponse((one) => one.request().method() === 'POST' && new URL(one.url()).pathname.endsWith('/api/session'))

describe('the way in', () => {
  test('a wrong password is told plainly, and after the fifth the account is locked, for the right password too', async () => {
    const { login, password } = await newcomer('suo', '锁小明')
    const page = await visitor()
    await expectUsable(page)
    for (let turn = 1; turn <= 4; turn += 1) {
      const [answer] = await Promise.all([answerTo(page), enter(page, login, 'Bu-Dui-De-2026')])
      expect(answer.ok()).toBe(false)
    }
    await page.getByRole('alert').getByText('登录名或密码不正确。连续输错5次，账号将锁定10分钟。').waitFor()
    await enter(page, login, 'Bu-Dui-De-2026')
    await page.getByRole('alert').getByText('登录失败次数过多，账号已锁定').waitFor()
    await expectUsable(page)
    const [locked] = await Promise.all([answerTo(page), enter(page, login, password)])
    expect(locked.ok()).toBe(false)
    await page.getByRole('alert').getByText('账号已锁定').waitFor()
    expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0)
  })

  test('who comes with a first password sets an own one, is in, and signs in with it from then on', async () => {
    const { login, password } = await newcomer('xin', '新小红')
    const page = await visitor()
    await page.setViewportSize(phone)
    await enter(page, login, password)
    await setPassword(page, password, 'short')
    await page.getByRole('alert').getByText('密码至少8位。').waitFor()
    await expectUsable(page)
    await setPassword(page, password, ownPassword)
    await page.getByRole('button', { name: /新小红，打开个人菜单/ }).waitFor()
    await expectUsable(page)
    await leave(page)
    await page.goto(new URL('editions', town.office).href)
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    await enter(page, login, password)
    await page.getByRole('alert').getByText('登录名或密码不正确').waitFor()
    await enter(page, login, ownPassword)
    await page.getByRole('button', { name: /新小红，打开个人菜单/ }).waitFor()
  })

  test('where the second factor is compulsory, it is bound before work begins, and every sign-in asks for a code that is used once', async () => {
    const { login, password } = await newcomer('kou', '口小令', true)
    const page = await visitor()
    await enter(page, login, password)
    await setPassword(page, password, ownPassword)
    await page.getByRole('heading', { name: '绑定动态口令' }).waitFor()
    await page.getByRole('img', { name: '动态口令二维码' }).waitFor()
    await expectUsable(page)
    const totp = new TOTP({ secret: Secret.fromBase32((await page.locator('.gk-secret').textContent())?.replaceAll(' ', '') ?? '') })
    const first = totp.generate()
    await page.getByLabel('动态口令', { exact: true }).fill(first)
    await page.getByRole('button', { name: '绑定', exact: true }).click()
    await page.getByRole('button', { name: /口小令，打开个人菜单/ }).waitFor()
    await leave(page)

    await enter(page, login, ownPassword)
    await page.getByRole('heading', { name: '输入动态口令' }).waitFor()
    await page.getByLabel('动态口令', { exact: true }).fill(first)
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('alert').getByText('动态口令不正确或已使用过').waitFor()
    await expectUsable(page)
    // the code of the next half minute is taken too: clocks of telephones run ahead
    await page.getByLabel('动态口令', { exact: true }).fill(totp.generate({ timestamp: performance.timeOrigin + performance.now() + 30_000 }))
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('button', { name: /口小令，打开个人菜单/ }).waitFor()
  })
})

test('who wants nothing to move signs in, opens a dialog and leaves it', async () => {
  const page = await visitor({ reducedMotion: 'reduce' })
  await enter(page, 'chengli', demoPassword)
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '账号与角色' }).click()
  await page.getByRole('button', { name: '新建账号' }).click()
  const dialog = page.getByRole('dialog', { name: '新建账号' })
  await dialog.getByRole('button', { name: '取消' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await leave(page)
})

describe('the menu', () => {
  test.for([
    ['linzhixia', ['工作台', '待办事项', '信息管理', '批量导入', '机构与人员'], ['站点设置', '账号与角色', '代办登记', '操作日志']],
    ['chengli', ['工作台', '站点设置', '机构与人员', '账号与角色'], ['信息管理', '审核签发', '批量导入', '代办登记', '操作日志']],
    ['luoxiaojing', ['工作台', '账号与角色', '代办登记'], ['信息管理', '审核签发', '站点设置', '操作日志']],
    ['mengfanxing', ['工作台', '账号与角色', '操作日志'], ['信息管理', '审核签发', '站点设置', '代办登记']],
  ] as const)('of %s shows what the role opens and nothing of the others', async ([login, opened, closed]) => {
    const page = await visitor()
    await enter(page, login, demoPassword)
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').first().waitFor()
    const shown = await menuOf(page)
    expect(shown).toEqual(expect.arrayContaining([...opened]))
    expect(closed.filter((entry) => shown.includes(entry))).toEqual([])
    await leave(page)
  })
})
