// The import check sees every file and catches an offence of each kind.
import { execFile, execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
let folder: string

interface Found {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly { from: string; rule: { name: string } }[] }
}

/** Each pair of files breaks one border. */
const planted: readonly { rule: string; files: Record<string, string> }[] = [
  { rule: 'module-access', files: { 'src/modules/access/rules/a.ts': "import '../../disclosure/law/d.ts'", 'src/modules/disclosure/law/d.ts': 'export {}' } },
  {
    rule: 'module-disclosure',
    files: { 'src/modules/disclosure/rules/b.ts': "import '../../access/rules/inner.ts'", 'src/modules/access/rules/inner.ts': 'export {}' },
  },
  { rule: 'every-module-is-in-the-table', files: { 'src/modules/unheard/rules/c.ts': "import '../../../kernel/k.ts'", 'src/kernel/k.ts': 'export {}' } },
  { rule: 'law-is-data', files: { 'src/modules/gate/law/l.ts': "import '../rules/r.ts'", 'src/modules/gate/rules/r.ts': 'export {}' } },
  { rule: 'rules-are-pure', files: { 'src/modules/gate/rules/p.ts': "import '../queries/q.ts'", 'src/modules/gate/queries/q.ts': 'export {}' } },
  { rule: 'sql-stays-in-queries-and-store', files: { 'src/modules/gate/actions/s.ts': "import { sql } from 'kysely'\nexport const x = sql" } },
  { rule: 'actions-know-no-http', files: { 'src/modules/gate/actions/h.ts': "import '../http/office.ts'", 'src/modules/gate/http/office.ts': 'export {}' } },
  { rule: 'kernel-stands-alone', files: { 'src/kernel/n.ts': "import 'node:fs'" } },
  { rule: 'platform-knows-no-module', files: { 'src/platform/x/m.ts': "import '../../modules/gate/rules/r.ts'" } },
  { rule: 'portal-reads-publication-only', files: { 'src/portal/p.ts': "import '../modules/gate/rules/r.ts'" } },
  { rule: 'office-reads-contracts-and-law-only', files: { 'office/o.ts': "import '../src/modules/gate/rules/r.ts'" } },
  { rule: 'contracts-are-for-the-browser-too', files: { 'src/modules/gate/http/contract.ts': "import '../actions/s.ts'" } },
  { rule: 'no-circles', files: { 'src/portal/one.ts': "import './two.ts'", 'src/portal/two.ts': "import './one.ts'" } },
  { rule: 'nothing-unresolved', files: { 'src/portal/lost.ts': "import './nowhere.ts'" } },
]

async function cruise(cwd: string, ...paths: string[]): Promise<Found> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  // Into a file: it ends before a pipe has taken everything. Found offences make it exit with their number.
  const report = join(folder, `report-${paths.length}.json`)
  await promisify(execFile)(
    process.execPath,
    [program, '--config', join(cwd, '.dependency-cruiser.mjs'), '--output-type', 'json', '--output-to', report, ...paths],
    { cwd },
  ).catch((error: { code: unknown }) => expect(error.code).toBeTypeOf('number'))
  return JSON.parse(await readFile(report, 'utf8')) as Found
}

describe('the borders between modules and layers', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-borders-'))
    for (const name of ['.dependency-cruiser.mjs', 'architecture.mjs', 'tsconfig.json', 'package.json']) await cp(join(root, name), join(folder, name))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of planted.flatMap(({ files }) => Object.entries(files))) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), `${text}\n`)
    }
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('hold in the whole tree, and every file under src was visited', async () => {
    const found = await cruise(root, 'src', 'office', 'demo')
    expect(found.summary.violations.map((one) => `${one.rule.name}: ${one.from}`)).toEqual([])
    const listed = execFileSync('git', ['ls-files', 'src/*.ts'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
    expect(found.summary.totalCruised).toBeGreaterThanOrEqual(listed.length)
  })

  it('catch a planted offence of each kind', async () => {
    const found = await cruise(folder, 'src', 'office')
    const seen = new Set(found.summary.violations.map((one) => one.rule.name))
    expect(planted.map(({ rule }) => rule).filter((rule) => !seen.has(rule))).toEqual([])
  })
})
