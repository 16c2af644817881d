// Opens what was sealed about an applicant, for whoever handles the application; each look is kept with its reason.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { sealedProof } from '../queries/citizen.ts'
import { applicationWithin, sealedIdentity } from '../queries/application.ts'
import type { Identity } from '../rules/identity.ts'
import { recordLook } from '../store/applications.ts'
import { identityPurpose, proofPurpose } from '../rules/sealed.ts'

/** With the copy of the document as an address of data, where one came along. */
export interface ShownIdentity extends Identity {
  readonly proof: string | null
}

export async function lookAtIdentity(tx: Tx, by: By, seal: Seal, { id, reason }: { id: string; reason: string }): Promise<Ruling<ShownIdentity>> {
  const application = await applicationWithin(tx, reachOf(by.actor, 'request.identity'), id)
  const sealed = application && (await sealedIdentity(tx, id))
  if (!sealed) return refused('not-found')
  if (reason.trim().length < 2) return refused({ code: 'look-reason-missing', field: 'reason' })
  await recordLook(tx, { applicationId: id, accountId: by.actor.accountId, name: by.actor.name, reason: reason.trim(), at: by.at })
  const proof = await sealedProof(tx, id)
  return granted({
    ...(JSON.parse(seal.open(sealed, identityPurpose(id)).toString()) as Identity),
    proof: proof ? `data:${proof.mediaType};base64,${seal.open(proof.sealed, proofPurpose(id)).toString('base64')}` : null,
  })
}
