// Lets pieces of information out: the first time, or as a new revision. Read model, search words and register in one transaction.
import { randomBytes } from 'node:crypto'
import { indexNumberOf, isOwnShape, normalizeIndexNumber, readIndexNumber } from '../../../kernel/index-number.ts'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { dayAt } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { citationReader } from '../rules/citations.ts'
import { exactNumberKey } from '../rules/document-number-key.ts'
import { reasonsAgainst } from '../rules/door.ts'
import { oldAddressPath } from '../rules/old-address.ts'
import { prepared, type Prepared } from '../rules/prepared.ts'
import type { PublicForm } from '../rules/public-form.ts'
import type { Published, PublicItem, PublishRefusal, Verdict } from '../rules/public-item.ts'
import { canonicalContent, saltedHash } from '../rules/published-content.ts'
import { reportYear } from '../rules/report-year.ts'
import { numbered, termChanges } from '../rules/search-terms.ts'
import { atTheDoor, letOut, nextSerials, numbersTaken, type ClaimedNumber, type FoundAtTheDoor, type LetOut } from '../store/door.ts'

/** All of China keeps one time. */
const legalTimeZone = 'Asia/Shanghai'
const saltBytes = 32

export interface Candidate {
  readonly item: PublicItem
  readonly verdict: Verdict | undefined
  /** Where another thread has made it already; of other content than the verdict's it counts for nothing. */
  readonly prepared?: Prepared
}

/**
 * Publishes `item` at the instant `at`, found again by its document id. Refuses without a verdict of the gate that passed
 * exactly this content. Call it inside a transaction: nothing is public until that commits.
 */
export async function publish(tx: Tx, item: PublicItem, verdict: Verdict | undefined, at: Date): Promise<Ruling<Published, PublishRefusal>> {
  const [ruling] = await publishAll(tx, [{ item, verdict }], at)
  if (!ruling) throw new Error('the door said nothing')
  return ruling
}

/** Each of different documents for itself, in their order: what is refused is not written, the others are. */
export async function publishAll(tx: Tx, candidates: readonly Candidate[], at: Date): Promise<readonly Ruling<Published, PublishRefusal>[]> {
  const found = await atTheDoor(
    tx,
    candidates.map(({ item: { documentId, unitId, columnIds, historic } }) => ({ documentId, unitId, columnIds, lone: historic === null })),
  )
  const weighed = candidates.map((candidate, place) => {
    const facts = found[place]
    if (!facts) throw new Error(`the door knows nothing of ${candidate.item.documentId}`)
    const reasons = reasonsAgainst(candidate.item, candidate.verdict, facts)
    // Made before a number is asked for: its row is held until the end.
    const { item, verdict, prepared: made } = candidate
    const ready = made?.contentHash === verdict?.contentHash ? made : undefined
    return reasons.length > 0 ? refused(...reasons) : granted({ ...(ready ?? prepared(item)), facts })
  })

  const going = weighed.flatMap((ruling) => (ruling.ok ? [ruling.value] : []))
  const numbers = await numbersFor(tx, going, at)
  const written: LetOut[] = []
  const rulings = weighed.map((ruling): Ruling<Omit<Published, 'registerEntryId'>, PublishRefusal> => {
    if (!ruling.ok) return ruling
    const number = numbers.get(ruling.value.form.documentId)
    if (!number) throw new Error('a piece without a number')
    if (!number.ok) return number
    const piece = writtenOf(ruling.value, number.value, at)
    written.push(piece)
    return granted({ documentId: piece.document.id, indexNumber: number.value, revision: piece.document.revision, publishedAt: at })
  })
  const entries = (await letOut(tx, written)).values()
  return rulings.map((ruling) => (ruling.ok ? granted({ ...ruling.value, registerEntryId: entries.next().value ?? 0 }) : ruling))
}

interface Going extends Prepared {
  readonly facts: FoundAtTheDoor
}

type Numbered = Ruling<string, PublishRefusal>

/** Standing documents keep theirs, old stock brings its own where it had one, all others get the next of their unit. */
async function numbersFor(tx: Tx, going: readonly Going[], at: Date): Promise<ReadonlyMap<string, Numbered>> {
  const year = Number(dayAt(at, legalTimeZone).slice(0, 4))
  const numbers = new Map<string, Numbered>()
  const claims = new Map<string, ClaimedNumber>()
  const wanting = new Map<string, string[]>()
  for (const { form, facts } of going) {
    const original = form.historic?.originalIndexNumber
    if (facts.published) numbers.set(form.documentId, granted(facts.published.indexNumber))
    else if (original) claims.set(form.documentId, claimOf(normalizeIndexNumber(original)))
    else wanting.set(form.frontCode, [...(wanting.get(form.frontCode) ?? []), form.documentId])
  }
  const taken = new Set(claims.size > 0 ? await numbersTaken(tx, [...claims.values()]) : [])
  for (const [documentId, { indexNumber }] of claims) {
    numbers.set(documentId, taken.has(indexNumber) ? refused({ code: 'index-number-taken', facts: { indexNumber } }) : granted(indexNumber))
    taken.add(indexNumber)
  }
  // In one order, so that two batches cannot wait for each other.
  for (const [frontCode, documentIds] of [...wanting].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const free: string[] = []
    for (let more = [0]; more.length > 0 && free.length < documentIds.length;) {
      more = [...(await nextSerials(tx, frontCode, year, documentIds.length - free.length))]
      // A number of old stock of this very batch is not in the tables yet.
      free.push(...more.map((serial) => indexNumberOf(frontCode, year, serial)).filter((one) => !taken.has(one)))
    }
    for (const [place, documentId] of documentIds.entries()) {
      const number = free[place]
      numbers.set(
        documentId,
        number === undefined ? refused({ code: 'index-serial-exhausted', article: 'index-number-guide/2', facts: { frontCode, year } }) : granted(number),
      )
    }
  }
  return numbers
}

function claimOf(indexNumber: string): ClaimedNumber {
  const { frontCode, year } = readIndexNumber(indexNumber) ?? {}
  return { indexNumber, ...(isOwnShape(indexNumber) && frontCode !== undefined && year !== undefined && { own: { frontCode, year } }) }
}

function writtenOf({ form, contentHash, citations, names, terms, facts }: Going, indexNumber: string, at: Date): LetOut {
  const { published } = facts
  const revision = (published?.revision ?? 0) + 1
  const listedAt = form.historic ? new Date(`${form.historic.originalPublishedOn}T00:00:00+08:00`) : (published?.firstPublishedAt ?? at)
  const listedOn = dayAt(listedAt, legalTimeZone)
  const year = Number(listedOn.slice(0, 4))
  const salt = randomBytes(saltBytes)
  const content = contentOf(form, { contentHash, revision, indexNumber })
  const search = numbered(terms, indexNumber, { unitId: form.unitId, kind: form.kind, theme: form.theme, validity: form.validity, year, day: listedOn })
  return {
    document: {
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
      citations_read: citationReader,
    },
    saltedHash: saltedHash(salt, content),
    columns: form.columnIds,
    attachments: form.attachments,
    report: yearlyReportOf(form, listedOn, facts.amongReports),
    changeNote: form.changeNote,
    content,
    citations,
    names,
    search: { ...search, year },
    termChange: termChanges(facts.words, search),
    oldPath: oldAddressPath(form.historic?.originalAddress ?? ''),
  }
}

/** A yearly report is one with figures, or any that stands among them. */
function yearlyReportOf({ documentId, unitId, unitName, title, report }: PublicForm, listedOn: Day, amongReports: boolean): LetOut['report'] {
  if (!report && !amongReports) return null
  const figures = report && { scope: report.scope, generation: report.generation, cells: report.cells }
  return { document_id: documentId, unit_id: unitId, unit_name: unitName, year: report?.year ?? reportYear(title, listedOn), ...figures }
}

interface Registered {
  readonly contentHash: string
  readonly revision: number
  readonly indexNumber: string
}

const contentOf = (form: PublicForm, registered: Registered): string =>
  canonicalContent({
    ...registered,
    documentId: form.documentId,
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
