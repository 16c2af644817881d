// Whether a unit may be set up or changed as written: all reasons at once; and what is only worth a warning.
import type { Day } from '../../../kernel/day.ts'
import { checkCreditCode, checkOrganizationCode, organizationCodeIn } from '../../../kernel/index-number.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { unitKinds, type UnitKind } from '../law/unit-kinds.ts'
import { slugShape } from './slug.ts'
import { mayStandBelow, wouldCircle } from './tree.ts'
import { isInForce, type Unit, type UnitFacts } from './unit.ts'

export type UnitRefusal =
  | 'parent-unknown'
  | 'parent-kind'
  | 'parent-not-in-force'
  | 'unit-circle'
  | 'code-shape'
  | 'slug-shape'
  | 'slug-taken'
  | 'unit-ended'
  | 'dates-order'
  | 'day-before-start'

export interface UnitProposal {
  /** Undefined for a new unit. */
  readonly unitId: string | undefined
  readonly kind: UnitKind
  readonly facts: UnitFacts
  /** First day of the unit, or the day from which the change counts. */
  readonly from: Day
}

/** Every reason against; `units` is the whole tree as it is now. */
export function checkUnit({ unitId, kind, facts, from }: UnitProposal, units: readonly Unit[]): Refusal<UnitRefusal>[] {
  const reasons: Refusal<UnitRefusal>[] = []
  const parent = units.find((unit) => unit.id === facts.parentId)
  if (facts.parentId !== null && !parent) reasons.push({ code: 'parent-unknown', field: 'parentId' })
  else if (!mayStandBelow(kind, parent?.kind ?? null)) {
    reasons.push({ code: 'parent-kind', field: 'parentId', facts: { kind: unitKinds[kind].title, parent: parent ? unitKinds[parent.kind].title : '最上级' } })
  }
  if (parent && !isInForce(parent, from)) reasons.push({ code: 'parent-not-in-force', field: 'parentId', facts: { parent: parent.name } })
  if (unitId !== undefined && wouldCircle(unitId, facts.parentId, units)) reasons.push({ code: 'unit-circle', field: 'parentId' })
  if (facts.organizationCode !== null && checkOrganizationCode(facts.organizationCode) === 'wrong-shape')
    reasons.push({ code: 'code-shape', field: 'organizationCode' })
  if (facts.creditCode !== null && checkCreditCode(facts.creditCode) === 'wrong-shape') reasons.push({ code: 'code-shape', field: 'creditCode' })
  if (!slugShape.test(facts.slug)) reasons.push({ code: 'slug-shape', field: 'slug' })
  else if (units.some((unit) => unit.slug === facts.slug && unit.id !== unitId))
    reasons.push({ code: 'slug-taken', field: 'slug', facts: { slug: facts.slug } })
  return reasons
}

export interface Warning {
  readonly field: string
  readonly sentence: string
}

/** What should be looked at, but stops nothing: check characters, codes that do not agree, codes and names used twice. */
export function warningsOf(
  unit: Pick<Unit, 'organizationCode' | 'creditCode' | 'name' | 'parentId'> & { readonly id?: string },
  others: readonly Unit[],
): Warning[] {
  const warnings: Warning[] = []
  const { organizationCode, creditCode } = unit
  if (organizationCode !== null && checkOrganizationCode(organizationCode) === 'wrong-check-digit') {
    warnings.push({ field: 'organizationCode', sentence: '组织机构代码的校验位不符，请核对（不影响保存）' })
  }
  if (creditCode !== null && checkCreditCode(creditCode) === 'wrong-check-digit') {
    warnings.push({ field: 'creditCode', sentence: '统一社会信用代码的校验位不符，请核对（不影响保存）' })
  }
  if (organizationCode !== null && creditCode !== null && organizationCodeIn(creditCode) !== organizationCode) {
    warnings.push({ field: 'creditCode', sentence: '统一社会信用代码第9至17位与组织机构代码不一致，请核对' })
  }
  const inForce = others.filter((other) => other.id !== unit.id && other.validUntil === null)
  const sameCode = inForce.find(
    (other) => (organizationCode !== null && other.organizationCode === organizationCode) || (creditCode !== null && other.creditCode === creditCode),
  )
  if (sameCode) warnings.push({ field: 'organizationCode', sentence: `与“${sameCode.name}”代码相同，请核对` })
  if (inForce.some((other) => other.parentId === unit.parentId && other.name === unit.name))
    warnings.push({ field: 'name', sentence: '同一上级下已有同名机构，请核对' })
  return warnings
}
