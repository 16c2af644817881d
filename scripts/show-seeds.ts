// Shows the main job on real documents: each file of a folder is imported, reviewed by different people, published, and found by its words in both scripts.
// Use: node scripts/show-seeds.ts FOLDER        in an installation of its own, which is removed afterwards
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '../src/kernel/day.ts'
import type { Ruling } from '../src/kernel/ruling.ts'
import { connectToRunning, type Connection } from '../src/main/connect.ts'
import { importAll } from '../src/main/commands/import.ts'
import { found } from '../src/main/found.ts'
import { actorOf, createAccount, grantRole, type By } from '../src/modules/access/index.ts'
import type { Role } from '../src/modules/access/law/permissions.ts'
import { saveEdition, takeStep, type ImportResult, type StepInput } from '../src/modules/disclosure/index.ts'
import type { StepName } from '../src/modules/disclosure/law/steps.ts'
import { editionById } from '../src/modules/disclosure/queries/edition.ts'
import { createUnit } from '../src/modules/organization/index.ts'
import { toSimplified, toTraditional } from '../src/platform/chinese/script.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { openPortal } from '../src/portal/app.ts'

const password = 'Show-the-seeds-2026'
const unitName = '演示县政务公开办公室'
const people: readonly (readonly [string, string, Role])[] = [
  ['officer', '信息员甲', 'information-officer'],
  ['head', '科室负责人乙', 'section-head'],
  ['reviewer', '保密审查员丙', 'secrecy-reviewer'],
  ['leader', '分管领导丁', 'leader-in-charge'],
]
const way: readonly (readonly [string, StepName, Partial<StepInput>])[] = [
  ['officer', 'submit', {}],
  ['head', 'approve-section', { opinion: '内容属实，同意。' }],
  ['reviewer', 'pass-secrecy', { secrecy: { basis: '《保守国家秘密法》及本单位保密事项范围', conclusion: 'may-disclose' } }],
  ['leader', 'sign', { opinion: '同意公开。' }],
  ['leader', 'publish', {}],
]

function must<Value>(ruling: Ruling<Value>, what: string): Value {
  if (ruling.ok) return ruling.value
  throw new Error(`${what}: ${ruling.refusals.map((refusal) => `${refusal.code} ${refusal.field ?? ''}`).join(', ')}`)
}

async function byOf({ database, clock }: Connection, login: string): Promise<By> {
  const today = clock.today()
  const actor = await actorOf(database.db, { login }, today)
  if (!actor) throw new Error(`nobody is called ${login}`)
  return { actor, at: clock.now(), today }
}

/** One unit below a county, with one person for each hand that a sheet needs. */
async function layOffice(connection: Connection): Promise<void> {
  const { database, clock } = connection
  const administrator = (login: string, name: string) => ({ login, name, password })
  const administrators = { system: administrator('system', '系统员'), security: administrator('security', '安全员'), audit: administrator('audit', '审计员') }
  await found(database, clock, { unit: { name: '演示县人民政府', kind: 'government', code: '000014349', slug: 'gov' }, administrators })
  const keeper = await byOf(connection, 'system')
  const guard = await byOf(connection, 'security')
  await database.transaction(async (tx) => {
    const parentId = keeper.actor.grants[0]?.unitId ?? null
    const facts = {
      parentId,
      name: unitName,
      shortName: '',
      organizationCode: '014320144',
      creditCode: null,
      slug: 'office',
      duties: '',
      address: '',
      officeHours: '',
    } as const
    const rest = { phone: '', fax: '', email: '', postcode: '', position: 0, hasOwnStaff: true, emptyColumns: 'none-held' } as const
    const unit = must(await createUnit(tx, keeper, { kind: 'department', facts: { ...facts, ...rest }, validFrom: keeper.today }), unitName)
    for (const [login, name, role] of people) {
      const { accountId } = must(await createAccount(tx, keeper, { login, name, password }), login)
      must(
        await grantRole(tx, guard, {
          accountId,
          role,
          unitId: unit.id,
          sectionId: null,
          validFrom: day('2026-01-01') < keeper.today ? day('2026-01-01') : keeper.today,
          validUntil: null,
        }),
        role,
      )
    }
  })
}

/** What only a person can decide: theme and column; a title that was not found stays empty and would be refused. */
async function complete(connection: Connection, editionId: string): Promise<string> {
  const edition = await editionById(connection.database.db, editionId)
  if (!edition) throw new Error('the draft is gone')
  const by = await byOf(connection, 'officer')
  const content = { ...edition, theme: edition.theme ?? '综合政务\\政务公开' }
  must(await connection.database.transaction((tx) => saveEdition(tx, by, { editionId, version: edition.version, content })), 'save')
  return edition.bodyText
}

/** Twelve characters from the middle of the text, without marks between them. */
function wordsOf(bodyText: string): string {
  const runs = bodyText.match(/\p{Script=Han}{12,}/gu) ?? []
  return (runs[Math.floor(runs.length / 2)] ?? bodyText.replace(/\s/g, '')).slice(0, 12)
}

function show(path: string, { report }: ImportResult): void {
  console.log(`\n== ${path.split('/').at(-1)}`)
  console.log(`标题    ${report.title}`)
  console.log(`成文日期 ${report.draftedOn ?? '（原文没有）'}`)
  console.log(`单位    ${report.signedBy ?? '（原文没有）'}`)
  for (const field of report.fields) console.log(`字段    ${field.label}：${field.value || '（空）'}`)
  const { paragraphs, tables, joinedLines, outline } = report.structure
  console.log(`结构    段落 ${paragraphs}，表格 ${tables}，接合断句 ${joinedLines}`)
  for (const { level, text } of outline) console.log(`        ${'  '.repeat(level - 2)}${text}`)
  for (const kind of ['doubtful', 'lost', 'dropped'] as const)
    for (const one of report[kind]) console.log(`${{ doubtful: '存疑', lost: '丢失', dropped: '舍去' }[kind]}    ${one.sentence}`)
}

async function prove(connection: Connection, results: readonly ImportResult[]): Promise<number> {
  const { database, urls, clock, fileStore, settings } = connection
  const publicDatabase = openDatabase({ url: urls.portal, name: 'show-seeds', poolSize: 4 })
  const portal = await openPortal({ database: publicDatabase, clock, fileStore, settings })
  let failures = 0
  try {
    for (const { editionId, documentId, report } of results) {
      if (editionId === null || documentId === null) continue
      const bodyText = await complete(connection, editionId)
      for (const [login, step, input] of way) {
        const by = await byOf(connection, login)
        must(await database.transaction((tx) => takeStep(tx, by, { editionId, step, input: { opinion: '', ...input } })), `${report.title} ${step}`)
      }
      const words = wordsOf(bodyText)
      const asked = [...new Set([toSimplified(words), toTraditional(toSimplified(words))])]
      const answers = await Promise.all(asked.map((question) => portal.inject(`${settings.basePath}search?q=${encodeURIComponent(question)}`)))
      const page = await portal.inject(`${settings.basePath}documents/${documentId}`)
      const shown = page.statusCode === 200 && toSimplified(page.body.replace(/<[^>]*>/g, '')).includes(toSimplified(words))
      console.log(`\n${report.title}\n  由${people.map(([, name]) => name).join('、')}办理并发布；门户页面 ${shown ? '可以阅读' : '没有显示正文'}`)
      for (const [at, question] of asked.entries()) {
        const hit = answers[at]?.body.includes(documentId) === true
        if (!hit) failures += 1
        console.log(`  搜索“${question}”：${hit ? '找到' : '没有找到'}`)
      }
      if (!shown) failures += 1
    }
  } finally {
    await portal.close()
    await publicDatabase.close()
  }
  return failures
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('node scripts/show-seeds.ts FOLDER')
  process.exit(2)
}
const data = await mkdtemp(join(tmpdir(), 'gongkai-show-'))
const connection = await connectToRunning({ environment: { ...process.env, GONGKAI_DATA: data, DATABASE_URL: undefined } })
try {
  await layOffice(connection)
  const results: ImportResult[] = []
  const { refused } = await importAll(connection, [folder], { unit: unitName, as: 'officer', column: ['通知公告'], json: false }, (path, result) => {
    results.push(result)
    show(path, result)
  })
  const failures = await prove(connection, results)
  console.log(`\n${results.length - refused} 个文件导入并发布，${refused} 个被拒绝，${failures} 处没有找到。`)
  process.exitCode = failures + refused > 0 ? 1 : 0
} finally {
  await connection.close()
  await rm(data, { recursive: true, force: true })
}
