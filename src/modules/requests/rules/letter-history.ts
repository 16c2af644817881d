// What an answer says of its own course: correction, reasons, fee, opinions, extension. Names no third party.
import { chineseDay } from '../../../kernel/day.ts'
import type { CaseFacts } from './facts.ts'

/** One line, empty where nothing happened between receipt and answer. */
export function historyOf({ correction, reasons, fee, consultations, extension, deferredTo }: CaseFacts): string {
  const asked = (kind: 'third-party' | 'co-maker', whom: string): string[] => {
    const days = [...new Set(consultations.filter((one) => one.kind === kind).map(({ sentOn }) => chineseDay(sentOn)))]
    return days.length > 0 ? [`本机关于${days.join('、')}征求${whom}的意见。`] : []
  }
  return [
    ...(correction
      ? [`本机关于${chineseDay(correction.askedOn)}告知补正${correction.receivedOn ? `，于${chineseDay(correction.receivedOn)}收到补正` : ''}。`]
      : []),
    ...(reasons ? [`本机关于${chineseDay(reasons.askedOn)}要求说明理由。`] : []),
    ...(fee ? [`本机关于${chineseDay(fee.notifiedOn)}通知缴纳信息处理费${fee.paidOn ? `，费用于${chineseDay(fee.paidOn)}缴纳` : ''}。`] : []),
    ...asked('third-party', '第三方'),
    ...asked('co-maker', '共同制作机关'),
    ...(extension ? [`答复期限经批准延长${extension.days}个工作日。`] : []),
    ...(deferredTo ? [`本机关确定延迟至${chineseDay(deferredTo)}以前答复。`] : []),
  ].join('')
}
