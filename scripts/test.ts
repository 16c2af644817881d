// What CI runs: gets the browser and the fonts where they are missing, then the check, then all tests; or a part: `npm test -- NAME`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const needed = ['chromium', 'fonts-noto-cjk'] as const
const isThere = {
  chromium: () => existsSync('/usr/bin/chromium'),
  'fonts-noto-cjk': () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0
}

function getBrowser(): boolean {
  const missing = needed.filter((name) => !isThere[name]())
  if (missing.length === 0) return true
  if (process.getuid?.() !== 0) {
    console.log(`The browser tests need Debian's ${missing.join(' and ')}. As root: apt-get update && apt-get install -y ${missing.join(' ')}`)
    return false
  }
  console.log(`Installing ${missing.join(' and ')} from Debian …`)
  process.env['DEBIAN_FRONTEND'] = 'noninteractive'
  return run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing)
}

const part = process.argv.slice(2)
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...part]
const ok = getBrowser() && (part.length > 0 || run(process.execPath, 'scripts/check.ts')) && run(process.execPath, ...vitest)
process.exitCode = ok ? 0 : 1
