// Chinese labels of a unit's fields, for the change history and the export.
import type { UnitFacts } from './unit.ts'

export const unitLabels = {
  name: '名称',
  shortName: '简称',
  organizationCode: '组织机构代码',
  creditCode: '统一社会信用代码',
  slug: '网址标识',
  duties: '职能',
  address: '地址',
  officeHours: '办公时间',
  phone: '电话',
  fax: '传真',
  email: '电子邮箱',
  postcode: '邮政编码',
  position: '排序',
  hasOwnStaff: '有专人办理',
  emptyColumns: '空栏目显示',
} as const satisfies Partial<Record<keyof UnitFacts, string>>
