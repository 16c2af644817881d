// Whose hands a document of a unit goes through: author, section head, secrecy reviewer, leaders, and who publishes it.
import type { Role } from '../../../src/modules/access/law/permissions.ts'
import { people } from '../cast/people.ts'
import { units, type UnitKey } from '../cast/units.ts'

export interface Hands {
  readonly author: string
  readonly head: string
  readonly secrecy: string
  readonly leader: string
  readonly mainLeader: string
  readonly publisher: string
}

const holder = (role: Role, unit: UnitKey): string | undefined =>
  people.find((one) => one.login !== null && one.grants.some((grant) => grant.role === role && grant.unit === unit))?.login ?? undefined

/** The unit whose people handle it: itself, or the nearest above that has people. */
function handlerOf(unit: UnitKey): UnitKey {
  const { staffed, parent } = units[unit]
  return staffed || parent === null ? unit : handlerOf(parent as UnitKey)
}

export function handsOf(unit: UnitKey): Hands {
  const handler = handlerOf(unit)
  const needed = (role: Role): string => {
    const login = holder(role, handler)
    if (login === undefined) throw new Error(`nobody is ${role} at ${handler}`)
    return login
  }
  const leader = needed('leader-in-charge')
  return {
    // Where a unit has no information officer, the disclosure office drafts for it.
    author: (handler === unit ? holder('information-officer', unit) : undefined) ?? 'zhoumubai',
    head: needed('section-head'),
    secrecy: needed('secrecy-reviewer'),
    leader,
    mainLeader: needed('main-leader'),
    publisher: handler === unit ? leader : 'yezhen',
  }
}
