// Saves what the author typed, unless somebody else has saved since: then it tells what differs and loses nothing.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { PublishedReport } from '../../../law/published-report.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { documentExists } from '../queries/around.ts'
import { lockEdition } from '../queries/edition.ts'
import { handAt, knownOf } from '../queries/facts.ts'
import { cleanContent } from '../rules/clean-content.ts'
import type { EditionContent, TypedContent } from '../rules/content.ts'
import { metadataFindings } from '../rules/metadata.ts'
import { staleRefusals } from '../rules/stale.ts'
import { mayChange } from '../rules/take-step.ts'
import { saveContent } from '../store/editions.ts'

export interface Saving {
  readonly editionId: string
  /** The version that the author began from. */
  readonly version: number
  readonly content: TypedContent
  /** The figures that come with a text made of a yearly report anew. */
  readonly report?: PublishedReport
}

export interface Saved {
  readonly version: number
  readonly content: EditionContent
  readonly findings: readonly Refusal[]
}

const wordsOf = ({ bodyText }: Pick<EditionContent, 'bodyText'>): string => bodyText.replaceAll(/\s+/g, '')

export async function saveEdition(tx: Tx, by: By, { editionId, version, content, report }: Saving): Promise<Ruling<Saved>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const { facts, attachments } = await knownOf(tx, edition, by)

  const ruling = mayChange(facts, handAt(by.actor, edition))
  if (!ruling.ok) return ruling
  const typed = cleanContent(content)
  const ofReport = edition.report !== null && report === undefined
  // text and figures of a report are made together: an editor may write the same words in other markup
  if (ofReport && wordsOf(typed) !== wordsOf(edition)) return refused({ code: 'report-text-fixed', field: 'bodyHtml' })
  const clean = ofReport ? { ...typed, bodyHtml: edition.bodyHtml } : typed
  if (clean.replacedBy !== null && !(await documentExists(tx, clean.replacedBy))) return refused({ code: 'replacing-document-unknown', field: 'replacedBy' })
  const stale = edition.version === version ? [] : staleRefusals(edition, clean)
  if (stale.length > 0) return refused(...stale)

  const findings = metadataFindings({
    content: clean,
    today: by.today,
    revises: facts.documentIsLive,
    historic: edition.historicBatchId !== null,
    attachments: attachments.filter((file) => file.role === 'attachment').length,
    documentId: edition.documentId,
  })
  const saved = await saveContent(tx, editionId, clean, { accountId: by.actor.accountId, at: by.at }, report)
  return granted({ version: saved, content: clean, findings })
}
