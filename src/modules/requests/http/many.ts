// Answers what a step would come to for many applications, and takes it.
import type { Refusal } from '../../../kernel/ruling.ts'
import { granted } from '../../../kernel/ruling.ts'
import { sentenceOf } from '../../../platform/http/problem.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { foreseeSteps, takeSteps } from '../actions/take-steps.ts'
import { states } from '../law/states.ts'
import { requestsSentences } from '../sentences.ts'
import { postSteps, postStepsForesight } from './many-contract.ts'

const reasonsOf = (refusals: readonly Refusal[]): string[] => refusals.map((one) => sentenceOf(one, requestsSentences))

export const manyRequestRoutes: readonly OfficeRoute[] = [
  answer(postStepsForesight, async ({ tx, body, actor, clock }) => {
    const ruling = await foreseeSteps(tx, { actor, at: clock.now(), today: clock.today() }, body)
    return ruling.ok ? granted({ rows: ruling.value.map(({ refusals, ...row }) => ({ ...row, reasons: reasonsOf(refusals) })) }) : ruling
  }),

  answer(postSteps, async ({ tx, body, actor, clock, audit }) => {
    audit({ objectKind: 'request-batch', detail: { step: body.step, count: body.rows.length } })
    const ruling = await takeSteps(tx, { actor, at: clock.now(), today: clock.today() }, body)
    if (!ruling.ok) return ruling
    return granted({
      rows: ruling.value.map(({ refusals, state, ...row }) => ({
        ...row,
        done: state !== null,
        state: state === null ? '' : states[state].title,
        reasons: reasonsOf(refusals),
      })),
    })
  }),
]
