// Issues a bulletin: it gets its number, and becomes a draft of `disclosure` with its PDF, which goes through review, gate and door as everything does.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { By } from '../../access/index.ts'
import { addAttachments, createEdition } from '../../disclosure/index.ts'
import { bulletinItems } from '../queries/bulletins.ts'
import { bulletinHtml, bulletinTitle } from '../rules/bulletin.ts'
import { issueBulletin as saveIssue, nextIssue } from '../store/bulletins.ts'
import { recordSteps } from '../store/steps.ts'
import { ownBulletin } from './keep-bulletin.ts'

export interface BulletinParts {
  readonly store: FileStore
  /** What the platform can tell of a file; the words of the PDF are known. */
  readonly care: Omit<Parameters<typeof addAttachments>[4], 'textOf'>
  readonly pdfOf: (title: string, html: string) => Promise<Buffer>
  readonly publicAddress: string
}

export async function issueBulletin(
  tx: Tx,
  by: By,
  bulletinId: string,
  parts: BulletinParts,
): Promise<Ruling<{ readonly editionId: string; readonly issue: number }>> {
  const found = await ownBulletin(tx, by, bulletinId)
  if (!found.ok) return found
  const bulletin = found.value
  const items = await bulletinItems(tx, bulletin.documentIds)
  const faults: Refusal[] = []
  if (items.length === 0) faults.push({ code: 'bulletin-empty', field: 'documentIds' })
  if (bulletin.columnId === null) faults.push({ code: 'bulletin-column-missing', field: 'columnId' })
  if (faults.length > 0) return refused(...faults)

  const issue = await nextIssue(tx, bulletin)
  const title = bulletinTitle(bulletin.title, bulletin.year, issue)
  const bodyHtml = bulletinHtml({ foreword: bulletin.foreword, items, publicAddress: parts.publicAddress })
  const content = {
    title,
    kind: '其他',
    theme: '综合政务\\政务公开',
    columnIds: [bulletin.columnId ?? ''],
    keywords: [bulletin.title],
    draftedOn: by.today,
    bodyHtml,
    responsibleDepartment: bulletin.unitName,
  }
  const opened = await createEdition(tx, by, { unitId: bulletin.unitId, content })
  if (!opened.ok) return opened
  const { editionId } = opened.value
  const files = [{ name: `${title}.pdf`, bytes: await parts.pdfOf(title, bodyHtml) }]
  const text = items.map((item) => item.title).join('\n')
  const attached = await addAttachments(tx, by, { editionId, role: 'attachment', files }, parts.store, {
    ...parts.care,
    textOf: () => Promise.resolve(text),
  })
  if (!attached.ok) return attached
  await saveIssue(tx, bulletinId, { issue, editionId, at: by.at })
  await recordSteps(tx, by, [{ about: 'bulletin', aboutId: bulletinId, unitId: bulletin.unitId, step: 'issue', detail: { title, editionId } }])
  return granted({ editionId, issue })
}
