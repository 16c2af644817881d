// Puts what was typed into the form in which it is kept: clean body with its words, official document number, no blank beside nothing.
import { cleanHtml, textOfHtml, withoutControls } from '../../../platform/html/clean.ts'
import type { EditionContent, TypedContent } from './content.ts'
import { normaliseDocumentNumber } from './metadata.ts'

const line = (text: string): string => withoutControls(text).replaceAll(/\s+/g, ' ').trim()
const lineOrNull = (text: string | null): string | null => (text === null || line(text) === '' ? null : line(text))

/** A document number that cannot be read stays as it was typed: autosave loses nothing, submission tells what is wrong. */
function numberKept(typed: string | null): string | null {
  const ruling = normaliseDocumentNumber(typed ?? '')
  return ruling.ok ? ruling.value : lineOrNull(typed)
}

export function cleanContent(typed: TypedContent): EditionContent {
  const bodyHtml = cleanHtml(typed.bodyHtml)
  return {
    ...typed,
    title: line(typed.title),
    keywords: [...new Set(typed.keywords.map(line).filter((word) => word !== ''))],
    columnIds: [...new Set(typed.columnIds)],
    summary: withoutControls(typed.summary).trim(),
    documentNumber: numberKept(typed.documentNumber),
    modeReason: withoutControls(typed.modeReason).trim(),
    modeArticle: lineOrNull(typed.modeArticle),
    responsibleDepartment: line(typed.responsibleDepartment),
    source: line(typed.source),
    sourceUrl: lineOrNull(typed.sourceUrl),
    changeNote: withoutControls(typed.changeNote).trim(),
    bodyHtml,
    bodyText: textOfHtml(bodyHtml),
  }
}
