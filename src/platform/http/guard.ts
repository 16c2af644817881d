// The outer door of every office call: who is it, is the call their own, may they come in at all.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor, Reach } from '../../kernel/actor.ts'
import type { Contract } from '../../kernel/contract.ts'
import type { Day } from '../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../kernel/ruling.ts'
import { sameText } from '../crypto/tokens.ts'
import type { Tx } from '../database/database.ts'
import type { AuditNote, Authenticated, SessionStage } from './routes.ts'

export interface AuditRow extends Omit<AuditNote, 'accountId' | 'login'> {
  readonly at: Date
  readonly accountId: string | null
  readonly login: string | null
  readonly action: string
  /** Chinese sentence of what was asked. */
  readonly title: string
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly address: string
}

/** What the platform must be told by the module that knows accounts and roles. */
export interface Guard {
  authenticate(db: Tx, token: string, at: { now: Date; today: Day; background: boolean }): Promise<Authenticated | undefined>
  mayAnywhere(actor: Actor, action: string): boolean
  /** All that the actor reaches with the action: other rights of theirs, however far, do not count. */
  reachOf(actor: Actor, action: string): Reach
  /** The absent account whose right an actor without an own one uses, where it can only be that one's. */
  lender(actor: Actor, action: string): string | null
  /** True for a word of the permission table: a contract that names another does not start. */
  isAction(word: string): boolean
  record(tx: Tx, row: AuditRow): Promise<void>
}

export const sessionCookie = 'gongkai_session'
export const visitorCookie = 'gongkai_visitor'
const wordsOfMay = new Set(['anyone', 'signing-in', 'signed-in'])

export const nobody: Actor = { accountId: '', name: '', grants: [] }

/** The token that a visitor without a session must repeat when signing in. */
export const csrfOfVisitor = (visitorToken: string): string => createHash('sha256').update(`csrf ${visitorToken}`).digest('base64url')

/** True where `may` is an action rather than a word such as `anyone`. */
export const namesAction = (contract: Contract): boolean => !wordsOfMay.has(contract.may)

/** Whether the call comes from a page of the office itself: token in the header, and no other site's origin. */
export function isOwnCall(request: FastifyRequest, csrfToken: string | undefined): boolean {
  const { origin, 'sec-fetch-site': site, 'x-csrf-token': token } = request.headers
  if (site === 'cross-site') return false
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host)) return false
  return csrfToken !== undefined && typeof token === 'string' && sameText(token, csrfToken)
}

const owed: Readonly<Record<Exclude<SessionStage, 'complete'>, string>> = {
  'second-factor': 'second-factor-owed',
  'change-password': 'password-change-owed',
  'set-up-totp': 'totp-owed',
}

/** Whether this person may come in at this door; the place of the thing itself is the action's to check. */
export function mayEnter(guard: Guard, contract: Contract, authenticated: Authenticated | undefined): Ruling<void> {
  if (contract.may === 'anyone') return granted(undefined)
  if (!authenticated) return refused('not-signed-in')
  if (contract.may === 'signing-in') return granted(undefined)
  if (authenticated.stage !== 'complete') return refused(owed[authenticated.stage])
  if (contract.may === 'signed-in' || guard.mayAnywhere(authenticated.actor, contract.may)) return granted(undefined)
  return refused('not-allowed')
}
