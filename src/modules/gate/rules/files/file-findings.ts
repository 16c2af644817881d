// What the release gate says of an attachment, from its inspection.
import type { Article } from '../../../../kernel/article.ts'
import type { FileInspection, HiddenKind, PropertyKind } from '../../../../kernel/file-inspection.ts'
import {
  awaitingInspection,
  hiddenKinds,
  layerKinds,
  notInspectedReasons,
  propertyKinds,
  type FileKind,
  type FileSeverity,
  type Mend,
} from '../../law/file-kinds.ts'

export type FileFindingCode =
  | HiddenKind
  | `property-${Exclude<PropertyKind, 'signature'>}`
  | 'no-text-layer'
  | 'partial-text-layer'
  | 'not-inspected'
  | 'awaiting-inspection'

export interface FileFinding {
  readonly code: FileFindingCode
  readonly title: string
  readonly severity: FileSeverity
  /** Name of the attachment. */
  readonly file: string
  readonly place: string
  /** The beginning of what was found, with long numbers masked. */
  readonly excerpt: string
  readonly sentence: string
  readonly article?: Article
  readonly mend: Mend
}

const filled = (sentence: string, facts: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))

function finding(
  code: FileFindingCode,
  kind: FileKind,
  file: string,
  facts: { readonly place?: string; readonly count?: number; readonly value?: string; readonly excerpt?: string } = {},
): FileFinding {
  const { place = '', count = 1, value = '', excerpt = '' } = facts
  return {
    code,
    title: kind.title,
    severity: kind.severity,
    file,
    place,
    excerpt,
    sentence: filled(kind.sentence, { file, place, count, value }),
    ...(kind.article && { article: kind.article }),
    mend: kind.mend,
  }
}

const pagesOf = (pages: readonly number[]): string => `第${pages.slice(0, 8).join('、')}页${pages.length > 8 ? `等${pages.length}页` : ''}`

/** All that stands against letting this file out; without an inspection, that it is still awaited. */
export function fileFindings(file: string, inspection: FileInspection | undefined): FileFinding[] {
  if (!inspection) return [finding('awaiting-inspection', awaitingInspection, file)]
  const findings = inspection.hidden.map(({ kind, place, count, excerpt }) => finding(kind, hiddenKinds[kind], file, { place, count, excerpt }))
  for (const { kind, title, value, place } of inspection.properties) {
    if (kind === 'signature') continue
    const words = `${place === undefined ? '' : `${place} `}${title}“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`
    findings.push(finding(`property-${kind}`, propertyKinds[kind], file, { value: words, excerpt: value.slice(0, 40), ...(place !== undefined && { place }) }))
  }
  if (inspection.textLayer === 'none') findings.push(finding('no-text-layer', layerKinds.none, file))
  if (inspection.textLayer === 'partial')
    findings.push(finding('partial-text-layer', layerKinds.partial, file, { place: pagesOf(inspection.pagesWithoutText) }))
  if (inspection.inspected !== 'full') findings.push(finding('not-inspected', notInspectedReasons[inspection.because ?? 'unknown-format'], file))
  return findings
}
