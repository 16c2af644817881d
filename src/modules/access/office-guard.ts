// What the office's web server asks of this module at its outer door.
import type { Reach } from '../../kernel/actor.ts'
import type { Guard } from '../../platform/http/guard.ts'
import { actions, type Action } from './law/permissions.ts'
import { authenticate } from './queries/authenticate.ts'
import { lender, mayAnywhere, reachOf } from './rules/may.ts'
import { record } from './store/audit.ts'

const isAction = (word: string): word is Action => Object.hasOwn(actions, word)

const nowhere: Reach = { everywhere: false, unitIds: [], sectionIds: [], askedUnitIds: [] }

export const officeGuard: Guard = {
  authenticate,
  isAction,
  mayAnywhere: (actor, action) => isAction(action) && mayAnywhere(actor, action),
  reachOf: (actor, action) => (isAction(action) ? reachOf(actor, action) : nowhere),
  lender: (actor, action) => (isAction(action) ? lender(actor, action) : null),
  record,
}
