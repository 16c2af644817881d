// Carries a story out: drafted, submitted, reviewed, signed and published by the people whose business it is; revised or withdrawn later.
import type { Day } from '../../../src/kernel/day.ts'
import { textOf } from '../../../src/kernel/text-block.ts'
import {
  addAttachments,
  blankContent,
  createEdition,
  relate,
  openProposals,
  saveEdition,
  takeStep,
  type StepInput,
  type TypedContent,
} from '../../../src/modules/disclosure/index.ts'
import { questionNames } from '../../../src/modules/disclosure/law/review-questions.ts'
import type { StepName } from '../../../src/modules/disclosure/law/steps.ts'
import type { Tx } from '../../../src/platform/database/database.ts'
import { proofOf } from '../../../src/platform/documents/read/proof.ts'
import { units } from '../cast/units.ts'
import type { Story } from '../story.ts'
import { choose } from '../texts/words.ts'
import { handsOf, type Hands } from './hands.ts'
import { by, idOf, must, type Stage } from './stage.ts'

export interface Work {
  readonly editionId: string
  readonly documentId: string
}

const basis = [
  '保密法实施条例第四十二条；不涉及国家秘密、工作秘密',
  '经逐项核对，不涉及国家秘密、商业秘密和个人隐私',
  '对照定密事项范围审查，无涉密内容，个人信息已作处理',
] as const
const opinions = ['同意。', '同意，请按程序办理。', '内容属实，同意公开。', '同意报审。', ''] as const

export function contentOf(stage: Stage, story: Story): Partial<TypedContent> {
  return {
    title: story.title,
    kind: story.kind,
    theme: story.theme.join('\\'),
    columnIds: story.columns.map((slug) => idOf(stage.columnIds, slug)),
    keywords: [...story.keywords],
    summary: story.summary ?? '',
    documentNumber: story.number ?? null,
    draftedOn: story.draftedOn,
    effectiveOn: story.effectiveOn ?? null,
    expiresOn: story.expiresOn ?? null,
    responsibleDepartment: units[story.unit].sections[0] ? `${units[story.unit].short}${units[story.unit].sections[0]}` : units[story.unit].short,
    source: units[story.unit].name,
    disclosureMode: story.inside ? 'internal' : 'proactive',
    important: story.important ?? false,
    bodyHtml: story.body,
  }
}

/** Takes a step as the person with this login, at a time of the day. */
export async function step(
  stage: Stage,
  tx: Tx,
  login: string,
  on: Day,
  time: string,
  work: Work,
  name: StepName,
  input: Partial<StepInput> = {},
): Promise<Work> {
  const taken = must(
    await takeStep(tx, await by(stage, tx, login, on, time), { editionId: work.editionId, step: name, input: { opinion: '', ...input } }),
    `${name} by ${login} of ${work.editionId}`,
  )
  return { editionId: taken.editionId, documentId: taken.documentId }
}

export async function draft(
  stage: Stage,
  tx: Tx,
  story: Story,
  on: Day,
  time: string,
  author = handsOf(story.unit).author,
  besides: Partial<TypedContent> = {},
): Promise<Work> {
  const who = await by(stage, tx, author, on, time)
  const work = must(await createEdition(tx, who, { unitId: idOf(stage.unitIds, story.unit), content: { ...contentOf(stage, story), ...besides } }), story.key)
  if (story.files && story.files.length > 0) {
    const files = await Promise.all(story.files.map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.make()) })))
    const reading = {
      proofOf,
      inspect: stage.reader.inspect,
      clean: stage.reader.clean,
      textOf: async (file: { readonly name: string; readonly bytes: Buffer }): Promise<string> => {
        const read = await stage.reader.read(file)
        if (read.as === 'attachment') return read.text
        return read.as === 'text' ? read.blocks.map(textOf).join('\n') : ''
      },
    }
    const attached = must(await addAttachments(tx, who, { editionId: work.editionId, role: 'attachment', files }, stage.fileStore, reading), story.key)
    if (attached.refused.length > 0) throw new Error(`${story.key}: ${attached.refused.map((one) => one.refusal.code).join(', ')}`)
  }
  return work
}

/** What the secrecy reviewer says where nothing stands in the way: every question 否, and units that the text only mentions are not asked. */
export async function passed(stage: Stage, tx: Tx, login: string, on: Day, work: Work): Promise<Pick<StepInput, 'review' | 'struck'>> {
  const proposals = await openProposals(tx, await by(stage, tx, login, on, '10:40'), work.editionId)
  return {
    review: questionNames.map((question) => ({ question, answer: 'no' })),
    struck: proposals.map(({ unitId }) => ({ unitId, reason: '只提及名称，所引内容该单位已经公开。' })),
  }
}

/** From the submission to the last signature before publication. */
export async function prepared(stage: Stage, tx: Tx, story: Story, work: Work, on: Day, hands: Hands = handsOf(story.unit)): Promise<void> {
  const opinion = (of: string): string => choose(`${story.key}/${of}`, ...opinions)
  await step(stage, tx, hands.author, on, '09:10', work, 'submit')
  await step(stage, tx, hands.head, on, '10:05', work, 'approve-section', { opinion: opinion('head') })
  await step(stage, tx, hands.secrecy, on, '10:50', work, 'pass-secrecy', {
    ...(await passed(stage, tx, hands.secrecy, on, work)),
    opinion: '',
    secrecy: { basis: choose(story.key, ...basis), conclusion: 'may-disclose' },
  })
  await step(stage, tx, hands.leader, on, '11:30', work, story.important ? 'pass-to-main-leader' : 'sign', { opinion: opinion('leader') })
  if (story.important) await step(stage, tx, hands.mainLeader, on, '14:40', work, 'sign-important', { opinion: opinion('main') })
}

/** Minutes after three in the afternoon keep the order of a day's publications. */
const afternoon = (place: number): string => `${String(15 + Math.floor(place / 20)).padStart(2, '0')}:${String((place % 20) * 3).padStart(2, '0')}`

/** Drafted and signed: all that comes before publication. */
export async function prepare(stage: Stage, tx: Tx, story: Story, on: Day): Promise<Work> {
  const work = await draft(stage, tx, story, on, '08:45')
  await prepared(stage, tx, story, work, on)
  return work
}

/** How the document belongs with those before it goes out with it. */
async function relateStory(stage: Stage, tx: Tx, story: Story, work: Work, on: Day, published: ReadonlyMap<string, Work>): Promise<void> {
  const idOfKey = (key: string | undefined): string => (key === undefined ? work.documentId : published.get(key)!.documentId)
  for (const { kind, from, to, form, period, shortReason } of story.relations ?? []) {
    const relation = {
      kind,
      fromId: idOfKey(from),
      toId: idOfKey(to),
      form: form ?? null,
      periodFrom: period?.[0] ?? null,
      periodTo: period?.[1] ?? null,
      shortReason: shortReason ?? '',
    }
    must(await relate(tx, await by(stage, tx, handsOf(story.unit).author, on, '14:50'), { editionId: work.editionId, relation, isSo: true }), story.key)
  }
}

export async function publish(stage: Stage, tx: Tx, story: Story, work: Work, on: Day, place: number, published: ReadonlyMap<string, Work>): Promise<Work> {
  await relateStory(stage, tx, story, work, on, published)
  return step(stage, tx, handsOf(story.unit).publisher, on, afternoon(place), work, 'publish')
}

export async function revise(stage: Stage, tx: Tx, story: Story, live: Work, published: ReadonlyMap<string, Work>, place: number): Promise<Work> {
  const { on, note, body, validity, replacedBy } = story.revision!
  const { author, publisher } = handsOf(story.unit)
  const work = await step(stage, tx, author, on, '08:50', live, 'revise')
  const replacement = replacedBy === undefined ? null : published.get(replacedBy)!.documentId
  const content = {
    ...blankContent,
    ...contentOf(stage, story),
    bodyHtml: body,
    changeNote: note,
    validity: validity ?? 'valid',
    replacedBy: replacement,
  } as const
  must(await saveEdition(tx, await by(stage, tx, author, on, '09:00'), { editionId: work.editionId, version: 1, content }), story.key)
  await prepared(stage, tx, story, work, on)
  return step(stage, tx, publisher, on, afternoon(place), work, 'publish')
}

export async function withdraw(stage: Stage, tx: Tx, story: Story, live: Work): Promise<void> {
  const { on, reason, note } = story.withdrawal!
  await step(stage, tx, handsOf(story.unit).publisher, on, '16:30', live, 'withdraw', { reason, opinion: note })
}
