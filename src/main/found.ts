// Makes an installation without demo data: the first unit, its three administrators together, the site and its columns.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import type { Refusal, Ruling } from '../kernel/ruling.ts'
import { actorOf, foundOffice } from '../modules/access/index.ts'
import { createUnit } from '../modules/organization/index.ts'
import { unitKinds, type UnitKind } from '../modules/organization/law/unit-kinds.ts'
import { foundSite, putStandardColumns } from '../modules/publication/index.ts'
import type { Database } from '../platform/database/database.ts'
import { beginInstallation, finishInstallation } from './installation.ts'
import { PlainFailure } from './plain-failure.ts'
import { ask } from './terminal.ts'
import { sentences } from './wiring.ts'

const kinds = Object.entries(unitKinds).flatMap(([kind, { root }]) => (root ? [kind as UnitKind] : []))

const login = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, '登录名用小写字母、数字、点、下划线和连字符，2 至 40 位')
const code = z.string().regex(/^([0-9A-HJ-NPQRTUWXY]{9}|[0-9A-HJ-NPQRTUWXY]{18}|[0-9A-Z]{8}-[0-9A-Z])?$/, '应为 9 位组织机构代码或者 18 位统一社会信用代码')
const name = z.string().trim().min(1, '不能为空').max(60, '不能超过 60 字')

/** Without a password a first one is made and shown once. */
const administrator = z.object({ login, name, password: z.string().min(8).optional() })

export const answers = z.object({
  unit: z.object({ name, kind: z.enum(kinds).default('government'), code: code.default(''), slug: z.string().default('') }),
  administrators: z.object({ system: administrator, security: administrator, audit: administrator }),
})
export type Answers = z.infer<typeof answers>

const titles = { system: '系统管理员', security: '安全管理员', audit: '审计管理员' } as const

const sentenceOf = ({ code: reason, facts = {}, field }: Refusal): string => {
  const sentence = (sentences[reason] ?? reason).replace(/\{(\w+)\}/g, (_, key: string) => String(facts[key] ?? ''))
  return field === undefined ? sentence : `${field}：${sentence}`
}

/** The answers in a file, for an installation without a terminal. */
export async function answersFrom(path: string): Promise<Answers> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new PlainFailure(`无法读取答案文件 ${path}。`, `The file of answers ${path} cannot be read.`, { exitCode: 2, cause: error })
  }
  try {
    return answers.parse(JSON.parse(text))
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined
    const where = issue ? `${issue.path.join('.')}：${issue.message}` : '不是 JSON'
    throw new PlainFailure(`答案文件 ${path} 不正确（${where}）。`, `The file of answers ${path} is wrong (${where}).`, { exitCode: 2, cause: error })
  }
}

const checkWith =
  (schema: z.ZodType) =>
  (answer: string): string | undefined =>
    schema.safeParse(answer).error?.issues[0]?.message

/** Leads through the questions on the terminal. */
export async function answersFromTerminal(): Promise<Answers> {
  console.log('\n新建机构。管理权限依照“三员分立”由三人分别掌握，现在一并建立。\n')
  const unitName = await ask('机构全称（例如 青岚县人民政府）', checkWith(name))
  const choices = kinds.map((kind, at) => `${at + 1} ${unitKinds[kind].title}`).join('  ')
  const choice = await ask(`机构类别：${choices}`, (answer) => (kinds[Number(answer) - 1] ? undefined : `请输入 1 至 ${kinds.length}`), '1')
  const unitCode = await ask('组织机构代码或者统一社会信用代码（可以先空着）', checkWith(code))
  const administrators: Partial<Record<keyof typeof titles, { login: string; name: string }>> = {}
  for (const [role, title] of Object.entries(titles) as [keyof typeof titles, string][]) {
    const person = await ask(`${title}姓名`, checkWith(name))
    const taken = new Set(Object.values(administrators).map((one) => one.login))
    const account = await ask(`${title}登录名`, (answer) => (taken.has(answer) ? '三位管理员的登录名不能相同' : checkWith(login)(answer)), `${role}-admin`)
    administrators[role] = { login: account, name: person }
  }
  return answers.parse({ unit: { name: unitName, kind: kinds[Number(choice) - 1], code: unitCode }, administrators })
}

export interface Founded {
  readonly title: string
  readonly login: string
  /** Undefined where the person chose one. */
  readonly firstPassword: string | undefined
}

function must<Value>(ruling: Ruling<Value>): Value {
  if (ruling.ok) return ruling.value
  const reasons = ruling.refusals.map(sentenceOf).join(' ')
  throw new PlainFailure(`没有建立：${reasons}`, `Nothing was made: ${ruling.refusals.map((one) => one.code).join(', ')}.`, { exitCode: 2 })
}

/** Makes all of it in one transaction, or nothing. */
export async function found(database: Database, clock: Clock, { unit, administrators }: Answers): Promise<Founded[]> {
  const unitId = randomUUID()
  const now = { at: clock.now(), today: clock.today() }
  return database.transaction(async (tx) => {
    await beginInstallation(tx, 'empty', now.at)
    const accounts = must(await foundOffice(tx, { unitId, administrators }, now))
    const actor = await actorOf(tx, { accountId: accounts.system.accountId }, now.today)
    if (!actor) throw new Error('the system administrator is not there')
    const bare = unit.code.replace('-', '')
    const facts = {
      parentId: null,
      name: unit.name,
      shortName: '',
      organizationCode: bare.length === 9 ? bare : null,
      creditCode: bare.length === 18 ? bare : null,
      slug: unit.slug,
      duties: '',
      address: '',
      officeHours: '',
      phone: '',
      fax: '',
      email: '',
      postcode: '',
      position: 0,
      hasOwnStaff: true,
      emptyColumns: 'none-held',
    } as const
    must(await createUnit(tx, { actor, ...now }, { id: unitId, kind: unit.kind, facts, validFrom: now.today }))
    await putStandardColumns(tx, now.at)
    await foundSite(tx, unit.name, now.at)
    await finishInstallation(tx, now.at)
    return (['system', 'security', 'audit'] as const).map((role) => ({
      title: titles[role],
      login: administrators[role].login,
      firstPassword: administrators[role].password === undefined ? accounts[role].firstPassword : undefined,
    }))
  })
}
