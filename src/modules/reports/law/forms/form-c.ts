// The form of 2021: 国办公开办函〔2021〕30号 (fact sheet 2.3).
import { remediesTable, remedySums, requestsTable, requestSums } from './requests-table.ts'
import type { Form, FormColumn, FormPart, FormRow } from './shape.ts'

const documents: readonly FormColumn[] = [
  { key: 'made', title: '本年制发件数', kind: 'count' },
  { key: 'repealed', title: '本年废止件数', kind: 'count' },
  { key: 'inForce', title: '现行有效件数', kind: 'count' },
]
const decided: readonly FormColumn[] = [{ key: '', title: '本年处理决定数量', kind: 'count' }]
const collected: readonly FormColumn[] = [{ key: '', title: '本年收费金额', kind: 'money' }]

const rows: readonly FormRow[] = [
  { key: 'rules', title: '规章', label: /规章$/, columns: documents },
  { key: 'documents', title: '行政规范性文件', label: /规范性文件$/, columns: documents },
  { key: 'licences', title: '行政许可', label: /行政许可$/, columns: decided },
  { key: 'penalties', title: '行政处罚', label: /行政处罚$/, columns: decided },
  { key: 'coercions', title: '行政强制', label: /行政强制$/, columns: decided },
  { key: 'fees', title: '行政事业性收费', label: /行政事业性收费$/, columns: collected, unit: '万元' },
]

/** The six parts, by the words that reports give them: 及 or 和, with or without a note in brackets. */
export const sixParts: readonly FormPart[] = [
  { title: '总体情况', heading: /总体情况|概述|基本情况/ },
  { title: '主动公开政府信息情况', heading: /主动公开/ },
  { title: '收到和处理政府信息公开申请情况', heading: /收到[和与及、]?处理|依申请公开/ },
  { title: '政府信息公开行政复议、行政诉讼情况', heading: /复议/ },
  { title: '存在的主要问题及改进情况', heading: /主要问题|存在问题|存在的问题/ },
  { title: '其他需要报告的事项', heading: /其他(?:需要)?(?:报告|说明)?(?:的)?事项|需要报告的其他/ },
]

export const formC: Form = {
  generation: 'C',
  title: '2021年格式',
  years: [2021, 2099],
  article: 'yearly-report-2021/1',
  sign: /本年制发件数|现行有效件数|本年收费金额/,
  tables: [
    { key: 'proactive', title: '主动公开政府信息情况', layout: 'narrow', sign: /第二十条第（一）项|本年制发件数|本年处理决定数量/, rows },
    requestsTable('C'),
    remediesTable,
  ],
  sums: [...requestSums('C'), ...remedySums],
  parts: sixParts,
  headings: true,
}
