// What an author writes, as the module carries it about; the body is clean, and its words stand beside it.
import type { Day } from '../../../kernel/day.ts'
import type { DisclosureMode, Validity } from '../law/metadata.ts'

export interface EditionContent {
  readonly title: string
  readonly kind: string
  readonly theme: string | null
  readonly columnIds: readonly string[]
  readonly keywords: readonly string[]
  readonly summary: string
  readonly documentNumber: string | null
  readonly draftedOn: Day | null
  readonly effectiveOn: Day | null
  readonly expiresOn: Day | null
  readonly validity: Validity
  readonly replacedBy: string | null
  readonly disclosureMode: DisclosureMode
  readonly modeReason: string
  readonly modeArticle: string | null
  readonly responsibleDepartment: string
  readonly source: string
  readonly sourceUrl: string | null
  readonly important: boolean
  readonly changeNote: string
  readonly bodyHtml: string
  readonly bodyText: string
}

/** What can be typed: all but the words of the body, which follow from it. */
export type TypedContent = Omit<EditionContent, 'bodyText'>

export const blankContent: TypedContent = {
  title: '',
  kind: '其他',
  theme: null,
  columnIds: [],
  keywords: [],
  summary: '',
  documentNumber: null,
  draftedOn: null,
  effectiveOn: null,
  expiresOn: null,
  validity: 'valid',
  replacedBy: null,
  disclosureMode: 'proactive',
  modeReason: '',
  modeArticle: null,
  responsibleDepartment: '',
  source: '',
  sourceUrl: null,
  important: false,
  changeNote: '',
  bodyHtml: '',
}
