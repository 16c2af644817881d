// Takes over an application that a citizen sent through the public site: opened, checked again, entered with the applicant's own hand.
import { z } from 'zod'
import { isDay, type Day } from '../../../kernel/day.ts'
import { refused, type Ruling } from '../../../kernel/ruling.ts'
import type { LetterBox } from '../../../platform/crypto/sealed-letter.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { applicantName } from '../law/applicants.ts'
import { applicationKind, letterPurpose } from '../law/inbox-kinds.ts'
import { applicantHand } from '../rules/facts.ts'
import { onlineFields, checkProof, newOnlineApplication, type OnlineForm } from '../rules/online-application.ts'
import { saveProof } from '../store/citizen.ts'
import { enterApplication } from './register-application.ts'
import { proofPurpose } from '../rules/sealed.ts'

/** What opens and closes on the worker's side. */
export interface Keys {
  readonly box: LetterBox
  readonly seal: Seal
}

export interface SentLetter {
  readonly id: string
  readonly body: unknown
}

const form = z.object(Object.fromEntries(onlineFields.map((field) => [field, z.string()]))) as unknown as z.ZodType<OnlineForm>
const sent = z.object({
  form,
  number: z.string().regex(/^SQ\d{4}-\d{6,}$/),
  queryCodeHash: z.base64(),
  on: z.string().refine(isDay),
  proof: z.object({ kind: z.string(), bytes: z.base64() }),
})
const letter = z.object({ sealed: z.base64() })

/** The letter in clear; throws where somebody else wrote into the inbox, and the row is put aside. */
export function openLetter<Shape>(shape: z.ZodType<Shape>, { box }: Keys, kind: string, { id, body }: SentLetter): Shape {
  const { sealed } = letter.parse(body)
  return shape.parse(JSON.parse(box.open(Buffer.from(sealed, 'base64'), letterPurpose(kind, id)).toString()))
}

export async function takeOnlineApplication(tx: Tx, keys: Keys, row: SentLetter, now: { at: Date; today: Day }): Promise<Ruling<unknown>> {
  const { form: typed, number, queryCodeHash, on, proof } = openLetter(sent, keys, applicationKind, row)
  const bytes = Buffer.from(proof.bytes, 'base64')
  const application = newOnlineApplication(typed)
  if (!application.ok) return application
  const shown = checkProof({ kind: proof.kind, bytes: bytes.length })
  if (!shown.ok) return shown
  if (!isDay(on)) return refused({ code: 'day-missing', field: 'day' })
  const by = { ...now, accountId: null, name: applicantName, hand: applicantHand }
  const entered = await enterApplication(tx, by, keys.seal, {
    ...application.value,
    id: row.id,
    channel: 'online',
    arrivedOn: on,
    number,
    queryCodeHash: Buffer.from(queryCodeHash, 'base64'),
  })
  if (entered.ok && entered.value.isNew)
    await saveProof(tx, row.id, { mediaType: shown.value.mediaType, bytes: bytes.length, sealed: keys.seal.seal(bytes, proofPurpose(row.id)) })
  return entered
}
