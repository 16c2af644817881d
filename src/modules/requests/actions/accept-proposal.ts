// Accepts a proposal: a draft without personal data goes the ordinary way of review, under an entry of the catalogue that is there or wished for.
import { html } from 'ghtml'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { reachOf, type By } from '../../access/index.ts'
import { entryOf } from '../../catalogue/index.ts'
import { addAttachments, createEdition, type FileReading } from '../../disclosure/index.ts'
import { personalPassages } from '../../gate/index.ts'
import { proposingLaw } from '../law/making-public.ts'
import { applicationWithin, type Application } from '../queries/application.ts'
import { filesOf, type RequestFile } from '../queries/files.ts'
import { lockProposal } from '../queries/proposals.ts'
import { mayDecide } from '../rules/making-public.ts'
import { personalIn, type DraftWords } from '../rules/proposed-draft.ts'
import { recordProposalStep, saveDecision } from '../store/proposals.ts'
import { enterWish, tellKeepers } from './enter-proposed-entry.ts'
import { tell } from './tell.ts'

export interface Acceptance extends DraftWords {
  readonly id: string
  /** An entry of the catalogue that the unit answers for; else one that is wished for, or none. */
  readonly entryId: string | null
  readonly wished: { readonly field: string; readonly name: string } | null
  /** Files of the application that go into the draft. */
  readonly fileIds: readonly string[]
}

export interface AcceptingParts {
  readonly store: FileStore
  readonly reading: FileReading
}

interface Read {
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly refusals: readonly Refusal[]
}

/** What is redacted or stands as it is: a file that names the applicant stays where it is. */
async function readFiles(chosen: readonly RequestFile[], { applicantName }: Application, { store, reading }: AcceptingParts): Promise<Read> {
  const files: { name: string; bytes: Buffer }[] = []
  const refusals: Refusal[] = []
  for (const { name, sha256 } of chosen) {
    const file = { name, bytes: await store.read(sha256) }
    const found = personalIn([name, await reading.textOf(file)], [applicantName], personalPassages)
    if (found.length > 0) refusals.push({ code: 'proposal-file-personal', article: 'ogi-2019/15', facts: { name, what: found.join('、') } })
    files.push(file)
  }
  return { files, refusals }
}

const bodyOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => html`<p>${line}</p>`)
    .join('')

export async function acceptProposal(tx: Tx, by: By, asked: Acceptance, parts: AcceptingParts): Promise<Ruling<{ editionId: string }>> {
  const { id, entryId, wished, fileIds } = asked
  const reach = reachOf(by.actor, 'request.handle')
  const proposal = await lockProposal(tx, reach, id)
  const application = proposal && (await applicationWithin(tx, reach, id))
  if (!application) return refused('not-found')
  const decision = mayDecide(proposal.state, 'accept')
  if (!decision.ok) return decision

  const entry = entryId === null ? null : await entryOf(tx, entryId, application.unitId)
  if (entry === undefined) return refused({ code: 'proposal-entry-unknown', field: 'entryId' })
  const words = [asked.title, asked.summary, asked.text, wished?.field ?? '', wished?.name ?? '']
  const found = personalIn(words, [application.applicantName], personalPassages)
  const chosen = (await filesOf(tx, id)).filter((file) => fileIds.includes(file.id))
  const read = await readFiles(chosen, application, parts)
  const reasons: Refusal[] = [
    ...(asked.title.trim() === '' ? [{ code: 'proposal-title-missing', field: 'title' }] : []),
    ...(found.length > 0 ? [{ code: 'proposal-personal', article: 'ogi-2019/15', facts: { what: found.join('、') } } as const] : []),
    ...read.refusals,
  ]
  if (reasons.length > 0) return refused(...reasons)

  const content = {
    title: asked.title,
    summary: asked.summary,
    bodyHtml: bodyOf(asked.text),
    columnIds: entry ? [...entry.columnIds] : [],
    keywords: ['依申请公开转主动公开'],
    source: application.unitName,
  }
  const opened = await createEdition(tx, by, { unitId: application.unitId, sectionId: application.sectionId, content, fromApplication: true })
  if (!opened.ok) return opened
  const { editionId, documentId } = opened.value
  if (read.files.length > 0) {
    const attached = await addAttachments(tx, by, { editionId, role: 'attachment', files: read.files }, parts.store, parts.reading)
    if (!attached.ok) return attached
    if (attached.value.refused.length > 0) return refused(...attached.value.refused.map(({ refusal }) => refusal))
  }
  await saveDecision(tx, id, { state: 'accepted', documentId, entryId, wished: entryId === null ? wished : null })
  await recordProposalStep(tx, by, { applicationId: id, step: 'accept', reason: '', at: by.at })
  if (entryId === null && wished) {
    const entered = await enterWish(tx, by, { id, unitId: application.unitId, ...wished, article: proposingLaw.article })
    if (!entered.ok && entered.refusals.some(({ code }) => code !== 'not-allowed')) return entered
    if (!entered.ok) await tellKeepers(tx, by, { ...application, name: wished.name })
  }
  await tell(tx, application, {
    action: 'request.handle',
    words: '已采纳转为主动公开的建议，信息已经起草',
    at: by.at,
    today: by.today,
    except: [by.actor.accountId],
  })
  return granted({ editionId })
}
