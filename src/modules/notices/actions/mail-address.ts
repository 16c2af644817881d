// One's own address for reminders: asked for, proved by a code that was sent there, taken away.
import { randomInt } from 'node:crypto'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { codeRules } from '../law/outgoing.ts'
import { lockedAddress, mailSender } from '../queries/mail-addresses.ts'
import { codeLetterOf, trialLetterOf } from '../rules/outgoing.ts'
import { confirmPending, countWrongCode, savePending } from '../store/mail-addresses.ts'
import { putOutgoing } from './put-outgoing.ts'

/** A code is bound to its person. */
const codeHash = (accountId: string, code: string): Buffer => hashOfToken(`${accountId} ${code}`)

export interface AddressAsked {
  readonly accountId: string
  readonly address: string
  readonly at: Date
}

export async function askAddress(
  tx: Tx,
  seal: Seal,
  { accountId, address, at }: AddressAsked,
): Promise<Ruling<null, 'mail-not-set-up' | 'code-asked-too-soon'>> {
  if ((await mailSender(tx)) === null) return refused('mail-not-set-up')
  const known = await lockedAddress(tx, accountId)
  const pause = codeRules.secondsBetween * 1000
  if (known?.askedAt && at.getTime() - known.askedAt.getTime() < pause)
    return refused({ code: 'code-asked-too-soon', facts: { seconds: codeRules.secondsBetween } })
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await savePending(tx, { accountId, address, codeHash: codeHash(accountId, code), until: new Date(at.getTime() + codeRules.minutes * 60_000), at })
  await putOutgoing(tx, seal, [{ kind: 'code', accountId, to: address, ...codeLetterOf(code) }], at)
  return granted(null)
}

export async function confirmAddress(
  tx: Tx,
  { accountId, code, at }: { accountId: string; code: string; at: Date },
): Promise<Ruling<null, 'no-code-asked' | 'code-outdated' | 'code-wrong'>> {
  const known = await lockedAddress(tx, accountId)
  if (!known?.pendingCode || !known.pendingUntil) return refused('no-code-asked')
  if (at > known.pendingUntil || known.pendingTries >= codeRules.tries) return refused('code-outdated')
  if (!known.pendingCode.equals(codeHash(accountId, code))) {
    await countWrongCode(tx, accountId)
    return refused('code-wrong')
  }
  await confirmPending(tx, accountId, at)
  return granted(null)
}

/** A letter to oneself, which shows whether the way out is open. */
export async function sendTrial(
  tx: Tx,
  seal: Seal,
  { accountId, name, at }: { accountId: string; name: string; at: Date },
): Promise<Ruling<null, 'mail-not-set-up' | 'no-address'>> {
  if ((await mailSender(tx)) === null) return refused('mail-not-set-up')
  const known = await lockedAddress(tx, accountId)
  if (!known?.address) return refused('no-address')
  await putOutgoing(tx, seal, [{ kind: 'trial', accountId, to: known.address, ...trialLetterOf(name) }], at)
  return granted(null)
}
