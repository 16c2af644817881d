// Ends a unit: merged, renamed into a new body, split or abolished. Its records stay; people and sub-units go over to one successor.
import { addDays, type Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { successionKinds, type SuccessionKind } from '../law/succession-kinds.ts'
import { managedUnit } from '../queries/managed-unit.ts'
import { postsAfter } from '../queries/posts.ts'
import { allUnits, formerStandings, lockTree } from '../queries/units.ts'
import { checkEnd, type EndRefusal } from '../rules/check-end.ts'
import type { Unit } from '../rules/unit.ts'
import { endResponsiblePerson } from '../store/leading-groups.ts'
import { insertPost, setPostEnd } from '../store/people.ts'
import { recordStep } from '../store/steps.ts'
import { insertFormerStandings, insertSuccession, moveSubUnits, setUnitEnd } from '../store/units.ts'
import { keepReach } from './keep-reach.ts'
import { showUnit } from './show-unit.ts'

export interface UnitEnd {
  readonly unitId: string
  readonly version: number
  readonly kind: SuccessionKind
  readonly lastDay: Day
  readonly successorIds: readonly string[]
  readonly note: string
  readonly handOver: boolean
}

/** Roles are not handed over: the security administrator grants them anew (mlps-2019/8.1.5.3). */
export async function endUnit(tx: Tx, by: By, end: UnitEnd): Promise<Ruling<{ version: number }, EndRefusal | 'not-found' | 'not-allowed' | 'stale-version'>> {
  await lockTree(tx)
  const found = await managedUnit(tx, by.actor, end.unitId)
  if (!found.ok) return found
  const unit = found.value
  const units = await allUnits(tx)
  const posts = await postsAfter(tx, unit.id, end.lastDay)
  const subUnits = units.filter((one) => one.parentId === unit.id && (one.validUntil === null || one.validUntil > end.lastDay))

  const nextDay = addDays(end.lastDay, 1)
  const reasons = checkEnd({ unit, ...end, nextDay }, { posts: posts.length, subUnits: subUnits.length }, units)
  if (reasons.length > 0) return refused(...reasons)

  if (!(await setUnitEnd(tx, unit.id, end.version, end.lastDay))) return refused('stale-version')
  await insertSuccession(tx, unit.id, end.successorIds, { kind: end.kind, happenedOn: end.lastDay, note: end.note })
  await endResponsiblePerson(tx, unit.id, end.lastDay)
  const [successorId] = end.successorIds
  if (end.handOver && end.successorIds.length === 1 && successorId !== undefined) {
    await handOverSubUnits(tx, unit, subUnits, successorId, end.lastDay)
    await setPostEnd(
      tx,
      posts.map((post) => post.id),
      end.lastDay,
    )
    for (const post of posts) {
      const into = unit.kind === 'section' ? { unitId: post.unitId, sectionId: successorId } : { unitId: successorId, sectionId: post.sectionId }
      await insertPost(tx, post.personId, { ...post, ...into, validFrom: post.validFrom > nextDay ? post.validFrom : nextDay })
    }
  }
  const names = end.successorIds.map((id) => units.find((one) => one.id === id)?.name ?? '').join('、')
  await recordStep(tx, by, {
    step: 'end-unit',
    unitId: unit.id,
    detail: { 方式: successionKinds[end.kind].title, 最后一日: end.lastDay, ...(names ? { 承接机构: names } : {}), ...(end.note ? { 说明: end.note } : {}) },
  })
  await keepReach(tx)
  for (const id of [unit.id, ...end.successorIds, ...subUnits.filter((one) => one.kind !== 'section').map((one) => one.id)]) await showUnit(tx, id, by)
  return granted({ version: end.version + 1 })
}

async function handOverSubUnits(tx: Tx, unit: Unit, subUnits: readonly Unit[], successorId: string, lastDay: Day): Promise<void> {
  const formers = []
  for (const sub of subUnits) {
    const last = (await formerStandings(tx, sub.id)).at(-1)
    const stands = last ? addDays(last.validUntil, 1) : sub.validFrom
    if (stands <= lastDay) formers.push({ unitId: sub.id, name: sub.name, shortName: sub.shortName, parentId: unit.id, validFrom: stands, validUntil: lastDay })
  }
  await insertFormerStandings(tx, formers)
  await moveSubUnits(
    tx,
    subUnits.map((one) => one.id),
    successorId,
  )
}
