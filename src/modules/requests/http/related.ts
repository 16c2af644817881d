// Answers which applications belong together, and parts one into several.
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { splitApplication } from '../actions/split-application.ts'
import { outcomeRows } from '../law/outcomes.ts'
import { applicationWithin, stepsOfMany } from '../queries/application.ts'
import { relatedTo } from '../queries/related.ts'
import { factsOf } from '../rules/fold.ts'
import { listRelated, postSplit } from './related-contract.ts'

export const relatedRequestRoutes: readonly OfficeRoute[] = [
  answer(listRelated, async ({ tx, params, reach }) => {
    if (!(await applicationWithin(tx, reach, params.id))) return refused('not-found')
    const found = await relatedTo(tx, reach, params.id)
    const steps = await stepsOfMany(
      tx,
      found.map(({ id }) => id),
    )
    return granted({
      rows: found.map((row) => {
        const { outcome } = factsOf(steps.get(row.id) ?? [])
        return { ...row, outcome: outcome && outcomeRows[outcome.name].by === undefined ? { ...outcome, withheldUnder: [...outcome.withheldUnder] } : null }
      }),
    })
  }),

  answer(postSplit, async ({ tx, params, body, seal, actor, clock, audit }) => {
    audit({ objectKind: 'request', objectId: params.id, detail: { step: 'split', parts: body.parts.length } })
    const ruling = await splitApplication(tx, { actor, at: clock.now(), today: clock.today() }, seal, { id: params.id, ...body })
    return ruling.ok ? granted({ parts: ruling.value }) : ruling
  }),
]
