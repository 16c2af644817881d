// What is not disclosed, or on application only, is examined again every year (ogi-2019/18): owed when it was decided, settled by a conclusion with its article.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { addMonths } from '../../../kernel/term.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { keepingArticles, reexaminationMonths } from '../law/duties.ts'
import type { Duty } from '../queries/duties.ts'
import { insertDuties, insertFulfilment, settleDuty } from '../store/duties.ts'
import { openDuty, type SettleRefusal } from './settle-duty.ts'

export interface NotPublic {
  readonly documentId: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly title: string
}

/** A document that is owed an examination already keeps it. */
export async function oweReexamination(tx: Tx, by: Pick<By, 'at' | 'today'>, subject: NotPublic): Promise<void> {
  const dueOn = addMonths(by.today, reexaminationMonths)
  await insertDuties(tx, [{
    cause: 're-examination', responsibilityId: null, unitId: subject.unitId, sectionId: subject.sectionId, subjectId: subject.documentId, subjectTitle: subject.title,
    periodFrom: by.today, periodTo: dueOn, dueOn, provisional: false,
  }], '', by.at) // prettier-ignore
}

export interface Examination {
  readonly dutyId: string
  /** It stays as it is, or it is to be disclosed: then an edition is begun beside this. */
  readonly conclusion: 'keep' | 'disclose'
  readonly article: string
  readonly reason: string
}

export async function settleReexamination(
  tx: Tx,
  by: By,
  examined: Examination,
): Promise<Ruling<{ id: string; documentId: string }, SettleRefusal | 'not-a-reexamination'>> {
  const found = await openDuty(tx, by, examined.dutyId)
  if (!found.ok) return found
  const duty: Duty = found.value
  if (duty.cause !== 're-examination' || duty.subjectId === null) return refused('not-a-reexamination')
  const reasons: Refusal<SettleRefusal>[] = []
  if (examined.reason.trim() === '') reasons.push({ code: 'closing-reason-missing', field: 'reason' })
  if (examined.conclusion === 'keep' && !(keepingArticles as readonly string[]).includes(examined.article))
    reasons.push({ code: 'closing-article', field: 'article' })
  if (reasons.length > 0) return refused(...reasons)
  const note = examined.conclusion === 'keep' ? `维持不公开（${examined.article}）：${examined.reason.trim()}` : `转为主动公开：${examined.reason.trim()}`
  await insertFulfilment(tx, by, { dutyId: duty.dutyId, documentId: null, title: duty.subjectTitle, publishedOn: by.today, note })
  await settleDuty(tx, duty.dutyId, 'met', by.today)
  if (examined.conclusion === 'keep') {
    await oweReexamination(tx, by, { documentId: duty.subjectId, unitId: duty.unitId, sectionId: duty.sectionId, title: duty.subjectTitle })
  }
  return granted({ id: duty.dutyId, documentId: duty.subjectId })
}
