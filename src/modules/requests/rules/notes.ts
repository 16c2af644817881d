// What a taken step says besides its name: one sentence for each thing recorded with it, for the time-line.
import { chineseDay } from '../../../kernel/day.ts'
import { feeMethods } from '../law/fees.ts'
import { outcomes } from '../law/outcomes.ts'
import { serviceWays } from '../law/service.ts'
import type { StepInput, TakenStep } from './facts.ts'
import { feeFor } from './fees.ts'

const numberTitles: Partial<Record<TakenStep['step'], string>> = { seal: '发文字号', archive: '档号' }

export function notesOf({ step, input }: Pick<TakenStep, 'step' | 'input'>): string[] {
  const { until, fee, payment, extension, other, consultation, opinion, outcome, number, service, lead, parts, origin, agreed, legality }: StepInput = input
  return [
    ...(until ? [`截止日期：${chineseDay(until)}`] : []),
    ...(fee
      ? [
          `${feeMethods[fee.method].title}：${fee.method === 'per-request' ? `当月第${fee.nth}件起 ` : ''}${fee.units}${feeMethods[fee.method].unit}，计${feeFor(fee)}元`,
        ]
      : []),
    ...(payment ? [`票据号：${payment.receipt}`] : []),
    ...(extension ? [`延长${extension.days}个工作日，${extension.consentBy}同意`] : []),
    ...(other ? [`对象：${other.name}`] : []),
    ...(consultation ? [`征求意见第${consultation}件`] : []),
    ...(opinion ? [opinion === 'agreed' ? '同意公开' : '不同意公开'] : []),
    ...(outcome ? [`处理结果：${outcomes[outcome.name].title}`] : []),
    ...(legality ? ['须经合法性审查'] : []),
    ...(number ? [`${numberTitles[step] ?? '编号'}：${number}`] : []),
    ...(lead ? [`与${lead}一并办理`] : []),
    ...(parts ? [`分出：${parts.join('、')}`] : []),
    ...(origin ? [`由${origin}分出`] : []),
    ...(agreed ? ['同意电子送达'] : []),
    ...(service ? [`${serviceWays[service.way].title}：${service.proof}`] : []),
  ]
}
