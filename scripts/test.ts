// What CI runs: the check, and beside it all tests, for which it first gets the browser and the fonts where they are missing; or a part: `npm test -- NAME`.
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const needed = ['chromium-headless-shell', 'fonts-noto-cjk'] as const
const isThere = {
  'chromium-headless-shell': () => existsSync('/usr/bin/chromium-headless-shell'),
  'fonts-noto-cjk': () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
}

function run(command: string, ...args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve(code === 0)))
}

async function getBrowser(): Promise<boolean> {
  const missing = needed.filter((name) => !isThere[name]())
  if (missing.length === 0) return true
  if (process.getuid?.() !== 0) {
    console.log(`The browser tests need Debian's ${missing.join(' and ')}. As root: apt-get update && apt-get install -y ${missing.join(' ')}`)
    return false
  }
  console.log(`Installing ${missing.join(' and ')} from Debian …`)
  process.env['DEBIAN_FRONTEND'] = 'noninteractive'
  return (await run('apt-get', 'update', '-qq')) && run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing)
}

/** Its lines come together when it is done, so that they do not mix with those of the tests. */
function check(): Promise<boolean> {
  return new Promise((resolve) =>
    execFile(process.execPath, ['scripts/check.ts'], { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 }, (failure, stdout, stderr) => {
      process.stdout.write(`\nnpm run check\n${stdout}${stderr}\n`)
      resolve(failure === null)
    }),
  )
}

const test = async (args: readonly string[]): Promise<boolean> =>
  (await getBrowser()) && run(process.execPath, join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args)

const part = process.argv.slice(2)
const [checked, tested] = await Promise.all([part.length > 0 || check(), test(part)])
if (!checked) console.log('npm run check failed: its lines stand above, among those of the tests.')
process.exitCode = checked && tested ? 0 : 1
