// What a structured document and its page metadata give for the fields of an edition; what cannot be mapped is told.
import { isDay, type Day } from '../../../../kernel/day.ts'
import { readWrittenDate } from '../../../../kernel/written-date.ts'
import { documentKinds } from '../../../../law/document-kinds.ts'
import { themeLeaves } from '../../../../law/themes.ts'
import type { Validity } from '../../law/metadata.ts'
import { modeWords, validityWords, type PageFieldName } from '../../law/page-metadata.ts'
import { blankContent, type TypedContent } from '../content.ts'
import { fold } from './fold.ts'
import { valueOf, type LiftedField } from './page-metadata.ts'
import { finding, type Finding } from './report.ts'
import type { StructuredDocument } from './structure.ts'

export interface DraftedFields {
  readonly content: Omit<TypedContent, 'bodyHtml'>
  readonly doubtful: readonly Finding[]
}

/** What a former site said of the page, for old stock. */
export interface FormerPage {
  readonly originalPublishedOn: Day | null
  readonly originalIndexNumber: string | null
  readonly originalAddress: string | null
}

const longestKeyword = 30
const mostKeywords = 10

/** 关于…的通知 is a 通知; what has no official kind is 其他. */
export function kindOf(title: string, genre: string | undefined): string {
  const named = genre ? documentKinds.find((kind) => kind === fold(genre).trim()) : undefined
  if (named) return named
  const bare = fold(title).replace(/[(（][^)）]*[)）]$/, '')
  return (
    documentKinds.find((kind) => kind !== '其他' && kind !== '函' && bare.endsWith(kind)) ??
    (/(?:^|[^公])函$/.test(bare) ? '函' : /(?:命令|令)$/.test(bare) ? '命令（令）' : '其他')
  )
}

/** `综合政务 / 政务公开`, `综合政务>政务公开` or the leaf alone, where only one class has it. */
export function themeOf(written: string): string | null {
  const parts = fold(written)
    .split(/[\\/>＞»|]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const exact = themeLeaves.find((leaf) => leaf === parts.join('\\'))
  if (exact) return exact
  const last = parts.at(-1)
  const ending = themeLeaves.filter((leaf) => leaf.endsWith(`\\${last}`))
  return ending.length === 1 && last !== '其他' ? (ending[0] ?? null) : null
}

const dayOfField = (fields: readonly LiftedField[], name: PageFieldName): Day | null => {
  const field = valueOf(fields, name)
  return field ? (readWrittenDate(field.value)?.day ?? null) : null
}

export function draftedFields(document: StructuredDocument, importingUnit: string | undefined, columnIds: readonly string[]): DraftedFields {
  const { fields } = document
  const doubtful: Finding[] = []
  const unknown = (name: PageFieldName): void => {
    const field = valueOf(fields, name)
    if (field) doubtful.push(finding('page-field-unknown', field.value, { field: name, facts: { label: field.label, value: field.value } }))
  }
  const mapped = <Value>(name: PageFieldName, words: Readonly<Record<string, Value>>, otherwise: Value): Value => {
    const field = valueOf(fields, name)
    const value = field ? words[fold(field.value).replace(/\s/g, '')] : undefined
    if (field && value === undefined) unknown(name)
    return value ?? otherwise
  }
  const themeField = valueOf(fields, 'themeCategory')
  const theme = themeField ? themeOf(themeField.value) : null
  if (themeField && !theme) unknown('themeCategory')
  const keywords = (valueOf(fields, 'keywords')?.value ?? '').split(/[;；,，、|\s]+/).filter((word) => word !== '' && word.length <= longestKeyword)
  const source = valueOf(fields, 'source')?.value ?? (document.signedBy && document.signedBy !== importingUnit ? document.signedBy : '')
  const disclosureMode = mapped('disclosureMode', modeWords, 'proactive')
  const validity = mapped<Validity>('validity', validityWords, 'valid')
  return {
    content: {
      ...blankContent,
      title: document.title,
      kind: kindOf(document.title, valueOf(fields, 'genre')?.value),
      theme,
      columnIds: [...columnIds],
      keywords: keywords.slice(0, mostKeywords),
      summary: valueOf(fields, 'summary')?.value ?? '',
      documentNumber: document.documentNumber,
      draftedOn: document.draftedOn,
      effectiveOn: dayOfField(fields, 'effectiveOn'),
      expiresOn: dayOfField(fields, 'expiresOn'),
      validity,
      disclosureMode,
      responsibleDepartment: valueOf(fields, 'responsibleDepartment')?.value ?? '',
      source,
    },
    doubtful,
  }
}

/** Day, number and address under which a former site published the page; 生成日期 stands in for a missing 发布日期. */
export function formerPageOf(fields: readonly LiftedField[], meta: Readonly<Record<string, string>>): FormerPage {
  const published = readWrittenDate(meta['PubDate'] ?? '')?.day ?? dayOfField(fields, 'publishedOn') ?? dayOfField(fields, 'createdOn')
  const address = valueOf(fields, 'address')?.value ?? meta['Url'] ?? null
  return {
    originalPublishedOn: published && isDay(published) ? published : null,
    originalIndexNumber: valueOf(fields, 'indexNumber')?.value ?? null,
    originalAddress: address && /^(?:https?:\/\/|\/)/i.test(address) ? address : null,
  }
}
