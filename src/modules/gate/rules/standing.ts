// Which findings stand against release: those of text and files together, less what somebody let stand.
import { createHash } from 'node:crypto'
import type { Article } from '../../../kernel/article.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { kinds, findingRows, type Kind, type Severity } from '../law/kinds.ts'
import { sentenceOfFinding } from '../sentences.ts'
import type { Finding } from './assess.ts'
import type { FileFinding } from './files/file-findings.ts'

/** A finding as people and records see it, whatever it was found in. */
export interface GateFinding {
  readonly code: string
  readonly kind: Kind
  readonly title: string
  readonly severity: Severity
  readonly personal: boolean
  readonly mandatory: boolean
  readonly field: string
  readonly place: string
  readonly excerpt: string
  readonly sentence: string
  readonly article: Article | null
  readonly suggestion: string | null
  readonly fingerprint: string
  /** Only while it is looked at, never stored: the letters, which of their like they are, what masking puts there. */
  readonly match: string
  readonly nth: number
  readonly masked: string | null
}

export function ofText(finding: Finding): GateFinding {
  const { code, kind, severity, personal, field, place, excerpt, article, suggestion, fingerprint, match, nth, masked } = finding
  const mandatory = findingRows[code].mandatory === true
  const sentence = sentenceOfFinding(code, { ...finding.facts, place })
  return {
    code,
    kind,
    title: kinds[kind],
    severity,
    personal,
    mandatory,
    field,
    place,
    excerpt,
    sentence,
    article,
    suggestion,
    fingerprint,
    match,
    nth,
    masked,
  }
}

export function ofFile(file: { readonly id: string; readonly sha256: string }, found: FileFinding): GateFinding {
  const { code, title, severity, place, excerpt, sentence, article } = found
  const fingerprint = createHash('sha256').update([code, file.sha256, place, excerpt].join('\n')).digest('hex').slice(0, 32)
  return {
    code,
    kind: 'attachment',
    title,
    severity,
    personal: false,
    mandatory: code === 'awaiting-inspection',
    field: `attachments.${file.id}`,
    place: `附件《${found.file}》${place}`,
    excerpt,
    sentence,
    article: article ?? null,
    suggestion: null,
    fingerprint,
    match: '',
    nth: 0,
    masked: null,
  }
}

/** Old stock went out once already: only what concerns persons, and what must be there, stands against it. */
export const inHistoric = (finding: GateFinding): GateFinding =>
  finding.personal || (finding.mandatory && finding.kind !== 'attachment') ? finding : { ...finding, severity: 'remark', mandatory: false }

export const stands = (finding: GateFinding, waived: ReadonlySet<string>): boolean => finding.severity !== 'remark' && !waived.has(finding.fingerprint)

/** For records: without the letters themselves. */
export const asStored = ({ match: _match, nth: _nth, masked: _masked, ...finding }: GateFinding): Omit<GateFinding, 'match' | 'nth' | 'masked'> => finding

const mostTold = 20

/** As reasons against a step. */
export const asRefusals = (standing: readonly GateFinding[]): Refusal[] =>
  standing.slice(0, mostTold).map(({ code, kind, field, article, sentence, mandatory }) => ({
    code: mandatory && kind !== 'attachment' ? code : 'finding-stands',
    ...(mandatory && { field }),
    ...(article !== null && { article }),
    facts: { sentence },
  }))
