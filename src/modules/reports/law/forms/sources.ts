// How each cell of a form is counted: by a named source of the system, or by a person who says where the figure comes from.
import { channelGroups, type ChannelGroup } from '../../../channels/law/channels.ts'
import { applicantKindNames, type ApplicantKind } from '../../../requests/law/applicants.ts'
import { channels as ways, type ChannelName as Way } from '../../../requests/law/channels.ts'
import { outcomeNames, type OutcomeName } from '../../../requests/law/outcomes.ts'
import { formRows, remedyColumnNames, type FormLine, type RemedyColumn, type RemedyRow } from '../../../requests/law/yearly-form.ts'
import { answerRows, type AnswerRow } from './answers-2008.ts'
import { remedyKeys } from './requests-table.ts'
import { keyOf, type Form } from './shape.ts'

export type DocumentFigure = 'made' | 'published' | 'repealed' | 'inForce' | 'standing'

export type CellSource =
  /** Lines of the yearly table of applications, added up. */
  | { readonly by: 'requests'; readonly lines: readonly FormLine[]; readonly kind: ApplicantKind | 'all' }
  | { readonly by: 'remedies'; readonly rows: readonly RemedyRow[]; readonly columns: readonly RemedyColumn[] }
  | { readonly by: 'documents'; readonly figure: DocumentFigure }
  /** Pieces made public: each once, or each once on a kind of channel. */
  | { readonly by: 'published'; readonly on: 'anywhere' | ChannelGroup }
  /** Applications of a year before 2019: what came in by these ways, what was concluded, and with what answer. */
  | { readonly by: 'received'; readonly ways: readonly Way[] }
  | { readonly by: 'concluded'; readonly in: 'all' | 'time' | 'extension' }
  | { readonly by: 'answers'; readonly outcomes: readonly OutcomeName[] }
  | { readonly by: 'complaints' }
  | { readonly by: 'reading-points' }
  | { readonly by: 'interpretations' }
  /** Does not concern the units of a county; a unit that it concerns types over it. */
  | { readonly by: 'nobody'; readonly why: string }
  /** The system does not know it: typed, with where it comes from. */
  | { readonly by: 'hand' }

const hand: CellSource = { by: 'hand' }
const noRules: CellSource = { by: 'nobody', why: '县级以下机关没有规章制定权' }

const requestSources = (form: Form): [string, CellSource][] =>
  form.tables
    .filter(({ key }) => key === 'requests')
    .flatMap(({ rows }) =>
      rows.flatMap((row) => {
        // the form of 2019 has one row for all three of 其他处理
        const lines: readonly FormLine[] = row.counts ? [row.counts] : (['not-corrected', 'fee-unpaid', 'other'] satisfies (keyof typeof formRows)[])
        return row.columns.map((column): [string, CellSource] => [
          keyOf(row, column),
          { by: 'requests', lines, kind: applicantKindNames.find((kind) => kind === column.key) ?? 'all' },
        ])
      }),
    )

const remedySources: readonly [string, CellSource][] = Object.entries(remedyKeys).flatMap(([row, key]) =>
  remedyColumnNames.map((column): [string, CellSource] => [`${key}.${column}`, { by: 'remedies', rows: [row as RemedyRow], columns: [column] }]),
)

const documents = (columns: Readonly<Record<string, DocumentFigure>>): [string, CellSource][] =>
  Object.entries(columns).flatMap(([column, figure]): [string, CellSource][] => [
    [`documents.${column}`, { by: 'documents', figure }],
    [`rules.${column}`, noRules],
  ])

const groupKeys: readonly [string, ChannelGroup][] = [
  ['a2_1', 'gazette'],
  ['a2_2', 'website'],
  ['a2_3', 'micro-blog'],
  ['a2_4', 'wechat'],
  ['a2_5', 'other'],
]

const wayKeys = {
  counter: 'c1_1',
  oral: 'c1_1',
  fax: 'c1_2',
  online: 'c1_3',
  email: 'c1_3',
  'post-signed': 'c1_4',
  'post-plain': 'c1_4',
} as const satisfies Record<Way, string>

const waysOf = (key?: string): Way[] => (Object.keys(ways) as Way[]).filter((way) => key === undefined || wayKeys[way] === key)

/** What is a sum in the sheet is counted as the sum of its rows. */
const outcomesOf = (...rows: readonly AnswerRow[]): OutcomeName[] => outcomeNames.filter((name) => rows.some((row) => answerRows[name] === row))
const refusals = ['c3_4a', 'c3_4b', 'c3_4c', 'c3_4d', 'c3_4e', 'c3_4f'] as const satisfies readonly AnswerRow[]
const otherAnswers = ['c3_1', 'c3_2', 'c3_3', 'c3_5', 'c3_6', 'c3_7', 'c3_8'] as const satisfies readonly AnswerRow[]

const results = {
  '1': ['upheld'],
  '2': ['corrected'],
  '3': ['other', 'open'],
  '': ['total'],
} as const satisfies Record<string, readonly RemedyColumn[]>

const indicators = (): [string, CellSource][] => [
  ['a1', { by: 'published', on: 'anywhere' }],
  ['a1a', { by: 'documents', figure: 'published' }],
  ['a1b', { by: 'documents', figure: 'made' }],
  ...groupKeys.map(([key, group]): [string, CellSource] => [key, { by: 'published', on: group }]),
  ['b2_3', { by: 'interpretations' }],
  ['c1', { by: 'received', ways: waysOf() }],
  ...['c1_1', 'c1_2', 'c1_3', 'c1_4'].map((key): [string, CellSource] => [key, { by: 'received', ways: waysOf(key) }]),
  ['c2', { by: 'concluded', in: 'all' }],
  ['c2_1', { by: 'concluded', in: 'time' }],
  ['c2_2', { by: 'concluded', in: 'extension' }],
  ['c3', { by: 'answers', outcomes: outcomesOf(...otherAnswers, ...refusals) }],
  ['c3_4', { by: 'answers', outcomes: outcomesOf(...refusals) }],
  ...[...otherAnswers, ...refusals]
    // business secrets and privacy are one outcome here: a person tells them apart
    .filter((row) => row !== 'c3_4b' && row !== 'c3_4c')
    .map((row): [string, CellSource] => [row, { by: 'answers', outcomes: outcomesOf(row) }]),
  ...Object.entries(results).flatMap(([end, columns]): [string, CellSource][] => [
    [`d${end}`, { by: 'remedies', rows: ['reconsideration'], columns }],
    [`e${end}`, { by: 'remedies', rows: ['lawsuit-direct', 'lawsuit-after'], columns }],
  ]),
  ['f', { by: 'complaints' }],
  ['h2', { by: 'reading-points' }],
]

function sourcesOf(form: Form): ReadonlyMap<string, CellSource> {
  if (form.generation === 'A') return new Map(indicators())
  const columns: Readonly<Record<string, DocumentFigure>> =
    form.generation === 'B' ? { made: 'made', published: 'published', public: 'standing' } : { made: 'made', repealed: 'repealed', inForce: 'inForce' }
  return new Map([...documents(columns), ...requestSources(form), ...remedySources])
}

const known = new Map<Form, ReadonlyMap<string, CellSource>>()

export function sourceOf(form: Form, key: string): CellSource {
  const sources = known.get(form) ?? sourcesOf(form)
  known.set(form, sources)
  return sources.get(key) ?? hand
}
const documentWords: Readonly<Record<DocumentFigure, string>> = {
  made: '履职依据栏目里有文号的文件，成文日期在本年',
  published: '履职依据栏目里有文号的文件，首次公开日期在本年',
  repealed: '履职依据栏目里有文号的文件，本年内被废止',
  inForce: '履职依据栏目里有文号的文件，年末仍然有效',
  standing: '履职依据栏目里有文号的文件，年末对外公开的总数',
}

/** Where the figure comes from, in a sentence that an official can check by hand. */
export function sourceWords(source: CellSource): string {
  switch (source.by) {
    case 'requests':
      return '公开申请的办理记录：收到日期、办结日期和处理结果'
    case 'remedies':
      return source.columns.length > 1 ? '行政复议、行政诉讼的办理记录；尚未审结的计入其他情形' : '行政复议、行政诉讼的办理记录：收到日期、结果和结果日期'
    case 'documents':
      return documentWords[source.figure]
    case 'published':
      return source.on === 'anywhere' ? '首次公开日期在本年的信息，不同渠道公开相同信息计1条' : `本年首次在${channelGroups[source.on]}公开的信息`
    case 'received':
      return '本年收到的公开申请，按提交渠道'
    case 'concluded':
      return source.in === 'all'
        ? '本年办结的公开申请'
        : source.in === 'time'
          ? '本年办结，没有延期也没有逾期的公开申请'
          : '本年办结，经过延期或者逾期的公开申请'
    case 'answers':
      return '本年办结的公开申请，按处理结果；保护第三方权益的计入“法律法规规定的其他情形”，请核对案卷后改列为商业秘密或者个人隐私'
    case 'complaints':
      return '本年收到的投诉举报'
    case 'reading-points':
      return '年末在用的公开查阅点'
    case 'interpretations':
      return '本年公开、与所解读文件相互关联的政策解读'
    case 'nobody':
      return source.why
    case 'hand':
      return '系统没有这项数据，由填报人填写并注明来源'
  }
}
