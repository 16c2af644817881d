// Takes over the wish for a correction that a citizen sent through the public site: opened, checked again, entered with their own hand.
import { z } from 'zod'
import { isDay, type Day } from '../../../kernel/day.ts'
import { refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { applicantName } from '../law/applicants.ts'
import { recordCorrectionKind } from '../law/inbox-kinds.ts'
import { recordFileKinds } from '../law/record-corrections.ts'
import { ownApplication } from '../queries/citizen.ts'
import { applicantHand } from '../rules/facts.ts'
import { checkProof } from '../rules/online-application.ts'
import { newOnlineRecordCorrection, recordFields, type RecordForm } from '../rules/online-record-correction.ts'
import { enterRecord, keepRecordFile } from './enter-record.ts'
import { openLetter, type Keys, type SentLetter } from './take-online-application.ts'

const form = z.object(Object.fromEntries(recordFields.map((field) => [field, z.string()]))) as unknown as z.ZodType<RecordForm>
const file = z.object({ kind: z.string(), bytes: z.base64() })
const sent = z.object({
  form,
  number: z.string().regex(/^GZ\d{4}-\d{6,}$/),
  queryCodeHash: z.base64(),
  on: z.string().refine(isDay),
  proof: file,
  evidence: file,
})

/** As the file is named when it is opened. */
const endings: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/pdf': 'pdf' }

export async function takeOnlineRecord(tx: Tx, keys: Keys, row: SentLetter, now: { at: Date; today: Day }): Promise<Ruling<unknown>> {
  const letter = openLetter(sent, keys, recordCorrectionKind, row)
  const asked = newOnlineRecordCorrection(letter.form)
  if (!asked.ok) return asked
  const files = []
  for (const kind of ['proof', 'evidence'] as const) {
    const bytes = Buffer.from(letter[kind].bytes, 'base64')
    const checked = checkProof({ kind: letter[kind].kind, bytes: bytes.length }, kind)
    if (!checked.ok) return checked
    files.push({ kind, name: `${recordFileKinds[kind]}.${endings[checked.value.mediaType] ?? 'bin'}`, mediaType: checked.value.mediaType, bytes })
  }
  if (!isDay(letter.on)) return refused({ code: 'day-missing', field: 'day' })
  const { unitId, identity, applicationNumber } = asked.value
  const entered = await enterRecord(tx, { ...now, accountId: null, name: applicantName, hand: applicantHand }, keys.seal, {
    ...asked.value,
    id: row.id,
    channel: 'online',
    receivedOn: letter.on,
    // A number that was mistyped, or is somebody else's, is no reason to refuse the wish: the case then stands alone.
    applicationId: (await ownApplication(tx, { unitId, number: applicationNumber, name: identity.name })) ?? null,
    number: letter.number,
    queryCodeHash: Buffer.from(letter.queryCodeHash, 'base64'),
  })
  if (entered.ok && entered.value.isNew) for (const one of files) await keepRecordFile(tx, keys.seal, row.id, one, now.at)
  return entered
}
