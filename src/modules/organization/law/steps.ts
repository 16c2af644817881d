// What can be done to units and people: closed list of names in `organization.step_taken`.
import type { Article } from '../../../kernel/article.ts'

export const steps = {
  'create-unit': { title: '设立机构', article: 'ogi-2019/20' },
  'change-unit': { title: '变更机构信息', article: 'ogi-2019/20' },
  'end-unit': { title: '撤并机构', article: 'ogi-2019/20' },
  'put-person': { title: '登记人员', article: 'ogi-2019/4' },
  'give-post': { title: '任职', article: 'ogi-2019/20' },
  'change-post': { title: '变更职务信息', article: 'ogi-2019/20' },
  'end-post': { title: '免职', article: 'ogi-2019/20' },
  'put-leading-group': { title: '设立或调整领导小组', article: 'ogi-2019/3' },
  'end-leading-group': { title: '撤销领导小组', article: 'ogi-2019/3' },
  'seat-member': { title: '领导小组成员任职', article: 'ogi-2019/3' },
  'unseat-member': { title: '领导小组成员离任', article: 'ogi-2019/3' },
  'name-responsible-person': { title: '确定第一责任人和联系人', article: 'ogi-2019/4' },
} as const satisfies Record<string, { title: string; article: Article }>

export type StepName = keyof typeof steps
