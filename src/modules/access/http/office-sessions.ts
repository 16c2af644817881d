// Answers sign-in, sign-out, password, second factor and the person's own sessions.
import QRCode from 'qrcode'
import type { Contract } from '../../../kernel/contract.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import { answer, type Call, type OfficeRoute } from '../../../platform/http/routes.ts'
import { beginTotp } from '../actions/begin-totp.ts'
import { changePassword } from '../actions/change-password.ts'
import { confirmTotp } from '../actions/confirm-totp.ts'
import { giveSecondFactor } from '../actions/give-second-factor.ts'
import { signIn } from '../actions/sign-in.ts'
import { signOut } from '../actions/sign-out.ts'
import { actions, roles, type Action } from '../law/permissions.ts'
import { signInPolicy } from '../law/sign-in-policy.ts'
import { openSessions, sessionView } from '../queries/session-view.ts'
import { mayAnywhere } from '../rules/may.ts'
import { isRole } from '../rules/separation.ts'
import * as contracts from './contract.ts'
import type { SessionAnswer } from './shapes.ts'

type AnyCall = Omit<Call<Contract>, 'params' | 'query' | 'body'>

const idleMinutes = signInPolicy.idleMinutes.value
const actionWords = Object.keys(actions) as Action[]

async function describe(call: AnyCall, token: string | undefined): Promise<Ruling<SessionAnswer>> {
  const view = token === undefined ? undefined : await sessionView(call.tx, hashOfToken(token), call.clock.today())
  if (!view) {
    return granted({
      stage: 'nobody',
      csrfToken: call.visitorCsrfToken,
      person: null,
      grants: [],
      actions: [],
      mustChangePassword: false,
      totp: 'off',
      idleMinutes,
    })
  }
  const grants = view.grants.flatMap((held) => (isRole(held.role) ? [{ ...held, role: held.role, roleTitle: roles[held.role].title }] : []))
  // Nothing is open before what is owed has been given.
  const actor = { accountId: view.person.accountId, name: view.person.name, grants: grants.map((held) => ({ ...held, reach: [], onBehalfOf: null })) }
  const open = view.stage === 'complete' ? actionWords.filter((action) => mayAnywhere(actor, action)) : []
  return granted({ ...view, grants: view.stage === 'second-factor' ? [] : grants, actions: open, idleMinutes })
}

/** Account and token of a call that has a session. */
function sessionOf(call: AnyCall): { accountId: string; token: string } | undefined {
  return call.authenticated && call.sessionToken !== undefined ? { accountId: call.actor.accountId, token: call.sessionToken } : undefined
}

export const sessionRoutes: readonly OfficeRoute[] = [
  answer(contracts.getSession, (call) => describe(call, call.authenticated ? call.sessionToken : undefined)),

  answer(
    contracts.postSession,
    async (call) => {
      const { address, userAgent } = call
      const signed = await signIn(call.tx, { ...call.body, address, userAgent }, call.clock.now())
      // A login that is nobody's may be a password typed into the wrong field: it is not written down.
      if (!signed.ok) {
        const known = signed.refusals.some((one) => one.code !== 'wrong-login')
        call.audit({ objectKind: 'session', ...(known ? { login: call.body.login } : {}) })
        return signed
      }
      call.audit({ objectKind: 'session', accountId: signed.value.accountId, login: call.body.login })
      if (call.sessionToken !== undefined && call.authenticated) await signOut(call.tx, call.actor.accountId, hashOfToken(call.sessionToken))
      call.setSessionToken(signed.value.token)
      return describe(call, signed.value.token)
    },
    { commitsRefusals: true },
  ),

  answer(contracts.deleteSession, async (call) => {
    const session = sessionOf(call)
    if (session) await signOut(call.tx, session.accountId, hashOfToken(session.token))
    call.setSessionToken(null)
    call.audit({ objectKind: 'session' })
    return granted({})
  }),

  answer(
    contracts.putSecondFactor,
    async (call) => {
      const session = sessionOf(call)
      if (!session || call.authenticated?.stage !== 'second-factor') return refused('not-found')
      call.audit({ objectKind: 'session' })
      const given = await giveSecondFactor(call.tx, call.seal, { ...session, code: call.body.code }, call.clock.now())
      return given.ok ? describe(call, session.token) : given
    },
    { commitsRefusals: true },
  ),

  answer(
    contracts.putPassword,
    async (call) => {
      const session = sessionOf(call)
      if (!session || call.authenticated?.stage === 'second-factor') return refused('second-factor-owed')
      call.audit({ objectKind: 'account', objectId: session.accountId })
      const changed = await changePassword(call.tx, { ...session, ...call.body }, call.clock.now())
      return changed.ok ? describe(call, session.token) : changed
    },
    { commitsRefusals: true },
  ),

  answer(contracts.postTotp, async (call) => {
    const session = sessionOf(call)
    if (!session || !mayBindTotp(call)) return refused('second-factor-owed')
    call.audit({ objectKind: 'account', objectId: session.accountId })
    const begun = await beginTotp(call.tx, call.seal, session.accountId)
    if (!begun.ok) return begun
    const svg = await QRCode.toString(begun.value.uri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
    return granted({ ...begun.value, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` })
  }),

  answer(contracts.putTotp, async (call) => {
    const session = sessionOf(call)
    if (!session || !mayBindTotp(call)) return refused('second-factor-owed')
    call.audit({ objectKind: 'account', objectId: session.accountId })
    const bound = await confirmTotp(call.tx, call.seal, { ...session, code: call.body.code }, call.clock.now())
    return bound.ok ? describe(call, session.token) : bound
  }),

  answer(contracts.listSessions, async (call) =>
    granted({ rows: await openSessions(call.tx, call.actor.accountId, hashOfToken(call.sessionToken ?? ''), call.clock.now()) }),
  ),

  answer(contracts.endSession, async (call) => {
    const ended = await signOut(call.tx, call.actor.accountId, Buffer.from(call.params.sessionId, 'hex'))
    return ended.ok ? granted({}) : ended
  }),
]

/** The second factor is bound when it is owed, or later of one's own will; never before the first password is changed. */
const mayBindTotp = (call: AnyCall): boolean => call.authenticated?.stage === 'set-up-totp' || call.authenticated?.stage === 'complete'
