// Changes what is written about a unit; an old name or superior stays in sight for the days on which it counted.
import { addDays, type Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { managedUnit } from '../queries/managed-unit.ts'
import { allUnits, formerStandings, lockTree } from '../queries/units.ts'
import { checkUnit, warningsOf, type UnitRefusal, type Warning } from '../rules/check-unit.ts'
import { frontCodeOf, normalizeCode } from '../rules/codes.ts'
import { describeChange } from '../rules/describe-change.ts'
import { slugFor } from '../rules/slug.ts'
import type { UnitFacts } from '../rules/unit.ts'
import { unitLabels } from '../rules/unit-labels.ts'
import { recordStep } from '../store/steps.ts'
import { insertFormerStandings, updateUnit } from '../store/units.ts'
import { keepReach } from './keep-reach.ts'
import { showUnit } from './show-unit.ts'

export interface UnitChange {
  readonly unitId: string
  readonly version: number
  readonly facts: UnitFacts
  /** The day from which a new name or superior counts; without it the old one was a slip of the pen and is forgotten. */
  readonly changedOn: Day | undefined
}

export async function changeUnit(
  tx: Tx,
  by: By,
  { unitId, version, facts: written, changedOn }: UnitChange,
): Promise<Ruling<{ version: number; warnings: Warning[] }, UnitRefusal | 'not-found' | 'not-allowed' | 'stale-version'>> {
  await lockTree(tx)
  const found = await managedUnit(tx, by.actor, unitId)
  if (!found.ok) return found
  const unit = found.value
  const [units, formers] = [await allUnits(tx), await formerStandings(tx, unitId)]
  const codes = { organizationCode: normalizeCode(written.organizationCode), creditCode: normalizeCode(written.creditCode) }
  const taken = new Set(units.filter((one) => one.id !== unitId).map((one) => one.slug))
  const facts: UnitFacts = { ...written, ...codes, slug: slugFor({ typed: written.slug || unit.slug, code: frontCodeOf(codes), parentSlug: null, taken }) }
  const moves = facts.parentId !== unit.parentId
  const last = formers.at(-1)
  const stands = last ? addDays(last.validUntil, 1) : unit.validFrom

  if (moves && !may(by.actor, 'unit.manage', { unitId: facts.parentId ?? '' }).ok) return refused('not-allowed')
  const reasons = checkUnit({ unitId, kind: unit.kind, facts, from: changedOn ?? by.today }, units)
  if (unit.validUntil !== null) reasons.push({ code: 'unit-ended', facts: { day: unit.validUntil } })
  if (changedOn !== undefined && changedOn < stands) reasons.push({ code: 'day-before-start', field: 'changedOn' })
  if (reasons.length > 0) return refused(...reasons)

  if (!(await updateUnit(tx, unitId, version, facts))) return refused('stale-version')
  if (changedOn !== undefined && changedOn > stands && (moves || facts.name !== unit.name || facts.shortName !== unit.shortName)) {
    await insertFormerStandings(tx, [
      { unitId, name: unit.name, shortName: unit.shortName, parentId: unit.parentId, validFrom: stands, validUntil: addDays(changedOn, -1) },
    ])
  }
  const parentName = (id: string | null): string => units.find((one) => one.id === id)?.name ?? '无'
  const detail = {
    ...describeChange<UnitFacts>(unit, facts, unitLabels),
    ...(moves ? { 上级: `${parentName(unit.parentId)} → ${parentName(facts.parentId)}` } : {}),
  }
  await recordStep(tx, by, { step: 'change-unit', unitId, detail: changedOn === undefined ? detail : { ...detail, 起算日期: changedOn } })
  if (moves || facts.name !== unit.name) await keepReach(tx)
  await showUnit(tx, unitId, by)
  return granted({ version: version + 1, warnings: warningsOf({ ...facts, id: unitId }, units) })
}
