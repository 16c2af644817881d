// The form of 2019 and 2020: 国办公开办函〔2019〕60号 (fact sheet 2.4).
import { sixParts } from './form-c.ts'
import { remediesTable, remedySums, requestsTable, requestSums } from './requests-table.ts'
import type { Form, FormColumn, FormRow } from './shape.ts'

const documents: readonly FormColumn[] = [
  { key: 'made', title: '本年新制作数量', kind: 'count' },
  { key: 'published', title: '本年新公开数量', kind: 'count' },
  { key: 'public', title: '对外公开总数量', kind: 'count' },
]
const before: FormColumn = { key: 'before', title: '上一年项目数量', kind: 'count' }
const change: FormColumn = { key: 'change', title: '本年增/减', kind: 'change' }
const powers: readonly FormColumn[] = [before, change, { key: 'decided', title: '处理决定数量', kind: 'count' }]

const rows: readonly FormRow[] = [
  { key: 'rules', title: '规章', label: /规章$/, columns: documents },
  { key: 'documents', title: '规范性文件', label: /规范性文件$/, columns: documents },
  { key: 'licences', title: '行政许可', label: /行政许可$/, columns: powers },
  { key: 'services', title: '其他对外管理服务事项', label: /对外管理服务事项$/, columns: powers },
  { key: 'penalties', title: '行政处罚', label: /行政处罚$/, columns: powers },
  { key: 'coercions', title: '行政强制', label: /行政强制$/, columns: powers },
  { key: 'fees', title: '行政事业性收费', label: /行政事业性收费$/, columns: [before, change] },
  {
    key: 'purchases',
    title: '政府集中采购',
    label: /集中采购$/,
    columns: [
      { key: 'projects', title: '采购项目数量', kind: 'count' },
      { key: 'amount', title: '采购总金额', kind: 'money' },
    ],
  },
]

export const formB: Form = {
  generation: 'B',
  title: '2019年格式',
  years: [2019, 2020],
  article: 'ogi-2019/50',
  sign: /本年新制作数量|上一年项目数量|采购项目数量/,
  tables: [
    { key: 'proactive', title: '主动公开政府信息情况', layout: 'narrow', sign: /第二十条第（一）项|本年新制作数量|上一年项目数量/, rows },
    requestsTable('B'),
    remediesTable,
  ],
  sums: [...requestSums('B'), ...remedySums],
  parts: sixParts,
  headings: true,
}
