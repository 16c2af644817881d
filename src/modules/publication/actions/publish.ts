// Lets a piece of information out: the first time, or as a new revision. Read model, search words and register in one transaction.
import { randomBytes } from 'node:crypto'
import { normalizeIndexNumber } from '../../../kernel/index-number.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { dayAt } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { columnsOfOtherLine, searchTermsStanding, standingOf, unknownColumns, type Standing } from '../queries/standing.ts'
import { contentHashOf } from '../rules/content-hash.ts'
import { exactNumberKey } from '../rules/document-number-key.ts'
import { reasonsAgainst } from '../rules/door.ts'
import { oldAddressPath } from '../rules/old-address.ts'
import { publicFormOf, type PublicForm } from '../rules/public-form.ts'
import type { Published, PublicItem, PublishRefusal, Verdict } from '../rules/public-item.ts'
import { canonicalContent, saltedHash } from '../rules/published-content.ts'
import { searchTermsOf, termChanges } from '../rules/search-terms.ts'
import { saveCitations } from '../store/citations.ts'
import { lockDocument, lockUnpublished, saveAttachments, saveColumnsOf, saveDocument, saveRedirect, saveRevision } from '../store/documents.ts'
import { claimIndexNumber, nextIndexNumber } from '../store/index-serial.ts'
import { addEntry } from '../store/register.ts'
import { saveYearlyReport } from '../store/yearly-reports.ts'
import { noteTermChange, saveSearchRow } from '../store/search-index.ts'

/** All of China keeps one time. */
const legalTimeZone = 'Asia/Shanghai'
const saltBytes = 32

/**
 * Publishes `item` at the instant `at`, found again by its document id. Refuses without a verdict of the gate that passed
 * exactly this content. Call it inside a transaction: nothing is public until that commits.
 */
export async function publish(tx: Tx, item: PublicItem, verdict: Verdict | undefined, at: Date): Promise<Ruling<Published, PublishRefusal>> {
  const standing = await lockDocument(tx, item.documentId)
  // Old stock comes by thousands in one transaction, under the lock of its batch.
  if (!standing && !item.historic) await lockUnpublished(tx, item.documentId)
  const { published, withdrawn } = await standingOf(tx, item.documentId)
  const reasons = reasonsAgainst(item, verdict, {
    withdrawn,
    alreadyNumbered: published !== undefined,
    unknownColumns: await unknownColumns(tx, item.columnIds),
    columnsOfOtherLine: await columnsOfOtherLine(tx, item.unitId, item.columnIds),
  })
  if (reasons.length > 0) return refused(...reasons)

  const numbered = published ? granted(published.indexNumber) : await numberFor(tx, item, at)
  if (!numbered.ok) return numbered

  const saved = await save(tx, publicFormOf(item), { published, indexNumber: numbered.value, contentHash: contentHashOf(item), at })
  return granted(saved)
}

async function numberFor(tx: Tx, item: PublicItem, at: Date): Promise<Ruling<string, PublishRefusal>> {
  const original = item.historic?.originalIndexNumber
  if (original) {
    const indexNumber = normalizeIndexNumber(original)
    return (await claimIndexNumber(tx, indexNumber)) ? granted(indexNumber) : refused({ code: 'index-number-taken', facts: { indexNumber } })
  }
  const year = Number(dayAt(at, legalTimeZone).slice(0, 4))
  const indexNumber = await nextIndexNumber(tx, item.frontCode, year)
  return indexNumber === undefined
    ? refused({ code: 'index-serial-exhausted', article: 'index-number-guide/2', facts: { frontCode: item.frontCode, year } })
    : granted(indexNumber)
}

interface Saving {
  readonly published: Standing | undefined
  readonly indexNumber: string
  readonly contentHash: string
  readonly at: Date
}

async function save(tx: Tx, form: PublicForm, { published, indexNumber, contentHash, at }: Saving): Promise<Published> {
  const revision = (published?.revision ?? 0) + 1
  const listedAt = form.historic ? new Date(`${form.historic.originalPublishedOn}T00:00:00+08:00`) : (published?.firstPublishedAt ?? at)
  const salt = randomBytes(saltBytes)
  const content = canonicalContent({
    contentHash,
    documentId: form.documentId,
    revision,
    indexNumber,
    unitId: form.unitId,
    unitName: form.unitName,
    title: form.title,
    kind: form.kind,
    theme: form.theme,
    keywords: form.keywords,
    summary: form.summary,
    documentNumber: form.documentNumber,
    responsibleDepartment: form.responsibleDepartment,
    source: form.source,
    sourceUrl: form.sourceUrl,
    draftedOn: form.draftedOn,
    effectiveOn: form.effectiveOn,
    expiresOn: form.expiresOn,
    validity: form.validity,
    replacedBy: form.replacedBy,
    originalPublishedOn: form.historic?.originalPublishedOn ?? null,
    changeNote: form.changeNote,
    bodyHtml: form.bodyHtml,
    bodyText: form.bodyText,
    attachments: form.attachments.map(({ id, name, mediaType, bytes, sha256, text }) => ({ id, name, mediaType, bytes, sha256, text })),
    ...(form.report && { report: form.report }),
  })

  const registerEntryId = await addEntry(tx, {
    document_id: form.documentId,
    act: published ? 'revise' : 'publish',
    revision,
    index_number: indexNumber,
    at,
    salted_hash: saltedHash(salt, content),
  })
  await saveDocument(tx, {
    id: form.documentId,
    revision,
    unit_id: form.unitId,
    unit_name: form.unitName,
    title: form.title,
    index_number: indexNumber,
    document_number: form.documentNumber,
    document_number_key: exactNumberKey(form.documentNumber),
    kind: form.kind,
    theme: form.theme,
    keywords: form.keywords,
    summary: form.summary,
    responsible_department: form.responsibleDepartment,
    source: form.source,
    source_url: form.sourceUrl,
    drafted_on: form.draftedOn,
    effective_on: form.effectiveOn,
    expires_on: form.expiresOn,
    validity: form.validity,
    replaced_by: form.replacedBy,
    body_html: form.bodyHtml,
    body_text: form.bodyText,
    excerpt: form.excerpt,
    first_published_at: published?.firstPublishedAt ?? at,
    published_at: at,
    original_published_on: form.historic?.originalPublishedOn ?? null,
    original_address: form.historic?.originalAddress ?? null,
    historic: form.historic !== null,
    listed_at: listedAt,
    content_hash: Buffer.from(contentHash, 'hex'),
    salt,
    attachment_count: form.attachments.length,
    from_application: form.fromApplication ?? false,
  })
  await saveAttachments(tx, form.documentId, form.attachments)
  await saveColumnsOf(tx, { id: form.documentId, listedAt, unitId: form.unitId }, form.columnIds)
  await saveYearlyReport(tx, form, dayAt(listedAt, legalTimeZone))
  await saveRevision(tx, {
    document_id: form.documentId,
    revision,
    title: form.title,
    body_html: form.bodyHtml,
    body_text: form.bodyText,
    change_note: form.changeNote,
    published_at: at,
    content_hash: Buffer.from(contentHash, 'hex'),
    content,
    salt,
    register_entry_id: registerEntryId,
  })
  await saveCitations(tx, {
    documentId: form.documentId,
    title: form.title,
    unitName: form.unitName,
    documentNumber: form.documentNumber,
    bodyText: form.bodyText,
    listedAt,
  })
  await saveSearch(tx, form, indexNumber, listedAt)
  const oldPath = oldAddressPath(form.historic?.originalAddress ?? '')
  if (oldPath !== null) await saveRedirect(tx, oldPath, form.documentId)
  return { documentId: form.documentId, indexNumber, revision, publishedAt: at, registerEntryId }
}

async function saveSearch(tx: Tx, form: PublicForm, indexNumber: string, listedAt: Date): Promise<void> {
  const year = Number(dayAt(listedAt, legalTimeZone).slice(0, 4))
  const attributes = { unitId: form.unitId, kind: form.kind, theme: form.theme, validity: form.validity, year }
  const terms = searchTermsOf({
    title: form.title,
    body: form.bodyText,
    others: [...form.keywords, form.summary, form.documentNumber ?? '', indexNumber, form.unitName, form.responsibleDepartment],
    attachments: form.attachments,
    attributes,
  })
  const { added, removed } = termChanges(await searchTermsStanding(tx, form.documentId), terms)
  await noteTermChange(tx, form.documentId, added, removed)
  await saveSearchRow(tx, { ...terms, ...attributes, documentId: form.documentId, listedAt })
}
