// The house rules hold in every file that git lists, and each of them catches a planted offence.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { houseRules, offencesIn } from './house-rules.ts'

const root = join(import.meta.dirname, '..')
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], { cwd: root, encoding: 'utf8' })
const files = listed.split('\n').filter((path) => path !== '' && existsSync(join(root, path)))

const planted: readonly { rule: string; path: string; text: string }[] = [
  { rule: 'only platform/clock reads the time', path: 'src/modules/access/rules/x.ts', text: 'const at = new Date()' },
  { rule: 'only platform/clock reads the time', path: 'src/main/x.ts', text: 'const at = Date.now()' },
  { rule: 'only store/ writes rows', path: 'src/modules/access/actions/x.ts', text: "tx.insertInto('access.account')" },
  { rule: 'only store/ writes rows', path: 'src/modules/access/queries/x.ts', text: 'sql`delete from access.account`' },
  { rule: 'nothing is suppressed', path: 'src/modules/access/rules/x.ts', text: '// @ts-expect-error' },
  { rule: 'nothing is suppressed', path: 'src/kernel/x.ts', text: 'const x = y as any' },
  { rule: 'nothing is suppressed', path: 'src/kernel/x.test.ts', text: 'it.only("x", () => {})' },
  { rule: 'no mark is left behind', path: 'office/ui/x.tsx', text: '// TODO later' },
  { rule: 'no mark is left behind', path: 'src/modules/gate/rules/detect/x.ts', text: "const left = 'FIXME'" },
  { rule: 'no test sleeps', path: 'test/x.test.ts', text: 'await page.waitForTimeout(100)' },
  { rule: 'no folder of leftovers', path: 'src/platform/utils.ts', text: '' },
  { rule: 'no machine path in the project', path: 'scripts/x.ts', text: "const folder = '/work/shared/seeds'" },
]

describe('the house rules', () => {
  it('visit every file of code', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it('hold in each of them', () => {
    expect(files.flatMap((path) => offencesIn(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
  })

  it('give every action a test', () => {
    const actions = files.filter((path) => /^src\/modules\/[^/]+\/actions\/[^/]+\.ts$/.test(path) && !path.endsWith('.test.ts'))
    const tests = files.filter((path) => path.endsWith('.test.ts')).map((path) => readFileSync(join(root, path), 'utf8'))
    const untested = actions.filter((path) => {
      const name = path.split('/').at(-1) ?? ''
      return !files.includes(path.replace(/\.ts$/, '.test.ts')) && !tests.some((text) => text.includes(`/${name}'`))
    })
    expect(untested).toEqual([])
  })

  it.each(planted)('catch an offence against "$rule" in $path', ({ rule, path, text }) => {
    expect(offencesIn(path, text).join()).toContain(rule)
  })

  it('have a planted offence each', () => {
    expect(new Set(planted.map((one) => one.rule))).toEqual(new Set(houseRules.map((rule) => rule.name)))
  })

  it('catch a file that grew too long', () => {
    expect(offencesIn('src/kernel/x.ts', 'x\n'.repeat(301))).toEqual(['src/kernel/x.ts has 301 lines: split it'])
  })
})
