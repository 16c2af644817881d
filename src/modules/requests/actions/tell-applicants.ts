// Puts a mail into the outbox for each step that an applicant is to be told of. The worker opens the address for this alone; nobody sees it.
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { mailSender, putOutgoing } from '../../notices/index.ts'
import { staleAfterDays } from '../law/applicant-mails.ts'
import { sealedIdentity, stepsOfMany } from '../queries/application.ts'
import { applicationsToShow } from '../queries/citizen.ts'
import { applicantMail, mailAddressOf } from '../rules/applicant-mail.ts'
import type { Identity } from '../rules/identity.ts'
import { takeToTell } from '../store/citizen.ts'
import { identityPurpose } from '../rules/sealed.ts'

const atOnce = 100
const dayMilliseconds = 86_400_000

async function addressOf(tx: Tx, seal: Seal, id: string): Promise<string | undefined> {
  const sealed = await sealedIdentity(tx, id)
  if (!sealed) return undefined
  try {
    return mailAddressOf(JSON.parse(seal.open(sealed, identityPurpose(id)).toString()) as Identity)
  } catch {
    // Sealed under a key that was changed since: nobody can write to them.
    return undefined
  }
}

/** Some of those that wait; returns how many. Without a mail server, and of what is long past, nothing is told. */
export async function tellApplicants(tx: Tx, seal: Seal, progress: string | undefined, at: Date): Promise<number> {
  const waiting = await takeToTell(tx, atOnce)
  const fresh = waiting.filter((one) => at.getTime() - one.at.getTime() < staleAfterDays * dayMilliseconds)
  if (fresh.length === 0 || (await mailSender(tx)) === null) return waiting.length
  const ids = [...new Set(fresh.map(({ id }) => id))]
  const [calendar, steps] = [await currentCalendar(tx), await stepsOfMany(tx, ids)]
  const applications = new Map((await applicationsToShow(tx, ids)).map((one) => [one.id, one]))
  for (const { id, ordinal } of fresh) {
    const application = applications.get(id)
    const mail = application && applicantMail({ ...application, taken: (steps.get(id) ?? []).slice(0, ordinal), progress }, calendar)
    const to = mail && (await addressOf(tx, seal, id))
    if (mail && to) await putOutgoing(tx, seal, [{ kind: 'applicant', accountId: null, to, ...mail }], at)
  }
  return waiting.length
}
