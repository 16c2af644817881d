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
    changeNote: withoutControls(item.changeNote).trim(),
    attachments: item.attachments.map((attachment) => ({ ...attachment, name: line(attachment.name), text: withoutControls(attachment.text) })),
    bodyHtml,
    bodyText,
    excerpt: excerptOf(item.summary.trim() === '' ? bodyText : item.summary),
  }
}

function excerptOf(text: string): string {
  const characters = charactersOf(line(text))
  return characters.length <= excerptCharacters ? characters.join('') : `${characters.slice(0, excerptCharacters).join('')}…`
}
