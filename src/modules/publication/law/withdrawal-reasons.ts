// Why something was withdrawn: an official chooses, the public reads the neutral sentence.
import type { Article } from '../../../kernel/article.ts'

export const withdrawalReasons = {
  'wrong-content': { title: '内容有误', public: '内容有误，正在核实更正', article: 'ogi-2019/6' },
  'personal-privacy': { title: '涉及个人隐私', public: '依法不再公开', article: 'ogi-2019/15' },
  'trade-secret': { title: '涉及商业秘密', public: '依法不再公开', article: 'ogi-2019/15' },
  'state-secret': { title: '保密原因', public: '依法不再公开', article: 'ogi-2019/14' },
  'not-to-be-disclosed': { title: '不属于公开范围', public: '依法不再公开', article: 'ogi-2019/16' },
  'penalty-changed': { title: '行政处罚决定被变更、撤销、确认违法或者无效', public: '原决定已依法变更或者撤销', article: 'penalty-2021/48' },
  duplicate: { title: '重复发布', public: '重复发布，以另一索引号为准', article: 'ogi-2019/8' },
  adjusted: { title: '公开属性动态调整', public: '公开属性已依法调整', article: 'ogi-2019/18' },
} as const satisfies Record<string, { title: string; public: string; article: Article }>

export type WithdrawalReason = keyof typeof withdrawalReasons
