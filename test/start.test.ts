// The two programs an operator meets, `npm start` and `npx gongkai`, as processes of their own on a folder of their own.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
let home: string
let data: string
const children = new Set<ChildProcess>()

interface Ended {
  readonly code: number | null
  readonly out: string
}

interface Started {
  readonly child: ChildProcess
  readonly portal: string
  readonly office: string
  readonly said: () => string
  readonly ended: Promise<Ended>
}

const answers = {
  unit: { name: '青岚县人民政府', kind: 'government', code: '11990000MB0A00001X', slug: 'qinglan' },
  administrators: {
    system: { login: 'zhao', name: '赵系统', password: 'Qing-Lan-2026' },
    security: { login: 'qian', name: '钱安全' },
    audit: { login: 'sun', name: '孙审计' },
  },
}

function run(
  program: 'start' | 'gongkai',
  args: readonly string[],
  environment: Record<string, string> = {},
): { child: ChildProcess; said: () => string; ended: Promise<Ended> } {
  const env = { ...process.env, GONGKAI_DATA: data, GONGKAI_PORTAL_PORT: '0', GONGKAI_OFFICE_PORT: '0', ...environment }
  const child = spawn(process.execPath, [join(root, `bin/${program}.mjs`), ...args], { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  let out = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()))
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => {
      children.delete(child)
      resolve({ code, out })
    }),
  )
  return { child, said: () => out, ended }
}

const gongkai = (args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> => run('gongkai', args, environment).ended

function start(args: readonly string[] = [], environment: Record<string, string> = {}): Promise<Started> {
  const { child, said, ended } = run('start', args, environment)
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [, portal, office] = /^ready (\S+) (\S+)/m.exec(said()) ?? []
      if (portal !== undefined && office !== undefined) resolve({ child, portal, office, said, ended })
    })
    void ended.then(({ code, out }) => reject(new Error(`ended with ${code}:\n${out}`)))
  })
}

const holder = async (): Promise<{ processId: number }> => JSON.parse(await readFile(join(data, 'in-use.json'), 'utf8')) as { processId: number }
const databaseProcess = async (): Promise<number> => Number((await readFile(join(data, 'pg/postmaster.pid'), 'utf8')).split('\n')[0])
const logins = async (): Promise<string[]> => {
  const { out } = await gongkai(['user', 'list', '--json'])
  return (JSON.parse(out) as { login: string }[]).map(({ login }) => login)
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), '公开 start-'))
  data = join(home, '数据 文件夹')
  await writeFile(join(home, 'answers.json'), JSON.stringify(answers))
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  const left = await databaseProcess().catch(() => 0)
  if (left > 0) process.kill(left, 'SIGQUIT')
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

describe.sequential('an installation', { timeout: 120_000 }, () => {
  let town: Started

  it('starts from nothing in a path with Chinese characters and a blank, and says ready last', async () => {
    town = await start(['--empty', '--answers', join(home, 'answers.json')])
    expect(town.said().trim().split('\n').at(-1)).toMatch(/^ready /)
    expect(town.said()).toMatch(/安全管理员\s+qian\s+\S{8,}/)
    for (const address of [town.portal, town.office]) {
      expect((await fetch(new URL('/healthz', address))).status).toBe(200)
      expect((await fetch(new URL('/readyz', address))).status).toBe(200)
    }
    expect(await (await fetch(town.office)).text()).toContain('<div id="root">')
    const page = await (await fetch(town.portal)).text()
    expect(page).toContain('<meta name="SiteName" content="青岚县人民政府"')
    expect(page).toContain('主办单位：青岚县人民政府')
    expect(await (await fetch(new URL('apply', town.portal))).text()).toContain('地址和电话还没有公布')
    expect((await stat(join(data, 'secrets.json'))).mode & 0o777).toBe(0o600)
  })

  it('lets no second start onto the same folder, and says so in a sentence', async () => {
    const { code, out } = await run('start', []).ended
    expect(code).toBe(1)
    expect(out).toContain('正被另一个已启动的程序使用')
    expect(out).not.toMatch(/\n\s+at /)
  })

  it('answers commands while it runs, and goes on', async () => {
    expect(await logins()).toEqual(['qian', 'sun', 'zhao'])
    expect(await gongkai(['verify'])).toMatchObject({ code: 0 })
    expect(await gongkai(['backup', join(home, 'one.gongkai')])).toMatchObject({ code: 0 })
    expect((await fetch(new URL('/readyz', town.office))).status).toBe(200)
  })

  it('stops in order on SIGTERM, with exit code 0 and nothing left running', async () => {
    const server = await databaseProcess()
    town.child.kill('SIGTERM')
    expect(await town.ended).toMatchObject({ code: 0 })
    expect(existsSync(join(data, 'in-use.json'))).toBe(false)
    expect(existsSync(join(data, 'pg/postmaster.pid'))).toBe(false)
    expect(() => process.kill(server, 0)).toThrow('ESRCH')
  })

  it('answers commands while it is stopped, and leaves nothing running', async () => {
    expect(await logins()).toEqual(['qian', 'sun', 'zhao'])
    expect(existsSync(join(data, 'pg/postmaster.pid'))).toBe(false)
  })

  it('starts again with all its data, and asks nothing', async () => {
    town = await start()
    expect(town.said()).not.toContain('首次启动')
    expect(await logins()).toEqual(['qian', 'sun', 'zhao'])
  })

  it('recovers after a kill -9 of the program, whose database was left running', async () => {
    const server = await databaseProcess()
    process.kill((await holder()).processId, 'SIGKILL')
    await town.ended
    process.kill(server, 0)
    town = await start()
    expect(await databaseProcess()).toBe(server)
  })

  it('recovers after a kill -9 of program and database', async () => {
    const server = await databaseProcess()
    process.kill((await holder()).processId, 'SIGKILL')
    process.kill(server, 'SIGKILL')
    await town.ended
    town = await start()
    expect(await logins()).toEqual(['qian', 'sun', 'zhao'])
  })

  it('brings its database back by itself when only that is killed', async () => {
    const server = await databaseProcess()
    process.kill(server, 'SIGKILL')
    await expect.poll(() => databaseProcess().catch(() => server), { timeout: 60_000, interval: 200 }).not.toBe(server)
    await expect.poll(async () => (await fetch(new URL('/readyz', town.office))).status, { timeout: 60_000, interval: 200 }).toBe(200)
  })

  it('ends with the database when it is interrupted', async () => {
    town.child.kill('SIGINT')
    expect(await town.ended).toMatchObject({ code: 0 })
  })

  it('comes back from its backup in another folder, and proves its register', async () => {
    const other = { GONGKAI_DATA: join(home, 'restored') }
    expect(await gongkai(['restore', join(home, 'one.gongkai')], other)).toMatchObject({ code: 0, out: expect.stringContaining('公开登记簿相符') as string })
    expect((await gongkai(['user', 'list'], other)).out).toContain('赵系统')
  })

  it('is restored over data only where somebody says so', async () => {
    const other = { GONGKAI_DATA: join(home, 'restored') }
    const again = await gongkai(['restore', join(home, 'one.gongkai')], other)
    expect(again).toMatchObject({ code: 1, out: expect.stringContaining('这里已有数据') as string })
    expect(await gongkai(['restore', join(home, 'one.gongkai'), '--force', '--yes'], other)).toMatchObject({ code: 0 })
  })
})

describe('what stands in the way is told in one plain sentence', { timeout: 120_000 }, () => {
  const refusal = async (args: readonly string[], environment: Record<string, string>): Promise<Ended> => {
    const ended = await run('start', args, { GONGKAI_DATA: join(home, 'never'), ...environment }).ended
    expect(ended.out).not.toMatch(/\n\s+at /)
    return ended
  }

  it('a port that is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { code, out } = await refusal([], { GONGKAI_OFFICE_PORT: String(port) })
    other.close()
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining(`端口 ${port} 已被其他程序占用`) as string })
    expect(out).toContain('GONGKAI_OFFICE_PORT')
  })

  it('a wrong setting', async () => {
    expect(await refusal([], { GONGKAI_BASE_PATH: 'zfxxgk' })).toMatchObject({ code: 2, out: expect.stringContaining('GONGKAI_BASE_PATH') as string })
  })

  it('a misspelt setting', async () => {
    expect(await refusal([], { GONGKAI_PORT: '80' })).toMatchObject({ code: 2, out: expect.stringContaining('没有名为 GONGKAI_PORT 的设置') as string })
  })

  it('an option that does not exist', async () => {
    expect(await refusal(['--emtpy'], {})).toMatchObject({ code: 2, out: expect.stringContaining('--empty') as string })
  })

  it('a data folder that is a file', async () => {
    await writeFile(join(home, 'file'), '')
    expect(await refusal([], { GONGKAI_DATA: join(home, 'file') })).toMatchObject({ code: 1, out: expect.stringContaining('不是目录') as string })
  })

  it('a data folder of a newer version', async () => {
    const newer = join(home, 'newer')
    await mkdir(join(newer, 'pg'), { recursive: true })
    await writeFile(join(newer, 'pg/PG_VERSION'), '19\n')
    await writeFile(join(newer, 'secrets.json'), await readFile(join(data, 'secrets.json')))
    expect(await refusal([], { GONGKAI_DATA: newer })).toMatchObject({ code: 1, out: expect.stringContaining('更新版本') as string })
  })

  it('data without their secrets', async () => {
    const bare = join(home, 'bare')
    await mkdir(join(bare, 'pg'), { recursive: true })
    await writeFile(join(bare, 'pg/PG_VERSION'), '18\n')
    expect(await refusal([], { GONGKAI_DATA: bare })).toMatchObject({ code: 1, out: expect.stringContaining('缺少密钥文件') as string })
  })

  it('a database server that is not there', async () => {
    const url = 'postgres://nobody:secret-word@127.0.0.1:9/none'
    const { code, out } = await refusal([], { DATABASE_URL: url })
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('无法连接数据库') as string })
    expect(out).not.toContain('secret-word')
  })

  it.runIf(process.getuid?.() !== 0)('a data folder that cannot be written to', async () => {
    const locked = join(home, 'locked')
    await mkdir(locked)
    await chmod(locked, 0o500)
    expect(await refusal([], { GONGKAI_DATA: locked })).toMatchObject({ code: 1, out: expect.stringContaining('无法写入') as string })
  })
})
