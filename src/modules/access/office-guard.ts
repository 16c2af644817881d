// What the office's web server asks of this module at its outer door.
import type { Guard } from '../../platform/http/guard.ts'
import { actions, type Action } from './law/permissions.ts'
import { authenticate } from './queries/authenticate.ts'
import { lender, mayAnywhere } from './rules/may.ts'
import { record } from './store/audit.ts'

const isAction = (word: string): word is Action => Object.hasOwn(actions, word)

export const officeGuard: Guard = {
  authenticate,
  isAction,
  mayAnywhere: (actor, action) => isAction(action) && mayAnywhere(actor, action),
  lender: (actor, action) => (isAction(action) ? lender(actor, action) : null),
  record,
}
