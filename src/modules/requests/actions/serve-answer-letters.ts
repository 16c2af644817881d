// With the answer its letter is served: whoever takes the step need not enter the same day once more at the letter.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { isAnswer } from '../law/letters.ts'
import { lettersOf } from '../queries/letters.ts'
import type { StepInput } from '../rules/facts.ts'
import { insertService } from '../store/letters.ts'

/** Letters of the answer that stand issued by `day` and were not served; what was issued later was not what was handed over. */
export async function serveAnswerLetters(tx: Tx, by: By, applicationId: string, { service }: StepInput, day: Day): Promise<void> {
  if (!service) return
  const due = (await lettersOf(tx, applicationId)).filter((one) => isAnswer(one.kind) && !one.replaced && one.servedOn === null && one.issuedOn <= day)
  for (const { id } of due)
    await insertService(tx, {
      letterId: id,
      way: service.way,
      servedOn: day,
      receivedOn: service.way === 'post' ? null : day,
      proof: service.proof.trim(),
      recordedBy: by.actor.accountId,
      recordedByName: by.actor.name,
      at: by.at,
    })
}
