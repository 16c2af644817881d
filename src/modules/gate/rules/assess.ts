// Puts what the detectors met into findings: where, how grave, told without the very number, and with a fingerprint that a waiver is bound to.
import { createHash } from 'node:crypto'
import { findingRows, type FindingCode, type Kind, type Severity } from '../law/kinds.ts'
import type { Article } from '../../../kernel/article.ts'
import { detectors } from './detect/detectors.ts'
import { maskOf, veiled, type MaskForms } from './mask.ts'
import { plainOf, type Hit, type Piece, type Subject } from './subject.ts'

export interface Finding {
  readonly code: FindingCode
  readonly kind: Kind
  readonly severity: Severity
  readonly personal: boolean
  readonly field: string
  /** For people: 正文第3段. */
  readonly place: string
  /** The very letters, and which of their like in the field it is: for whoever may see the text, never stored. */
  readonly match: string
  readonly nth: number
  /** The match among its neighbours, numbers of persons veiled. */
  readonly excerpt: string
  readonly article: Article
  readonly suggestion: string | null
  /** What masking would put there. */
  readonly masked: string | null
  readonly facts: Readonly<Record<string, string | number>>
  readonly fingerprint: string
}

/** Who is told of ten thousand equal faults is told of none. */
const mostOfOneKind = 50
/** A hostile text of nothing but faults costs no more than this. */
const mostHits = 500
const around = 14

const dense = (text: string): string =>
  plainOf(text)
    .replaceAll(/[\s　]+/g, '')
    .toLowerCase()

/** The sentence around an offset. */
function sentenceAt(text: string, at: number): string {
  const start = Math.max(...['。', '；', '！', '？', '\n'].map((end) => text.lastIndexOf(end, at - 1))) + 1
  const rest = text.slice(at).search(/[。；！？\n]/)
  return text.slice(start, rest < 0 ? undefined : at + rest)
}

const fingerprintOf = (code: FindingCode, field: string, match: string, about: string): string =>
  createHash('sha256')
    .update([code, field, dense(match), dense(about)].join('\n'))
    .digest('hex')
    .slice(0, 32)

const occurrences = (text: string, match: string): number => text.split(match).length - 1

/** How many like it stand before, in the same field: the client counts the same way. */
function nthIn(pieces: readonly Piece[], field: string, match: string, piece: number, at: number): number {
  if (match === '') return 0
  const earlier = pieces.slice(0, piece).filter((one) => one.field === field)
  return earlier.reduce((count, one) => count + occurrences(one.text, match), occurrences(pieces[piece]?.text.slice(0, at) ?? '', match))
}

function findingOf(hit: Hit<FindingCode>, subject: Subject, masks: MaskForms): Finding {
  const row = findingRows[hit.code]
  const piece = hit.piece === undefined ? undefined : subject.pieces[hit.piece]
  const at = hit.at ?? 0
  const field = hit.field ?? piece?.field ?? ''
  const personal = row.personal === true || hit.code === 'mobile-number-office'
  const after = at + hit.match.length
  const shown = piece
    ? `${veiled(piece.text.slice(Math.max(0, at - around), at))}${personal ? veiled(hit.match) : hit.match}${veiled(piece.text.slice(after, after + around))}`
    : ''
  return {
    code: hit.code,
    kind: row.kind,
    severity: row.severity,
    personal: row.personal === true,
    field,
    place: hit.place ?? piece?.place ?? '',
    match: hit.match,
    nth: hit.piece === undefined ? 0 : nthIn(subject.pieces, field, hit.match, hit.piece, at),
    excerpt: shown,
    article: row.article,
    suggestion: hit.suggestion ?? null,
    masked: hit.broken ? null : maskOf(hit.code, hit.match, masks),
    facts: { ...hit.facts, ...(hit.suggestion !== undefined && { suggestion: hit.suggestion }), ...(personal || row.mandatory ? {} : { match: hit.match }) },
    fingerprint: fingerprintOf(hit.code, field, hit.match, hit.about ?? (piece ? sentenceAt(piece.text, at) : '')),
  }
}

/** A file is mended at its source, and forms have blanks: there only numbers and plain errors stand against it. */
const notInFiles: ReadonlySet<Kind> = new Set(['placeholder', 'foreign-unit', 'leader', 'prose-sum'])

function inFile(finding: Finding): Finding | undefined {
  if (!finding.field.startsWith('attachments.')) return finding
  if (notInFiles.has(finding.kind)) return undefined
  return finding.severity === 'warning' ? { ...finding, severity: 'remark', masked: null } : { ...finding, masked: null }
}

/** All that the detectors find, in their order. */
export function assess(subject: Subject, masks: MaskForms): Finding[] {
  return detectors.flatMap((detect) => {
    const found: Finding[] = []
    let hits = 0
    for (const hit of detect(subject)) {
      hits += 1
      const finding = inFile(findingOf(hit, subject, masks))
      if (finding) found.push(finding)
      if (found.length >= mostOfOneKind || hits >= mostHits) break
    }
    return found
  })
}
