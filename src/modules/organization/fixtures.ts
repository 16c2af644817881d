// A small county for tests: a government, a bureau with an office, a town; somebody who may change them and somebody who may not.
import type { Actor, Grant } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { createAccount, type By } from '../access/index.ts'
import { createUnit } from './actions/create-unit.ts'
import type { UnitKind } from './law/unit-kinds.ts'
import type { UnitFacts } from './rules/unit.ts'

/** Unwraps what a test needs to be granted. */
export function must<Value>(ruling: Ruling<Value>): Value {
  if (!ruling.ok) throw new Error(`refused: ${JSON.stringify(ruling.refusals)}`)
  return ruling.value
}

export const codesOf = (ruling: Ruling<unknown>): string[] => (ruling.ok ? [] : ruling.refusals.map((refusal) => refusal.code))

export const aUnit = (change: Partial<UnitFacts> & { readonly name: string }): UnitFacts => ({
  parentId: null, shortName: '', organizationCode: null, creditCode: null, slug: '', duties: '', address: '', officeHours: '', phone: '', fax: '', email: '', postcode: '',
  position: 0, hasOwnStaff: true, emptyColumns: 'none-held', ...change,
}) // prettier-ignore

export const grant = (role: string, unitId: string, reach: readonly string[] = [unitId]): Grant => ({ role, unitId, sectionId: null, reach, onBehalfOf: null })

export interface SmallCounty {
  readonly government: string
  readonly bureau: string
  readonly office: string
  readonly town: string
  /** System administrator: may change everything here. */
  readonly keeper: By
  /** Information officer of the bureau: may read it, and change nothing. */
  readonly officer: By
  /** Information officer of the town: does not see the bureau. */
  readonly stranger: By
}

const today = day('2026-11-20')
const at = new Date('2026-11-20T02:00:00Z')

/** Signs with the account's name, at ten in the morning of 20 November 2026. */
export const as = (accountId: string, name: string, ...grants: Grant[]): By => ({ actor: { accountId, name, grants } satisfies Actor, at, today })

export async function smallCounty({ transaction }: Pick<Database, 'transaction'>): Promise<SmallCounty> {
  return transaction(async (tx) => {
    const founder = as('00000000-0000-4000-8000-000000000000', '系统', grant('system-administrator', ''))
    const account = async (login: string, name: string): Promise<string> =>
      must(await createAccount(tx, founder, { login, name, password: 'Young-Willow-7' })).accountId
    const keeperAccount = await account('keeper', '程立')
    const keeper = as(keeperAccount, '程立', grant('system-administrator', ''))
    const unit = async (kind: UnitKind, facts: UnitFacts): Promise<string> =>
      must(await createUnit(tx, keeper, { kind, facts, validFrom: day('2019-03-15') })).id
    const government = await unit('government', aUnit({ name: '青岚县人民政府', shortName: '县政府', slug: 'gov', organizationCode: 'MBQL09012' }))
    const bureau = await unit(
      'department',
      aUnit({ name: '青岚县教育局', shortName: '县教育局', slug: 'jyj', parentId: government, phone: '0960-5022130', position: 1 }),
    )
    const office = await unit('section', aUnit({ name: '办公室', parentId: bureau }))
    const town = await unit('town', aUnit({ name: '河口镇人民政府', shortName: '河口镇', slug: 'hkz', parentId: government, position: 2 }))
    const officer = as(await account('officer', '林知夏'), '林知夏', grant('information-officer', bureau))
    const stranger = as(await account('stranger', '高原'), '高原', grant('information-officer', town))
    return { government, bureau, office, town, keeper, officer, stranger }
  })
}

/** What the public sees of a unit. */
export async function faceOf(
  tx: Tx,
  unitId: string,
): Promise<{ name: string; profile: Record<string, unknown>; successor_id: string | null; valid_until: string | null } | undefined> {
  const row = await tx.withTables<{ 'publication.unit': { id: string; name: string; profile: Record<string, unknown>; successor_id: string | null; valid_until: string | null } }>()
    .selectFrom('publication.unit').select(['name', 'profile', 'successor_id', 'valid_until']).where('id', '=', unitId).executeTakeFirst() // prettier-ignore
  return row
}
