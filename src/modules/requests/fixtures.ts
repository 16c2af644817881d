// What tests of applications share: hands that hold roles, and inputs that satisfy every form.
import type { Actor } from '../../kernel/actor.ts'
import { calendarOf } from '../../kernel/calendar.ts'
import { addDays, day, type Day } from '../../kernel/day.ts'
import { shippedYears } from '../../law/holidays.ts'
import type { Database } from '../../platform/database/database.ts'
import { createAccount, grantRole, may, type By } from '../access/index.ts'
import type { Role } from '../access/law/permissions.ts'
import { as, grant, must, type SmallCounty } from '../organization/fixtures.ts'
import { outcomeFacts, type OutcomeName } from './law/outcomes.ts'
import type { CaseFacts, GivenOutcome, Hand, Now, StepInput, TakenStep } from './rules/facts.ts'
import { factsOf } from './rules/fold.ts'

const unit = 'bureau'

/** Somebody at the bureau, at no section of it. */
export function handOf(accountId: string, ...roles: Role[]): Hand {
  const actor: Actor = { accountId, name: accountId, grants: roles.map((role) => ({ role, unitId: unit, sectionId: null, reach: [unit], onBehalfOf: null })) }
  return {
    accountId,
    grantFor: (action) => {
      const ruling = may(actor, action, { unitId: unit, sectionId: null })
      return ruling.ok ? ruling.value : undefined
    },
  }
}

export const shipped = calendarOf(shippedYears, 'shipped')
export const nowOn = (today: string): Now => ({ today: day(today), calendar: shipped })

/** Every fact that any letter needs. */
export const outcomeOf = (name: OutcomeName): GivenOutcome => ({
  name,
  facts: Object.fromEntries(Object.keys(outcomeFacts).map((fact) => [fact, '已经写明'])),
  withheldUnder: name === 'partial' ? ['third-party-rights'] : [],
})

/** Fills in all that a form can ask for, on the day before today. */
export const everything = (today: Day): StepInput => ({
  text: '写明的事由',
  day: today,
  until: addDays(today, 20),
  channel: 'counter',
  assignee: { sectionId: null, accountId: 'handler' },
  fee: { method: 'per-request', nth: 31, units: 1 },
  payment: { receipt: '票据0001' },
  extension: { days: 20, consentBy: '周明' },
  other: { name: '某某公司' },
  consultation: 1,
  opinion: 'agreed',
  outcome: outcomeOf('granted'),
  number: '青教公复〔2026〕1号',
  lead: 'SQ2026-000001',
  parts: ['SQ2026-000002'],
  service: { way: 'post', proof: 'XA12345678901', consent: false },
})

/** `['receive', '2025-03-03', {…}]`: a step on a day. */
export type Told = readonly [step: TakenStep['step'], on: string, input?: Partial<StepInput>]

/** The course of an application, told in short; each step counts on the day that is named. */
export const courseOf = (...told: readonly Told[]): TakenStep[] =>
  told.map(([step, on, input]) => ({ step, on: day(on), by: 'handler', input: { text: '', day: day(on), ...input } }))

export const caseAfter = (...told: readonly Told[]): CaseFacts => factsOf(courseOf(...told))

export type Staff = Readonly<Record<string, readonly [name: string, role: Role]>>
/** Somebody of the staff, at eleven in the morning of a day. */
export type HandOn = (login: string, on: string) => By

/** Gives each of `people` an account and a role at the bureau since 2015; whom it does not know may only read. */
export async function staff(database: Database, county: SmallCounty, people: Staff): Promise<HandOn> {
  const accounts = new Map<string, string>()
  const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
  await database.transaction(async (tx) => {
    for (const [login, [name, role]] of Object.entries(people)) {
      const { accountId } = must(await createAccount(tx, county.keeper, { login, name, password: 'Young-Willow-7' }))
      accounts.set(login, accountId)
      must(await grantRole(tx, guard, { accountId, role, unitId: county.bureau, sectionId: null, validFrom: day('2015-01-01'), validUntil: null }))
    }
  })
  return (login, on) => {
    const [name, role] = people[login] ?? ['', 'inspector' as const]
    return { ...as(accounts.get(login) ?? '', name, grant(role, county.bureau)), at: new Date(`${on}T03:00:00Z`), today: day(on) }
  }
}
