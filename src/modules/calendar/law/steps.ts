// What can happen to the calendar: closed list of names in `calendar.step_taken`.
export const steps = {
  'enter-year': { title: '录入年度放假安排' },
  'correct-year': { title: '更正年度放假安排' },
  'extend-year': { title: '下一年度通知涉及本年12月' },
  recount: { title: '按新的放假安排重新计算期限' },
  remind: { title: '提醒录入年度放假安排' },
} as const satisfies Record<string, { title: string }>

export type StepName = keyof typeof steps
