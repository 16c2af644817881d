// What a taken step of a remedy says besides its name: one sentence for each thing recorded with it, for the time-line.
import { procedures, remedyKinds, remedyResults, remedyStepRows, type RemedyKind } from '../law/remedy-cases.ts'
import type { TakenRemedyStep } from './remedy-case.ts'

const numberTitle = (step: TakenRemedyStep['step'], kind: RemedyKind): string => (step === 'decide' || step === 'judge' ? '文号' : remedyKinds[kind].number)

export function remedyNotes(kind: RemedyKind, { step, input }: Pick<TakenRemedyStep, 'step' | 'input'>): string[] {
  const { day, acceptedOn, body, number, procedure, days, result } = input
  return [
    ...(day ? [`${remedyStepRows[step].day}：${day}`] : []),
    ...(acceptedOn ? [`受理（立案）：${acceptedOn}`] : []),
    ...(body ? [`${remedyKinds[kind].body}：${body}`] : []),
    ...(number ? [`${numberTitle(step, kind)}：${number}`] : []),
    ...(procedure ? [procedures[procedure]] : []),
    ...(days ? [`延长${days}日`] : []),
    ...(result ? [`结果：${remedyResults[result].title}`] : []),
  ]
}
