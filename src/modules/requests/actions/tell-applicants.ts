// Puts a mail or a text message, as they want it, into the outbox for each step that an applicant is to be told of. The worker opens the address for this alone; nobody sees it.
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { putOutgoing, waysOut } from '../../notices/index.ts'
import { staleAfterDays } from '../law/applicant-mails.ts'
import { sealedIdentity, stepsOfMany } from '../queries/application.ts'
import { applicationsToShow } from '../queries/citizen.ts'
import { noticeWayNames } from '../law/notice-ways.ts'
import { applicantMail, applicantText } from '../rules/applicant-mail.ts'
import { addressFor, type Identity } from '../rules/identity.ts'
import { takeToTell } from '../store/citizen.ts'
import { identityPurpose } from '../rules/sealed.ts'

const atOnce = 100
const dayMilliseconds = 86_400_000

async function identityOf(tx: Tx, seal: Seal, id: string): Promise<Identity | undefined> {
  const sealed = await sealedIdentity(tx, id)
  if (!sealed) return undefined
  try {
    return JSON.parse(seal.open(sealed, identityPurpose(id)).toString()) as Identity
  } catch {
    // Sealed under a key that was changed since: nobody can write to them.
    return undefined
  }
}

const writers = { mail: applicantMail, text: applicantText } as const

/** Some of those that wait; returns how many. By a way that is not set up, and of what is long past, nothing is told. */
export async function tellApplicants(tx: Tx, seal: Seal, progress: string | undefined, at: Date): Promise<number> {
  const waiting = await takeToTell(tx, atOnce)
  const fresh = waiting.filter((one) => at.getTime() - one.at.getTime() < staleAfterDays * dayMilliseconds)
  const ways = await waysOut(tx)
  const open = noticeWayNames.filter((way) => ways[way] !== null)
  if (fresh.length === 0 || open.length === 0) return waiting.length
  const ids = [...new Set(fresh.map(({ id }) => id))]
  const [calendar, steps] = [await currentCalendar(tx), await stepsOfMany(tx, ids)]
  const applications = new Map((await applicationsToShow(tx, ids)).map((one) => [one.id, one]))
  for (const { id, ordinal } of fresh) {
    const application = applications.get(id)
    const identity = application && (await identityOf(tx, seal, id))
    if (!identity) continue
    const about = { ...application, taken: (steps.get(id) ?? []).slice(0, ordinal), progress }
    const letters = open.flatMap((channel) => {
      const [to, written] = [addressFor[channel](identity), writers[channel](about, calendar)]
      return to && written ? [{ kind: 'applicant', channel, accountId: null, to, ...written } as const] : []
    })
    await putOutgoing(tx, seal, letters, at)
  }
  return waiting.length
}
