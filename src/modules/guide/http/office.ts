// Answers the office's questions about guides.
import { granted, refused } from '../../../kernel/ruling.ts'
import { timeAt } from '../../../platform/clock/clock.ts'
import { cleanHtml, textOfHtml } from '../../../platform/html/clean.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may, type By } from '../../access/index.ts'
import { compareTexts, editionById, type Edition } from '../../disclosure/index.ts'
import { keepParticulars } from '../actions/keep-particulars.ts'
import { takeOver } from '../actions/take-over.ts'
import { guideStates, type GuideComparison, type GuideState } from '../law/parts.ts'
import { guidesOwed, type Guide } from '../queries/guides.ts'
import { makingOf } from '../queries/making.ts'
import { guideStateOf } from '../rules/what-to-do.ts'
import { mergedGuide } from '../rules/merge-guide.ts'
import { htmlOfGuide, missingOf } from '../rules/write-guide.ts'
import * as contracts from './contract.ts'

const rowOf = (guide: Guide) => ({
  unitId: guide.unitId,
  unitName: guide.unitName,
  state: guideStateOf(guide.standing, guide.fingerprint),
  publishedAt: guide.document?.publishedAt?.toISOString() ?? null,
  openEditionId: guide.document?.openEditionId ?? null,
  missing: missingOf(guide.facts),
})

const worst: readonly GuideState[] = ['missing', 'stale', 'offered', 'drafting', 'current']

function listed(guides: readonly Guide[], { state, q }: { readonly state?: GuideState | undefined; readonly q: string }) {
  const rows = guides.map(rowOf).filter((row) => (state === undefined || row.state === state) && row.unitName.includes(q.trim()))
  return rows.toSorted((a, b) => worst.indexOf(a.state) - worst.indexOf(b.state) || a.unitName.localeCompare(b.unitName, 'zh'))
}

const byOf = (call: { readonly actor: By['actor']; readonly clock: { now(): Date; today(): By['today'] } }): By => ({
  actor: call.actor,
  at: call.clock.now(),
  today: call.clock.today(),
})

interface Texts {
  readonly draft: Edition | undefined
  readonly live: Edition | undefined
}

/** What taking over makes of the draft, or what the draft makes of the public text; without a draft, what the next one will be. */
async function comparisonsOf(tx: Tx, guide: Guide, { draft, live }: Texts) {
  const words = (html: string): string => textOfHtml(cleanHtml(html))
  const whole = htmlOfGuide(guide.parts)
  const compared = (of: GuideComparison, before: string, after: string) => ({
    of,
    paragraphs: compareTexts(before, after).map((one) => ({ ...one, parts: [...one.parts] })),
  })
  if (draft) {
    const offered = guideStateOf(guide.standing, guide.fingerprint) === 'offered'
    const merged = offered ? mergedGuide(draft.bodyHtml, (await makingOf(tx, draft.editionId)) ?? [], guide.parts) : ''
    return [
      ...(offered ? [compared('changed-parts', draft.bodyText, words(merged)), compared('whole', draft.bodyText, words(whole))] : []),
      ...(live ? [compared('draft', live.bodyText, draft.bodyText)] : []),
      ...(offered || live ? [] : [compared('new', '', draft.bodyText)]),
    ]
  }
  return live
    ? [compared('live', live.bodyText, words(mergedGuide(live.bodyHtml, guide.document?.liveParts ?? [], guide.parts)))]
    : [compared('new', '', words(whole))]
}

export const guideRoutes: readonly OfficeRoute[] = [
  answer(contracts.listGuides, async ({ tx, query, reach, clock }) => {
    const rows = listed(await guidesOwed(tx, clock.today(), { reach }), query)
    return granted({ rows: rows.slice((query.page - 1) * query.size, query.page * query.size), total: rows.length })
  }),

  answer(contracts.exportGuides, async ({ tx, query, reach, clock }) => {
    const rows = listed(await guidesOwed(tx, clock.today(), { reach }), query)
    const cells = rows.map((row) => [
      row.unitName,
      guideStates[row.state].title,
      row.publishedAt && timeAt(new Date(row.publishedAt), 'Asia/Shanghai'),
      row.missing.join('、'),
    ])
    return granted(csvFile('公开指南', ['单位', '状态', '公开时间', '缺少的内容'], cells))
  }),

  answer(contracts.getGuide, async ({ tx, params: { unitId }, actor, clock }) => {
    if (!may(actor, 'catalogue.read', { unitId }).ok) return refused('not-found')
    const [guide] = await guidesOwed(tx, clock.today(), { unitId })
    if (!guide) return refused('not-found')
    const { document } = guide
    const draft = document?.openEditionId ? await editionById(tx, document.openEditionId) : undefined
    const live = document?.liveEditionId ? await editionById(tx, document.liveEditionId) : undefined
    // a draft's words are for those who may read editions of the unit
    const readable = [unitId, ...(guide.handlerId === null ? [] : [guide.handlerId])].some(
      (place) => may(actor, 'edition.read', { unitId: place, sectionId: draft?.sectionId ?? null }).ok,
    )
    const comparisons = await comparisonsOf(tx, guide, { draft: readable ? draft : undefined, live })
    return granted({
      ...rowOf(guide),
      liveEditionId: document?.liveEditionId ?? null,
      particulars: { ...guide.facts.particulars },
      mayKeep: may(actor, 'duty.handle', { unitId, sectionId: null }).ok,
      mayTakeOver:
        draft !== undefined &&
        ['draft', 'returned'].includes(draft.state) &&
        [unitId, guide.handlerId].some(
          (place) => place !== null && may(actor, 'edition.draft', { unitId: place, sectionId: place === unitId ? draft.sectionId : null }).ok,
        ),
      comparisons,
    })
  }),

  answer(contracts.putGuideParticulars, async (call) => {
    call.audit({ objectKind: 'guide', unitId: call.params.unitId, detail: {} })
    return keepParticulars(call.tx, byOf(call), call.params.unitId, call.body)
  }),

  answer(contracts.putGuideText, async (call) => {
    call.audit({ objectKind: 'guide', unitId: call.params.unitId, detail: { how: call.body.how } })
    return takeOver(call.tx, byOf(call), call.params.unitId, call.body.how)
  }),
]
