// Where I may do an action, for the pickers of units: the server checks it again.
import { permissions, type Action } from '../../../src/modules/access/law/permissions.ts'
import { useSession, type SessionAnswer } from '../../shell/session.tsx'

type Grant = SessionAnswer['grants'][number]

export interface Places {
  /** My own posts that carry the action. */
  readonly own: readonly Grant[]
  /** The only units possible; undefined where the action reaches beyond my own. */
  readonly only: readonly string[] | undefined
}

export function usePlaces(action: Action): Places {
  const { answer } = useSession()
  const scopesOf = (grant: Grant): readonly string[] => permissions.filter((row) => row.role === grant.role && row.action === action).map((row) => row.scope)
  const own = answer.grants.filter((grant) => scopesOf(grant).some((scope) => scope !== 'this-task'))
  const beyond = own.some((grant) => scopesOf(grant).some((scope) => scope === 'units-below' || scope === 'all'))
  return { own, only: beyond ? undefined : [...new Set(own.map((grant) => grant.unitId))] }
}
