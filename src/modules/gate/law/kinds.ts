// What the release gate looks for: one row per check, and one per thing that it can find.
import type { Article } from '../../../kernel/article.ts'

export const kinds = {
  metadata: '必填项目',
  secrecy: '保密审查',
  identity: '公民身份号码',
  mobile: '个人电话',
  'bank-card': '银行卡号',
  address: '家庭住址',
  'unified-code': '统一社会信用代码',
  placeholder: '空白和占位文字',
  wording: '错敏词和规范用语',
  'foreign-unit': '他单位文字',
  leader: '领导职务',
  date: '日期',
  'document-number': '文号',
  'table-sum': '表格合计',
  'prose-sum': '文字合计',
  link: '链接',
  picture: '图片替代文字',
  attachment: '附件',
} as const

export type Kind = keyof typeof kinds

/** An error stands against release until it is mended or waived, and so does a warning; a remark only tells. */
export const severities = { error: '错误', warning: '提醒', remark: '提示' } as const
export type Severity = keyof typeof severities

interface FindingRow {
  readonly kind: Kind
  readonly severity: Severity
  readonly article: Article
  /** Tells of a person: only the secrecy reviewer waives it, and it stands against old stock too. */
  readonly personal?: true
  /** Must be there: it can be mended, never waived. */
  readonly mandatory?: true
}

const accuracy = 'ogi-2019/6' as const
const privacy = 'ogi-2019/15' as const

const rows = {
  'title-missing': { kind: 'metadata', severity: 'error', article: 'index-number-guide/2', mandatory: true },
  'kind-missing': { kind: 'metadata', severity: 'error', article: 'index-number-guide/2', mandatory: true },
  'unit-missing': { kind: 'metadata', severity: 'error', article: 'ogi-2019/10', mandatory: true },
  'column-missing': { kind: 'metadata', severity: 'error', article: 'ogi-2019/24', mandatory: true },
  'text-missing': { kind: 'metadata', severity: 'error', article: 'ogi-2019/24', mandatory: true },
  'secrecy-unreviewed': { kind: 'secrecy', severity: 'error', article: 'secrecy-rules-2024/42', mandatory: true },

  'identity-number': { kind: 'identity', severity: 'error', article: privacy, personal: true },
  'identity-number-old': { kind: 'identity', severity: 'error', article: privacy, personal: true },
  'identity-number-doubtful': { kind: 'identity', severity: 'error', article: privacy, personal: true },
  'mobile-number': { kind: 'mobile', severity: 'error', article: privacy, personal: true },
  'mobile-number-office': { kind: 'mobile', severity: 'warning', article: privacy },
  'home-phone': { kind: 'mobile', severity: 'error', article: privacy, personal: true },
  'bank-card-number': { kind: 'bank-card', severity: 'error', article: privacy, personal: true },
  'home-address': { kind: 'address', severity: 'error', article: privacy, personal: true },
  'unified-code-wrong': { kind: 'unified-code', severity: 'warning', article: accuracy },

  'placeholder-text': { kind: 'placeholder', severity: 'error', article: accuracy },
  'wrong-word': { kind: 'wording', severity: 'warning', article: accuracy },
  'grave-word': { kind: 'wording', severity: 'error', article: accuracy },
  'word-remark': { kind: 'wording', severity: 'remark', article: accuracy },
  'foreign-unit': { kind: 'foreign-unit', severity: 'warning', article: accuracy },
  'leader-title-wrong': { kind: 'leader', severity: 'warning', article: accuracy },
  'leader-unknown': { kind: 'leader', severity: 'warning', article: accuracy },

  'date-impossible': { kind: 'date', severity: 'error', article: accuracy },
  'date-damaged': { kind: 'date', severity: 'error', article: accuracy },
  'document-number-brackets': { kind: 'document-number', severity: 'warning', article: 'official-documents-2012/9' },
  'document-number-damaged': { kind: 'document-number', severity: 'error', article: 'official-documents-2012/9' },
  'sum-of-table': { kind: 'table-sum', severity: 'warning', article: accuracy },
  'sum-of-sentence': { kind: 'prose-sum', severity: 'remark', article: accuracy },
  'link-malformed': { kind: 'link', severity: 'warning', article: 'site-guide-2017/links' },
  'link-inside': { kind: 'link', severity: 'error', article: 'site-guide-2017/links' },
  'link-dead': { kind: 'link', severity: 'error', article: 'site-guide-2017/links' },
  'alt-missing': { kind: 'picture', severity: 'warning', article: 'site-guide-2017/accessibility' },
} as const satisfies Record<string, FindingRow>

export type FindingCode = keyof typeof rows

export const findingRows: Readonly<Record<FindingCode, FindingRow>> = rows
