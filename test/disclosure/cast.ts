// A small county for tests of editions: a bureau with everybody a sheet needs, a second bureau to confirm, a village that has nobody.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../src/kernel/day.ts'
import { day } from '../../src/kernel/day.ts'
import type { Ruling } from '../../src/kernel/ruling.ts'
import { actorOf, type By } from '../../src/modules/access/index.ts'
import type { Role } from '../../src/modules/access/law/permissions.ts'
import { createEdition } from '../../src/modules/disclosure/actions/create-edition.ts'
import { takeStep, type Outcome } from '../../src/modules/disclosure/actions/take-step.ts'
import { questionNames } from '../../src/modules/disclosure/law/review-questions.ts'
import type { StepName } from '../../src/modules/disclosure/law/steps.ts'
import { blankContent, type TypedContent } from '../../src/modules/disclosure/rules/content.ts'
import type { StepInput } from '../../src/modules/disclosure/rules/facts.ts'
import type { FreshDatabase } from '../database.ts'

export const units = {
  county: randomUUID(),
  office: randomUUID(),
  education: randomUUID(),
  schools: randomUUID(),
  finance: randomUUID(),
  village: randomUUID(),
} as const

const unitRows: readonly [keyof typeof units, keyof typeof units | null, string, string, string | null, boolean][] = [
  ['county', null, 'government', '青岚县人民政府', '000014349', true],
  ['office', 'county', 'department', '青岚县人民政府办公室', '014320144', true],
  ['education', 'county', 'department', '青岚县教育局', '014416330', true],
  ['schools', 'education', 'section', '基础教育股', null, true],
  ['finance', 'county', 'department', '青岚县财政局', '006939748', true],
  ['village', 'office', 'village', '青岚县石桥村', '000218173', false],
]

/** Login, name, and the posts: role and unit. */
const people = {
  lin: ['林知夏', ['information-officer', 'education']],
  he: ['何若川', ['section-head', 'education']],
  bao: ['包子琪', ['secrecy-reviewer', 'education']],
  fen: ['冯远', ['leader-in-charge', 'education']],
  zhu: ['朱明', ['main-leader', 'education']],
  gong: ['龚立', ['disclosure-office', 'county']],
  cai: ['蔡青', ['information-officer', 'finance']],
  dao: ['刀正', ['inspector', 'county']],
  dai: ['戴维', []],
  ban: ['班主任', ['leader-in-charge', 'office']],
  shen: ['沈密', ['secrecy-reviewer', 'office']],
  ke: ['柯科', ['section-head', 'office']],
} as const satisfies Record<string, readonly [string, readonly [] | readonly [Role, keyof typeof units]]>

export type Person = keyof typeof people
export const accounts = Object.fromEntries(Object.keys(people).map((login) => [login, randomUUID()])) as Record<Person, string>

export const column = randomUUID()
export const noon = new Date('2026-11-20T04:00:00Z')
export const today: Day = day('2026-11-20')

/** Lays units, people, grants and one column into the database. */
export async function layCounty({ db }: FreshDatabase): Promise<void> {
  for (const [key, parent, kind, name, code, staff] of unitRows) {
    await sql`insert into organization.unit (id, kind, parent_id, name, slug, organization_code, has_own_staff, valid_from)
      values (${units[key]}, ${kind}, ${parent && units[parent]}, ${name}, ${key}, ${code}, ${staff}, '2019-01-01')`.execute(db)
    for (let above: keyof typeof units | null = key; above; above = unitRows.find(([one]) => one === above)?.[1] ?? null) {
      await sql`insert into access.unit_reach (ancestor_id, descendant_id) values (${units[above]}, ${units[key]})`.execute(db)
    }
  }
  for (const [login, [name, post]] of Object.entries(people) as [Person, (typeof people)[Person]][]) {
    await sql`insert into access.account (id, login, name, password_hash, password_set_at, must_change_password, created_at)
      values (${accounts[login]}, ${login}, ${name}, '-', ${noon}, false, ${noon})`.execute(db)
    const [role, unit] = post
    if (role && unit) await giveRole(db, login, role, units[unit])
  }
  await sql`insert into publication.site_column (id, slug, name, kind, changed_at) values (${column}, 'notices', '通知公告', 'notices', ${noon})`.execute(db)
}

export async function giveRole(db: FreshDatabase['db'], login: Person, role: Role, unitId: string): Promise<void> {
  await sql`insert into access.role_grant (account_id, role, unit_id, valid_from, granted_at) values (${accounts[login]}, ${role}, ${unitId}, '2026-01-01', ${noon})`.execute(
    db,
  )
}

export async function standIn(db: FreshDatabase['db'], absent: Person, person: Person): Promise<void> {
  await sql`insert into access.stand_in (absent_id, stand_in_id, valid_from, valid_until, reason, recorded_by, recorded_at)
    values (${accounts[absent]}, ${accounts[person]}, '2026-11-01', '2026-12-31', '出差', ${accounts.gong}, ${noon})`.execute(db)
}

export const aText: TypedContent = {
  ...blankContent,
  title: '关于做好冬季校园取暖工作的通知',
  kind: '通知',
  theme: '科技、教育\\教育',
  columnIds: [column],
  documentNumber: '青教发[2026]8号',
  draftedOn: day('2026-11-18'),
  responsibleDepartment: '基础教育股',
  bodyHtml: '<p>各学校：</p><p>为保障师生温暖过冬，现将有关事项通知如下。</p>',
}

/** Every question of the sheet answered 否. */
export const allNo: NonNullable<StepInput['review']> = questionNames.map((question) => ({ question, answer: 'no' }))

export const secrecy: Partial<StepInput> = { review: allNo, secrecy: { basis: '《教育工作国家秘密范围的规定》', conclusion: 'may-disclose' } }

/** The valued ruling, or a failure that names the codes. */
export function must<Value>(ruling: Ruling<Value>): Value {
  if (!ruling.ok) throw new Error(`refused: ${ruling.refusals.map((refusal) => `${refusal.code} ${refusal.field ?? ''}`).join(', ')}`)
  return ruling.value
}

export const codesOf = (ruling: Ruling<unknown>): string[] => (ruling.ok ? [] : ruling.refusals.map((refusal) => refusal.code))

export interface County {
  /** The person with the rights of the day, acting at `at`. */
  by(login: Person, at?: Date): Promise<By>
  /** A draft of the bureau by its information officer, or what is given. */
  draft(content?: Partial<TypedContent>, login?: Person, unitId?: string): Promise<string>
  /** Takes a step in a transaction of its own. */
  step(login: Person, step: StepName, editionId: string, input?: Partial<StepInput>, at?: Date): Promise<Ruling<Outcome>>
  /** A draft that was taken as far as signature. */
  signed(content?: Partial<TypedContent>): Promise<string>
  published(content?: Partial<TypedContent>): Promise<Outcome>
  stateOf(editionId: string): Promise<string>
  /** Titles of what somebody was told. */
  toldTo(login: Person): Promise<string[]>
}

const refusing = Symbol('refused')

export function county(database: FreshDatabase): County {
  const by = async (login: Person, at: Date = noon): Promise<By> => {
    const actor = await actorOf(database.db, { accountId: accounts[login] }, today)
    if (!actor) throw new Error(`nobody is called ${login}`)
    return { actor, at, today }
  }
  const step: County['step'] = async (login, name, editionId, input = {}, at = noon) => {
    const who = await by(login, at)
    let ruling: Ruling<Outcome> | undefined
    // As the office does it: a refusal rolls the transaction back.
    await database
      .transaction(async (tx) => {
        ruling = await takeStep(tx, who, { editionId, step: name, input: { opinion: '', ...input } })
        if (!ruling.ok) throw refusing
      })
      .catch((error: unknown) => {
        if (error !== refusing) throw error
      })
    if (!ruling) throw new Error('no ruling')
    return ruling
  }
  const draft: County['draft'] = async (content = {}, login = 'lin', unitId = units.education) => {
    const who = await by(login)
    return must(await database.transaction((tx) => createEdition(tx, who, { unitId, content: { ...aText, ...content } }))).editionId
  }
  const signed: County['signed'] = async (content = {}) => {
    const editionId = await draft(content)
    must(await step('lin', 'submit', editionId))
    must(await step('he', 'approve-section', editionId))
    must(await step('bao', 'pass-secrecy', editionId, secrecy))
    must(await step('fen', 'sign', editionId, { opinion: '同意公开。' }))
    return editionId
  }
  return {
    by,
    step,
    draft,
    signed,
    async published(content) {
      return must(await step('fen', 'publish', await signed(content)))
    },
    async stateOf(editionId) {
      const { rows } = await sql<{ state: string }>`select state from disclosure.edition where id = ${editionId}`.execute(database.db)
      return rows[0]?.state ?? ''
    },
    async toldTo(login) {
      const { rows } = await sql<{ title: string }>`select title from notices.notice where account_id = ${accounts[login]} order by created_at, id`.execute(
        database.db,
      )
      return rows.map((row) => row.title)
    },
  }
}
