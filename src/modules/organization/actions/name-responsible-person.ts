// Names who answers for disclosure in a unit (第一责任人), and whom to ask.
import { addDays } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { managedUnit } from '../queries/managed-unit.ts'
import { personById } from '../queries/people.ts'
import { responsiblePersonOn } from '../queries/responsible-people.ts'
import { allUnits } from '../queries/units.ts'
import { ancestorsOf } from '../rules/tree.ts'
import { isInForce } from '../rules/unit.ts'
import { replaceResponsiblePerson, type ResponsiblePersonFacts } from '../store/leading-groups.ts'
import { recordStep } from '../store/steps.ts'
import { showUnit } from './show-unit.ts'

type NamingRefusal = 'unit-not-in-force' | 'person-without-post' | 'dates-order' | 'not-found' | 'not-allowed'

/** They hold a post in the unit or above it: for a village without staff, somebody of its town or of the disclosure office. */
export async function nameResponsiblePerson(tx: Tx, by: By, of: ResponsiblePersonFacts): Promise<Ruling<{ unitId: string }, NamingRefusal>> {
  const found = await managedUnit(tx, by.actor, of.unitId)
  if (!found.ok) return found
  const [person, contact] = [await personById(tx, of.personId), of.contactId === null ? undefined : await personById(tx, of.contactId)]
  if (!person || (of.contactId !== null && !contact)) return refused('not-found')
  const before = await responsiblePersonOn(tx, of.unitId, by.today)
  const above = [of.unitId, ...ancestorsOf(of.unitId, await allUnits(tx))]

  if (!isInForce(found.value, of.validFrom)) return refused({ code: 'unit-not-in-force', field: 'validFrom' })
  if (before && before.validFrom >= of.validFrom) return refused({ code: 'dates-order', field: 'validFrom' })
  if (!person.posts.some((post) => above.includes(post.unitId) && isInForce(post, of.validFrom)))
    return refused({ code: 'person-without-post', field: 'personId' })

  await replaceResponsiblePerson(tx, of, addDays(of.validFrom, -1))
  const detail = {
    第一责任人: before ? `${before.personName} → ${person.name}` : person.name,
    ...(contact ? { 联系人: contact.name } : {}),
    起算日期: of.validFrom,
  }
  await recordStep(tx, by, { step: 'name-responsible-person', unitId: of.unitId, personId: of.personId, detail })
  await showUnit(tx, of.unitId, by)
  return granted({ unitId: of.unitId })
}
