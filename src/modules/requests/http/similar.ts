// Answers which applications of the unit ask for the like.
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { reachOf } from '../../access/index.ts'
import { applicationWithin } from '../queries/application.ts'
import { similarTo } from '../queries/similar.ts'
import { listSimilar, postSimilar } from './similar-contract.ts'

export const similarRequestRoutes: readonly OfficeRoute[] = [
  answer(listSimilar, async ({ tx, params, reach }) => {
    const application = await applicationWithin(tx, reach, params.id)
    return application ? granted({ rows: await similarTo(tx, reach, application) }) : refused('not-found')
  }),

  answer(postSimilar, async ({ tx, body, actor }) => granted({ rows: await similarTo(tx, reachOf(actor, 'request.read'), body) })),
]
