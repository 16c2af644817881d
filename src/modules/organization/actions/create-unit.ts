// Sets up a unit.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { unitKinds, type UnitKind } from '../law/unit-kinds.ts'
import { allUnits, lockTree } from '../queries/units.ts'
import { checkUnit, warningsOf, type UnitRefusal, type Warning } from '../rules/check-unit.ts'
import { frontCodeOf, normalizeCode } from '../rules/codes.ts'
import { slugFor } from '../rules/slug.ts'
import type { UnitFacts } from '../rules/unit.ts'
import { recordStep } from '../store/steps.ts'
import { insertUnit } from '../store/units.ts'
import { keepReach } from './keep-reach.ts'
import { showUnit } from './show-unit.ts'

export interface NewUnit {
  /** Where the id is known before: the first unit, whose administrators come before it. */
  readonly id?: string
  readonly kind: UnitKind
  readonly facts: UnitFacts
  readonly validFrom: Day
}

/** Only who may manage all units may set up one without a superior. */
export async function createUnit(
  tx: Tx,
  by: By,
  { id: givenId, kind, facts: written, validFrom }: NewUnit,
): Promise<Ruling<{ id: string; warnings: Warning[] }, UnitRefusal | 'not-allowed'>> {
  await lockTree(tx)
  const units = await allUnits(tx)
  const codes = { organizationCode: normalizeCode(written.organizationCode), creditCode: normalizeCode(written.creditCode) }
  const parent = units.find((unit) => unit.id === written.parentId)
  const slug = slugFor({ typed: written.slug, code: frontCodeOf(codes), parentSlug: parent?.slug ?? null, taken: new Set(units.map((unit) => unit.slug)) })
  const facts = { ...written, ...codes, slug }

  if (!may(by.actor, 'unit.manage', { unitId: facts.parentId ?? '' }).ok) return refused('not-allowed')
  const reasons = checkUnit({ unitId: undefined, kind, facts, from: validFrom }, units)
  if (reasons.length > 0) return refused(...reasons)

  const id = await insertUnit(tx, { id: givenId, kind, facts, validFrom })
  await recordStep(tx, by, {
    step: 'create-unit',
    unitId: id,
    detail: { 名称: facts.name, 类别: unitKinds[kind].title, 上级: parent?.name ?? '无', 设立日期: validFrom },
  })
  await keepReach(tx)
  await showUnit(tx, id, by)
  return granted({ id, warnings: warningsOf({ ...facts, id }, units) })
}
