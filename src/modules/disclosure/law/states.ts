// Where an edition is. How it ended and whether it is late are other questions.
export const states = {
  draft: { title: '草稿', end: false },
  'section-review': { title: '待审核（科室）', end: false },
  'secrecy-review': { title: '待保密审查', end: false },
  confirming: { title: '待会签', end: false },
  signing: { title: '待签发', end: false },
  'signing-important': { title: '待主要领导签发', end: false },
  signed: { title: '待发布', end: false },
  returned: { title: '已退回', end: false },
  published: { title: '已发布', end: false },
  superseded: { title: '已被新版本取代', end: true },
  withdrawn: { title: '已撤下', end: true },
  discarded: { title: '已作废', end: true },
} as const

export type State = keyof typeof states
