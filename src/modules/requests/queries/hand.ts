// The hand with which a person acts upon an application: the grant that each action would use there.
import type { Actor, Place } from '../../../kernel/actor.ts'
import { may } from '../../access/index.ts'
import type { Hand } from '../rules/facts.ts'

export const handAt = (actor: Actor, place: Place): Hand => ({
  accountId: actor.accountId,
  grantFor: (action) => {
    const ruling = may(actor, action, place)
    return ruling.ok ? ruling.value : undefined
  },
})
