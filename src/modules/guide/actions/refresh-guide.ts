// Makes the draft of a unit's guide, or brings an untouched one up to date, as the person who will answer for it; a draft that people work on is left to them.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, actorOf, type By } from '../../access/index.ts'
import { markStale } from '../../catalogue/index.ts'
import { blankContent, createEdition, editionById, saveEdition, takeStep, type TypedContent } from '../../disclosure/index.ts'
import { notify } from '../../notices/index.ts'
import { guidesOwed, type Guide } from '../queries/guides.ts'
import { isStale, whatToDo, type Deed } from '../rules/what-to-do.ts'
import { htmlOfGuide, mergedGuide } from '../rules/write-guide.ts'
import { saveMaking, saveOffer } from '../store/makings.ts'

type Moment = Pick<By, 'at' | 'today'>

/** Who answers for the guide: the author of what is in work, else the first who may draft there. */
async function ownerOf(tx: Tx, guide: Guide, { at, today }: Moment): Promise<By | undefined> {
  const places = [{ unitId: guide.unitId, sectionId: guide.sectionId }, ...(guide.handlerId === null ? [] : [{ unitId: guide.handlerId, sectionId: null }])]
  const people = await accountsWhoMay(tx, 'edition.draft', places, today)
  const author = people.find(({ accountId }) => accountId === guide.document?.openAuthorId) ?? people[0]
  const actor = author && (await actorOf(tx, { accountId: author.accountId }, today))
  return actor && { actor, at, today }
}

const note = '机构信息、设置或者法律期限有变化，据最新情况重新起草，请核对。'

async function fill(tx: Tx, by: By, guide: Guide, editionId: string, bodyHtml: string, content: TypedContent): Promise<Ruling<string>> {
  const before = await editionById(tx, editionId)
  if (!before) return refused('not-found')
  const saved = await saveEdition(tx, by, { editionId, version: before.version, content: { ...content, bodyHtml } })
  if (!saved.ok) return saved
  const { documentId } = before
  await saveMaking(tx, {
    editionId,
    documentId,
    unitId: guide.unitId,
    fingerprint: guide.fingerprint,
    parts: guide.parts,
    version: saved.value.version,
    at: by.at,
  })
  return granted(editionId)
}

async function beginDraft(tx: Tx, by: By, guide: Guide): Promise<Ruling<string>> {
  const content = {
    ...blankContent,
    title: guide.title,
    theme: '综合政务\\政务公开',
    columnIds: [...guide.columnIds],
    keywords: ['政府信息公开指南', '依申请公开'],
    draftedOn: by.today,
  }
  const opened = await createEdition(tx, by, { unitId: guide.unitId, sectionId: guide.sectionId, content })
  return opened.ok ? fill(tx, by, guide, opened.value.editionId, htmlOfGuide(guide.parts), content) : opened
}

async function beginRevision(tx: Tx, by: By, guide: Guide): Promise<Ruling<string>> {
  const { liveEditionId, liveTouched, liveParts } = guide.document ?? {}
  const revised = await takeStep(tx, by, { editionId: liveEditionId ?? '', step: 'revise', input: { opinion: '' } })
  if (!revised.ok) return revised
  const edition = await editionById(tx, revised.value.editionId)
  if (!edition) return refused('not-found')
  const bodyHtml = liveTouched && liveParts ? mergedGuide(edition.bodyHtml, liveParts, guide.parts) : htmlOfGuide(guide.parts)
  return fill(tx, by, guide, edition.editionId, bodyHtml, { ...edition, changeNote: note })
}

async function refreshDraft(tx: Tx, by: By, guide: Guide): Promise<Ruling<string>> {
  const edition = await editionById(tx, guide.document?.openEditionId ?? '')
  return edition ? fill(tx, by, guide, edition.editionId, htmlOfGuide(guide.parts), edition) : refused('not-found')
}

const told: Readonly<Record<Exclude<Deed, 'nothing'>, string>> = {
  draft: '已据机构信息和法律期限起草，请核对后提交审核',
  revise: '机构信息或者法律期限有变化，已起草修订稿，请核对后提交审核',
  refresh: '情况又有变化，草稿已更新，请核对后提交审核',
  offer: '情况有变化，您的稿件没有改动，请查看差异并决定是否采用',
}

export async function refreshGuide(tx: Tx, moment: Moment, unitId: string): Promise<Deed> {
  const [guide] = await guidesOwed(tx, moment.today, { unitId })
  if (!guide) return 'nothing'
  await markStale(tx, guide.responsibilityIds, isStale(guide.standing, guide.fingerprint))
  const deed = whatToDo(guide.standing, guide.fingerprint)
  const by = deed === 'nothing' ? undefined : await ownerOf(tx, guide, moment)
  if (!by || deed === 'nothing') return 'nothing'
  let link = `/guides/${unitId}`
  if (deed === 'offer') await saveOffer(tx, unitId, guide.fingerprint, moment.at)
  else {
    const made = await { draft: beginDraft, revise: beginRevision, refresh: refreshDraft }[deed](tx, by, guide)
    // whoever drafts there may not just now (a step of another is under way): asked again at the next turn
    if (!made.ok) return 'nothing'
    link = `/editions/${made.value}`
  }
  await notify(tx, { accountIds: [by.actor.accountId], kind: 'task', title: `${guide.title}：${told[deed]}`, link, at: moment.at })
  return deed
}
