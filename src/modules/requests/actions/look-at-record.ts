// Opens who asks for a correction and what they prove it with, for whoever handles it; each look is kept with its reason.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { recordFileKinds } from '../law/record-corrections.ts'
import { recordWithin, sealedRecordFiles, sealedRecordIdentity } from '../queries/record-corrections.ts'
import type { Identity } from '../rules/identity.ts'
import { recordFilePurpose, recordIdentityPurpose } from '../rules/sealed.ts'
import { recordRecordLook } from '../store/record-corrections.ts'

export interface ShownRecordIdentity extends Identity {
  /** With their content as addresses of data. */
  readonly files: readonly { readonly kind: string; readonly name: string; readonly data: string }[]
}

export async function lookAtRecord(tx: Tx, by: By, seal: Seal, { id, reason }: { id: string; reason: string }): Promise<Ruling<ShownRecordIdentity>> {
  const record = await recordWithin(tx, reachOf(by.actor, 'request.identity'), id)
  const sealed = record && (await sealedRecordIdentity(tx, id))
  if (!sealed) return refused('not-found')
  if (reason.trim().length < 2) return refused({ code: 'look-reason-missing', field: 'reason' })
  await recordRecordLook(tx, { recordId: id, accountId: by.actor.accountId, name: by.actor.name, reason: reason.trim(), at: by.at })
  const files = await sealedRecordFiles(tx, id)
  return granted({
    ...(JSON.parse(seal.open(sealed, recordIdentityPurpose(id)).toString()) as Identity),
    files: files.map((one) => ({
      kind: recordFileKinds[one.kind],
      name: one.name,
      data: `data:${one.mediaType};base64,${seal.open(one.sealed, recordFilePurpose(one.id)).toString('base64')}`,
    })),
  })
}
