// What an edition's metadata must be before it goes round (fact sheet of the library norms): every finding names its field.
import type { Day } from '../../../kernel/day.ts'
import { readDocumentNumber } from '../../../kernel/document-number.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { documentKinds } from '../../../law/document-kinds.ts'
import { themeLeaves } from '../../../law/themes.ts'
import { modeArticles } from '../law/metadata.ts'
import type { EditionContent } from './content.ts'

/** The number in its official form, or the reason why it is none. An empty text is no number. */
export function normaliseDocumentNumber(text: string): Ruling<string | null> {
  if (text.trim() === '') return granted(null)
  const read = readDocumentNumber(text)
  if (!read) return refused({ code: 'document-number-malformed', field: 'documentNumber', article: 'official-documents-2012/9' })
  if (read.doubtful)
    return refused({ code: 'document-number-doubtful', field: 'documentNumber', article: 'official-documents-2012/9', facts: { reading: read.text } })
  return granted(read.text)
}

export interface MetadataFacts {
  readonly content: EditionContent
  readonly today: Day
  /** The document is public already: this edition revises it. */
  readonly revises: boolean
  /** Old stock keeps what it had. */
  readonly historic: boolean
  readonly attachments: number
  readonly documentId: string
}

type Check = (of: MetadataFacts) => (Refusal | false)[]

const dates: Check = ({ content: { draftedOn, effectiveOn, expiresOn }, today }) => [
  draftedOn !== null && draftedOn > today && { code: 'drafted-ahead', field: 'draftedOn' },
  draftedOn !== null && effectiveOn !== null && effectiveOn < draftedOn && { code: 'effective-before-drafted', field: 'effectiveOn' },
  effectiveOn !== null && expiresOn !== null && expiresOn < effectiveOn && { code: 'expires-before-effective', field: 'expiresOn' },
  effectiveOn === null && draftedOn !== null && expiresOn !== null && expiresOn < draftedOn && { code: 'expires-before-effective', field: 'expiresOn' },
]

const classes: Check = ({ content, historic }) => [
  !(documentKinds as readonly string[]).includes(content.kind) && { code: 'kind-unknown', field: 'kind', article: 'official-documents-2012/8' },
  content.theme === null && !historic && { code: 'theme-missing', field: 'theme' },
  content.theme !== null && !themeLeaves.includes(content.theme) && { code: 'theme-not-leaf', field: 'theme' },
]

const mode: Check = ({ content }) => {
  if (content.disclosureMode === 'internal') return []
  if (content.disclosureMode === 'proactive') {
    return [content.columnIds.length === 0 && { code: 'columns-missing', field: 'columnIds', article: 'platform-2019/columns' }]
  }
  return [
    content.modeReason.trim() === '' && { code: 'mode-reason-missing', field: 'modeReason', article: 'ogi-2019/13' },
    content.modeArticle === null && { code: 'mode-article-missing', field: 'modeArticle', article: 'ogi-2019/13' },
    content.modeArticle !== null && !(content.modeArticle in modeArticles) && { code: 'mode-article-unknown', field: 'modeArticle', article: 'ogi-2019/13' },
  ]
}

const origin: Check = ({ content }) => [
  content.sourceUrl !== null && !/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(content.sourceUrl) && { code: 'source-address-malformed', field: 'sourceUrl' },
  content.sourceUrl !== null && content.source.trim() === '' && { code: 'source-missing', field: 'source', article: 'site-guide-2017/repost' },
]

const validity: Check = ({ content, today, documentId }) => [
  content.validity === 'expired' && content.expiresOn === null && { code: 'expired-without-day', field: 'expiresOn' },
  content.validity === 'valid' && content.expiresOn !== null && content.expiresOn < today && { code: 'valid-but-expired', field: 'validity' },
  content.validity === 'valid' && content.replacedBy !== null && { code: 'valid-but-replaced', field: 'validity' },
  content.replacedBy === documentId && { code: 'replaced-by-itself', field: 'replacedBy' },
]

const substance: Check = ({ content, attachments, revises }) => [
  content.title.trim() === '' && { code: 'title-missing', field: 'title' },
  content.bodyText.trim() === '' && attachments === 0 && { code: 'body-missing', field: 'bodyHtml' },
  revises && content.changeNote.trim() === '' && { code: 'change-note-missing', field: 'changeNote', article: 'ogi-2019/6' },
]

/** Everything that must be put right before submission, in the order of the form. */
export function metadataFindings(of: MetadataFacts): Refusal[] {
  const number = normaliseDocumentNumber(of.content.documentNumber ?? '')
  const found = [substance, classes, dates, validity, mode, origin].flatMap((check) => check(of)).filter((one) => one !== false)
  return number.ok ? found : [...found, ...number.refusals]
}
