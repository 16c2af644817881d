// The life of a document as one line: draft and consultation, the document, interpretation, amendment, repeal; in the order of their days.
import { daysBetween, type Day } from '../../../kernel/day.ts'
import { interpretationForms, relationKinds, type InterpretationForm, type RelationKindName } from '../law/relation-kinds.ts'

export interface CoreDocument {
  readonly id: string
  readonly title: string
  readonly publishedOn: Day
  readonly draftedOn: Day | null
  readonly effectiveOn: Day | null
  readonly expiresOn: Day | null
  readonly validity: 'valid' | 'amended' | 'expired' | 'repealed'
  /** Day of the text that the public reads now: of the one that says it is repealed, where it is. */
  readonly changedOn: Day
  readonly replacedBy: { readonly id: string; readonly title: string } | null
  /** Last day of the survey of its readers; null before that. */
  readonly surveyedOn: Day | null
}

export interface Related {
  readonly id: string
  readonly title: string
  readonly publishedOn: Day
  readonly kind: RelationKindName
  readonly form: InterpretationForm | null
  readonly periodFrom: Day | null
  readonly periodTo: Day | null
  readonly shortReason: string
}

export interface LifeStep {
  readonly step: string
  readonly on: Day
  /** Last day where it took longer than one. */
  readonly until: Day | null
  readonly note: string
  /** The document that the step leads to; null where it is a day of the document itself. */
  readonly document: { readonly id: string; readonly title: string } | null
  /** The reader is on this document. */
  readonly here: boolean
}

/** Among steps of one day. */
const order: readonly string[] = [
  '草案征求意见',
  '公开征求意见',
  '意见采纳反馈',
  '文件发布',
  '政策解读',
  '施行',
  '执行情况',
  '实施效果调查',
  '修改',
  '文件清理',
  '失效',
  '废止',
]

function stepsOf(one: Related, here: string): LifeStep[] {
  const { id, title, kind, form, periodFrom, periodTo, shortReason } = one
  const note = form === null ? '' : interpretationForms[form]
  const step: LifeStep = { step: relationKinds[kind].step, on: one.publishedOn, until: null, note, document: { id, title }, here: id === here }
  if (kind !== 'consults' || periodFrom === null || periodTo === null) return [step]
  const length = `共 ${daysBetween(periodFrom, periodTo) + 1} 天`
  return [
    step,
    { step: '公开征求意见', on: periodFrom, until: periodTo, note: shortReason === '' ? length : `${length}，${shortReason}`, document: null, here: false },
  ]
}

/** Empty where the document stands alone: its own days are told beside it. */
export function lifeLine(core: CoreDocument, related: readonly Related[], here: string): LifeStep[] {
  if (related.length === 0) return []
  const own = (step: string, on: Day | null, document: LifeStep['document'] = null, note = ''): LifeStep[] =>
    on === null ? [] : [{ step, on, until: null, note, document, here: false }]
  const ended = related.some(({ kind }) => kind === 'repeals')
  const steps: LifeStep[] = [
    ...related.flatMap((one) => stepsOf(one, here)),
    { step: '文件发布', on: core.publishedOn, until: null, note: '', document: { id: core.id, title: core.title }, here: core.id === here },
    ...own('施行', core.effectiveOn !== core.publishedOn ? core.effectiveOn : null),
    ...own('实施效果调查', core.surveyedOn),
    ...own('失效', core.validity === 'expired' ? core.expiresOn : null),
    ...own('废止', core.validity === 'repealed' && !ended ? core.changedOn : null, core.replacedBy, core.replacedBy ? '由新文件取代' : ''),
  ]
  return steps.toSorted(
    (a, b) => a.on.localeCompare(b.on) || order.indexOf(a.step) - order.indexOf(b.step) || (a.document?.id ?? '').localeCompare(b.document?.id ?? ''),
  )
}
