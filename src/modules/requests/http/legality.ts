// Answers whether a unit has the legality of its answers reviewed, and takes the setting.
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import { legalReviewersOf, setLegalityReview } from '../actions/set-legality-review.ts'
import { legalityWishOf } from '../queries/legality.ts'
import { getLegalityReview, putLegalityReview } from './legality-contract.ts'

export const legalityRoutes: readonly OfficeRoute[] = [
  answer(getLegalityReview, async ({ tx, params: { unitId }, actor, clock }) => {
    const unit = may(actor, 'request.legality-setting', { unitId, sectionId: null }).ok ? await unitById(tx, unitId) : undefined
    if (!unit) return refused('not-found')
    const wish = await legalityWishOf(tx, unitId)
    return granted({
      unitId,
      unitName: unit.name,
      wish: wish ? { setByName: wish.setByName, setAt: wish.setAt.toISOString() } : null,
      reviewers: await legalReviewersOf(tx, { today: clock.today() }, unitId),
    })
  }),

  answer(putLegalityReview, async ({ tx, params, body, actor, clock, audit }) => {
    audit({ objectKind: 'legality-review', objectId: params.unitId, unitId: params.unitId, detail: { wanted: body.wanted } })
    return setLegalityReview(tx, { actor, at: clock.now(), today: clock.today() }, params.unitId, body.wanted)
  }),
]
