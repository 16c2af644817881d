// 分案: several things asked in one application are parted. Each part is entered as the origin was, with a number of its own; the origin stays open as the first part.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { lockApplication, sealedIdentity, stepsOf, type Application } from '../queries/application.ts'
import { sealedProof } from '../queries/citizen.ts'
import { handAt } from '../queries/hand.ts'
import { factsOf } from '../rules/fold.ts'
import type { Identity } from '../rules/identity.ts'
import { newQueryCode } from '../rules/query-code.ts'
import { assign } from '../store/applications.ts'
import { saveProof } from '../store/citizen.ts'
import { enterApplication } from './register-application.ts'
import { takeStep } from './take-step.ts'
import { identityPurpose, proofPurpose } from '../rules/sealed.ts'

export interface Splitting {
  readonly id: string
  readonly seen: number
  readonly text: string
  /** Ids are chosen by the caller. */
  readonly parts: readonly { readonly id: string; readonly subject: string; readonly description: string }[]
}

export interface Part {
  readonly id: string
  readonly number: string
  /** Told once. */
  readonly queryCode: string
}

/** All of it or nothing: a refusal rolls back what was entered. */
export async function splitApplication(tx: Tx, by: By, seal: Seal, { id, seen, text, parts }: Splitting): Promise<Ruling<Part[]>> {
  const origin = await lockApplication(tx, reachOf(by.actor, 'request.handle'), id)
  const sealed = origin && (await sealedIdentity(tx, id))
  if (!origin || !sealed) return refused('not-found')
  const identity = JSON.parse(seal.open(sealed, identityPurpose(id)).toString()) as Identity
  const { receivedOn } = factsOf(await stepsOf(tx, id))

  const entered: Part[] = []
  for (const part of parts) {
    const made = await enterPart({ tx, by, seal }, origin, { ...part, identity, receivedOn })
    if (!made.ok) return made
    entered.push(made.value)
  }
  const taken = await takeStep(tx, by, { id, step: 'split', seen, input: { text, parts: entered.map(({ number }) => number) } })
  return taken.ok ? granted(entered) : taken
}

interface Desk {
  readonly tx: Tx
  readonly by: By
  readonly seal: Seal
}

interface NewPart {
  readonly id: string
  readonly subject: string
  readonly description: string
  readonly identity: Identity
  readonly receivedOn: Day | null
}

/** Entered by the same channel on the same day, and confirmed on the day on which its origin was. */
async function enterPart({ tx, by, seal }: Desk, origin: Application, part: NewPart): Promise<Ruling<Part>> {
  const { unitId, channel, arrivedOn, applicantKind, wishedForm, delivery, needsHelp, id, number, sectionId, handlerId } = origin
  const { receivedOn, ...own } = part
  const { accountId, name } = by.actor
  const queryCode = newQueryCode()
  const made = await enterApplication(tx, { ...by, accountId, name, hand: handAt(by.actor, origin) }, seal, {
    ...own, unitId, channel, arrivedOn, applicantKind, wishedForm, delivery, needsHelp,
    queryCodeHash: hashOfToken(queryCode), splitFrom: { id, number, sectionId, handlerId },
  }) // prettier-ignore
  if (!made.ok) return made
  if (!made.value.isNew) return refused('part-entered-before')
  await assign(tx, part.id, { sectionId, accountId: handlerId })
  const proof = await sealedProof(tx, id)
  if (proof) {
    const bytes = seal.open(proof.sealed, proofPurpose(id))
    await saveProof(tx, part.id, { mediaType: proof.mediaType, bytes: bytes.length, sealed: seal.seal(bytes, proofPurpose(part.id)) })
  }
  if (made.value.state === 'registered' && receivedOn) {
    const confirmed = await takeStep(tx, by, { id: part.id, step: 'confirm', seen: 1, input: { text: '', day: receivedOn } })
    if (!confirmed.ok) return confirmed
  }
  return granted({ id: part.id, number: made.value.number, queryCode })
}
