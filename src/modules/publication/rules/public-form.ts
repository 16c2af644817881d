// The form in which an item stands in public: cleaned once more, with its plain text and its excerpt.
import { charactersOf } from '../../../platform/chinese/folding.ts'
import { cleanHtml, textOfHtml, withoutControls } from '../../../platform/html/clean.ts'
import type { PublicItem } from './public-item.ts'

export interface PublicForm extends PublicItem {
  readonly bodyText: string
  readonly excerpt: string
}

const excerptCharacters = 300

const line = (text: string): string => withoutControls(text).replaceAll(/\s+/g, ' ').trim()

export function publicFormOf(item: PublicItem): PublicForm {
  const bodyHtml = cleanHtml(item.bodyHtml)
  const bodyText = textOfHtml(bodyHtml)
  return {
    ...item,
    title: line(item.title),
    unitName: line(item.unitName),
    keywords: item.keywords.map(line).filter((word) => word !== ''),
    summary: withoutControls(item.summary).trim(),
    documentNumber: item.documentNumber === null || line(item.documentNumber) === '' ? null : line(item.documentNumber),
    responsibleDepartment: line(item.responsibleDepartment),
    source: line(item.source),
    sourceUrl: webAddress(item.sourceUrl),
    changeNote: withoutControls(item.changeNote).trim(),
    attachments: item.attachments.map((attachment) => ({ ...attachment, name: line(attachment.name), text: withoutControls(attachment.text) })),
    bodyHtml,
    bodyText,
    excerpt: excerptOf(item.summary.trim() === '' ? bodyText : item.summary),
  }
}

/** An address of the web, or none: what people click on is no place for scripts. */
function webAddress(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address.trim())
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : null
}

function excerptOf(text: string): string {
  const characters = charactersOf(line(text))
  return characters.length <= excerptCharacters ? characters.join('') : `${characters.slice(0, excerptCharacters).join('')}…`
}
