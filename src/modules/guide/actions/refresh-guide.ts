// Makes the draft of a unit's guide, or brings an untouched one up to date, as the person who will answer for it; a draft that people work on is left to them.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, actorOf, type By } from '../../access/index.ts'
import { markStale } from '../../catalogue/index.ts'
import { blankContent, createEdition, editionById, saveEdition, takeStep, type TypedContent } from '../../disclosure/index.ts'
import { notify } from '../../notices/index.ts'
import { guidesOwed, type Guide } from '../queries/guides.ts'
import { isStale, whatToDo, type Deed } from '../rules/what-to-do.ts'
import { makingOf } from '../queries/making.ts'
import { mergedGuide } from '../rules/merge-guide.ts'
import { htmlOfGuide } from '../rules/write-guide.ts'
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
  const { liveEditionId, liveParts } = guide.document ?? {}
  const revised = await takeStep(tx, by, { editionId: liveEditionId ?? '', step: 'revise', input: { opinion: '' } })
  if (!revised.ok) return revised
  const edition = await editionById(tx, revised.value.editionId)
  if (!edition) return refused('not-found')
  const bodyHtml = mergedGuide(edition.bodyHtml, liveParts ?? [], guide.parts)
  return fill(tx, by, guide, edition.editionId, bodyHtml, { ...edition, changeNote: note })
}

async function refreshDraft(tx: Tx, by: By, guide: Guide): Promise<Ruling<string>> {
  const edition = await editionById(tx, guide.document?.openEditionId ?? '')
  if (!edition) return refused('not-found')
  // what people wrote in the public text before it stands in this draft too
  const before = (await makingOf(tx, edition.editionId)) ?? []
  return fill(tx, by, guide, edition.editionId, mergedGuide(edition.bodyHtml, before, guide.parts), edition)
}

const told: Readonly<Record<Exclude<Deed, 'nothing'>, string>> = {
  draft: '已据机构信息和法律期限起草，请核对后提交审核',
  revise: '机构信息或者法律期限有变化，已起草修订稿，请查看差异，核对后提交审核',
  refresh: '情况又有变化，草稿已更新，请核对后提交审核',
  offer: '情况有变化，您的稿件没有改动，请查看差异并决定是否采用',
}

interface Done {
  readonly deed: Exclude<Deed, 'nothing'>
  readonly unitName: string
  readonly title: string
  readonly link: string
  readonly accountId: string
}

async function refreshOne(tx: Tx, moment: Moment, unitId: string): Promise<Done | undefined> {
  const [guide] = await guidesOwed(tx, moment.today, { unitId })
  if (!guide) return undefined
  await markStale(tx, guide.responsibilityIds, isStale(guide.standing, guide.fingerprint))
  const deed = whatToDo(guide.standing, guide.fingerprint)
  const by = deed === 'nothing' ? undefined : await ownerOf(tx, guide, moment)
  if (!by || deed === 'nothing') return undefined
  const done = { deed, unitName: guide.unitName, title: guide.title, accountId: by.actor.accountId }
  const page = `/guides/${unitId}`
  if (deed === 'offer') {
    await saveOffer(tx, unitId, guide.fingerprint, moment.at)
    return { ...done, link: page }
  }
  const made = await { draft: beginDraft, revise: beginRevision, refresh: refreshDraft }[deed](tx, by, guide)
  // whoever drafts there may not just now (a step of another is under way): asked again at the next turn
  return made.ok ? { ...done, link: deed === 'revise' ? page : `/editions/${made.value}` } : undefined
}

const mostNamed = 3

/** One notice a person, however many guides are theirs. */
function noticeOf(done: readonly [Done, ...Done[]]): { title: string; link: string } {
  const [first] = done
  if (done.length === 1) return { title: `${first.title}：${told[first.deed]}`, link: first.link }
  const names = done.slice(0, mostNamed).map(({ unitName }) => unitName)
  const offered = done.filter(({ deed }) => deed === 'offer').length
  return {
    title: `${done.length} 个单位的公开指南已据最新情况起草或者更新（${names.join('、')}${done.length > mostNamed ? '等' : ''}），请逐份核对后提交审核${
      offered > 0 ? `；其中 ${offered} 份已有人改动，没有覆盖，请查看差异` : ''
    }`,
    link: '/guides',
  }
}

/** Brings the guides of these units up to date and tells each person once of all that is theirs. Returns how many were changed or offered. */
export async function refreshGuidesOf(tx: Tx, moment: Moment, unitIds: readonly string[]): Promise<number> {
  const done: Done[] = []
  for (const unitId of unitIds) done.push(...[await refreshOne(tx, moment, unitId)].filter((one) => one !== undefined))
  for (const [accountId, theirs] of Map.groupBy(done, (one) => one.accountId)) {
    const [first, ...others] = theirs
    if (first) await notify(tx, { accountIds: [accountId], kind: 'task', ...noticeOf([first, ...others]), at: moment.at })
  }
  return done.length
}

/** The units whose guides wait for each person. */
export async function ownersOf(tx: Tx, moment: Moment, guides: readonly Guide[]): Promise<Map<string, string[]>> {
  const units = new Map<string, string[]>()
  for (const guide of guides) {
    const owner = (await ownerOf(tx, guide, moment))?.actor.accountId
    if (owner !== undefined) units.set(owner, [...(units.get(owner) ?? []), guide.unitId])
  }
  return units
}
