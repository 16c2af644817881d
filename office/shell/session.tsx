// Who is signed in: asked once, held for every page, dropped when the server says so.
import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { AnswerOf } from '../../src/kernel/contract.ts'
import { getSession } from '../../src/modules/access/http/contract.ts'
import type { Action } from '../../src/modules/access/law/permissions.ts'
import { call, keepCsrfToken, whenSignedOut } from '../api/client.ts'
import type { CallError } from '../api/problem.ts'

export type SessionAnswer = AnswerOf<typeof getSession>

export interface Session {
  readonly answer: SessionAnswer
  /** True where the person was signed in and is no longer: the sign-in page says so. */
  readonly ended: boolean
  /** Who worked here last: their pages stay open behind the sign-in page when the session ends. */
  readonly workingId: string | null
  readonly may: (...actions: readonly Action[]) => boolean
  readonly take: (answer: SessionAnswer) => void
}

const SessionContext = createContext<Session | null>(null)

/** The session; only below `SessionProvider`. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside SessionProvider')
  return session
}

/** The unit that the person works for: of the first post that is their own. Empty where they only stand in. */
export const useOwnUnit = (): string => useSession().answer.grants.find((grant) => grant.onBehalfOf === null)?.unitId ?? ''

interface Held {
  readonly answer: SessionAnswer | null
  readonly error: CallError | null
  readonly ended: boolean
  readonly workingId: string | null
}

/** Loads the session; `failed` is shown where the server cannot be asked, `waiting` until it has answered. */
export function SessionProvider(props: {
  readonly waiting: ReactNode
  readonly failed: (error: Error, again: () => void) => ReactNode
  readonly children: ReactNode
}): ReactNode {
  const client = useQueryClient()
  const [held, setHeld] = useState<Held>({ answer: null, error: null, ended: false, workingId: null })

  const take = useCallback(
    (answer: SessionAnswer) => {
      keepCsrfToken(answer.csrfToken)
      setHeld((before) => {
        const accountId = answer.stage === 'complete' ? (answer.person?.accountId ?? null) : null
        if (accountId !== null && accountId === before.workingId) void client.invalidateQueries()
        else if (accountId !== null || !before.ended) client.clear()
        const ended = before.ended && accountId === null
        return { answer, error: null, ended, workingId: accountId ?? (ended ? before.workingId : null) }
      })
    },
    [client],
  )
  const ask = useCallback(() => {
    call(getSession, {}).then(take, (error: CallError) => setHeld((before) => ({ ...before, error })))
  }, [take])

  useEffect(ask, [ask])
  useEffect(() => {
    whenSignedOut(() => {
      call(getSession, {}).then(
        (answer) => {
          keepCsrfToken(answer.csrfToken)
          setHeld((before) => ({ ...before, answer, error: null, ended: before.workingId !== null && answer.stage !== 'complete' }))
        },
        () => {},
      )
    })
  }, [])

  const session = useMemo<Session | null>(
    () =>
      held.answer && {
        answer: held.answer,
        ended: held.ended,
        workingId: held.workingId,
        may: (...actions) => actions.some((action) => held.answer?.actions.includes(action)),
        take,
      },
    [held, take],
  )
  if (!session) return held.error ? props.failed(held.error, ask) : props.waiting
  return <SessionContext value={session}>{props.children}</SessionContext>
}
