// What tests of collected reports share: a small county with an office that collects, people who write and sign, and applications of a year.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { day } from '../../kernel/day.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import type { Database } from '../../platform/database/database.ts'
import { createAccount, grantRole, type By } from '../access/index.ts'
import type { Role } from '../access/law/permissions.ts'
import { as, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { outcomeOf } from '../requests/fixtures.ts'
import { registerApplication, takeStep } from '../requests/index.ts'
import type { ApplicantKind } from '../requests/law/applicants.ts'
import type { OutcomeName } from '../requests/law/outcomes.ts'
import type { RoundRequest } from './actions/open-round.ts'

/** Somebody, at eleven in the morning of a day. */
export type PersonOn = (who: Person, on: string) => By

const people = {
  collector: ['颜真', 'disclosure-office', 'government'],
  governor: ['郑县长', 'leader-in-charge', 'government'],
  writer: ['林知夏', 'information-officer', 'bureau'],
  signer: ['冯远', 'leader-in-charge', 'bureau'],
  clerk: ['高原', 'information-officer', 'town'],
  mayor: ['石镇长', 'main-leader', 'town'],
} as const satisfies Record<string, readonly [string, Role, 'government' | 'bureau' | 'town']>

export type Person = keyof typeof people

export interface ReportingCounty extends SmallCounty {
  readonly on: PersonOn
}

export async function reportingCounty(database: Database): Promise<ReportingCounty> {
  const county = await smallCounty(database)
  const accounts = new Map<Person, string>()
  const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
  await database.transaction(async (tx) => {
    for (const [login, [name, role, place]] of Object.entries(people)) {
      const { accountId } = must(await createAccount(tx, county.keeper, { login, name, password: 'Young-Willow-7' }))
      accounts.set(login as Person, accountId)
      must(await grantRole(tx, guard, { accountId, role, unitId: county[place], sectionId: null, validFrom: day('2015-01-01'), validUntil: null }))
    }
  })
  const below = [county.government, county.bureau, county.office, county.town]
  return {
    ...county,
    on: (who, on) => {
      const [name, role, place] = people[who]
      const unitId = county[place]
      const reach = place === 'government' ? below : [unitId]
      return { ...as(accounts.get(who) ?? '', name, grant(role, unitId, reach)), at: new Date(`${on}T03:00:00Z`), today: day(on) }
    },
  }
}

/** A call for the yearly reports of `year`, with the days of the law. */
export const yearlyCall = (unitId: string, year: number, change: Partial<RoundRequest> = {}): RoundRequest => ({
  id: randomUUID(),
  kind: 'yearly',
  year,
  title: `${year}年度政府信息公开工作年度报告`,
  unitId,
  basis: '县政府办公室关于做好年度报告编制工作的通知',
  outline: null,
  departmentDue: day(`${year + 1}-01-31`),
  governmentDue: day(`${year + 1}-03-31`),
  townDue: day(`${year + 1}-01-31`),
  handInBy: day(`${year + 1}-01-20`),
  institutionIds: [],
  unitIds: [],
  ...change,
})

const seal = sealUnder(Buffer.alloc(32, 7))
const identity = {
  name: '吴敏',
  document: '居民身份证',
  documentNumber: '110101199003078515',
  contactPerson: '',
  address: '幸福路1号',
  phone: '',
  email: '',
  agent: '',
}

interface Asked {
  readonly on: string
  /** Null: it stays open. */
  readonly answeredOn: string | null
  readonly kind?: ApplicantKind
  readonly outcome?: OutcomeName
}

/** An application at the bureau's counter, answered on the spot. */
export async function enterRequest(
  database: Database,
  county: ReportingCounty,
  { on, answeredOn, kind = 'person', outcome = 'granted' }: Asked,
): Promise<void> {
  const id = randomUUID()
  await database.transaction(async (tx) => {
    must(
      await registerApplication(tx, county.on('writer', on), seal, {
        id,
        unitId: county.bureau,
        channel: 'counter',
        arrivedOn: day(on),
        applicantKind: kind,
        identity: kind === 'person' ? identity : { ...identity, documentNumber: '91310000MA1FL0000X', contactPerson: '吴敏' },
        subject: '学区划分依据',
        description: '城关小学学区划分的文件',
        wishedForm: 'paper',
        delivery: 'post',
        needsHelp: false,
      }),
    )
    if (answeredOn === null) return
    const service = { way: 'counter', proof: '当场签收', consent: false } as const
    must(
      await takeStep(tx, county.on('writer', answeredOn), {
        id,
        step: 'answer-on-spot',
        seen: 1,
        input: { text: '当场答复', outcome: outcomeOf(outcome), service },
      }),
    )
  })
}

/** The report of a unit in a round. */
export async function reportOf(database: Database, roundId: string, unitId: string, scope: 'own' | 'region' = 'own'): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from reports.report where round_id = ${roundId} and unit_id = ${unitId} and scope = ${scope}`.execute(
    database.db,
  )
  return rows[0]?.id ?? ''
}
