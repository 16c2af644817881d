// What the reader of reports may find: how grave each is, and what it is called.
// error: whatever the reading, one of the figures is wrong, or what the form orders is missing; warning: very probably wrong, yet another reading is
// thinkable; remark: to be looked at, or what could not be judged.
export type Severity = 'error' | 'warning' | 'remark'

interface Row {
  readonly title: string
  readonly severity: Severity
}

export const findingRows = {
  'sum-of-cells': { title: '表内合计', severity: 'error' },
  'part-exceeds-whole': { title: '部分大于总数', severity: 'error' },
  'cell-unreadable': { title: '单元格内容', severity: 'error' },
  'cell-blank': { title: '空白单元格', severity: 'warning' },
  'unit-missing': { title: '计量单位缺失', severity: 'remark' },
  'wrong-form': { title: '报告格式', severity: 'error' },
  'text-against-table': { title: '文字与表格', severity: 'warning' },
  'parts-against-total': { title: '总数与分项', severity: 'warning' },
  'rate-differs': { title: '比率', severity: 'remark' },
  'approximation-doubled': { title: '约数', severity: 'remark' },
  'items-announced': { title: '事项数与列举', severity: 'error' },
  contradiction: { title: '前后矛盾', severity: 'warning' },
  'foreign-unit': { title: '他单位文字', severity: 'warning' },
  'date-damaged': { title: '日期残缺', severity: 'error' },
  'date-impossible': { title: '日期不存在', severity: 'error' },
  'number-damaged': { title: '数字、文号残缺', severity: 'error' },
  'part-missing': { title: '缺少部分', severity: 'error' },
  'part-empty': { title: '部分无内容', severity: 'error' },
  'part-order': { title: '部分顺序', severity: 'error' },
  'citation-differs': { title: '引用文件', severity: 'warning' },
  'published-late': { title: '公布时间', severity: 'error' },
  'carry-over': { title: '上年结转', severity: 'error' },
  'in-force': { title: '现行有效件数', severity: 'warning' },
  'not-published': { title: '公布期限', severity: 'error' },
  'not-handed-in': { title: '报送期限', severity: 'warning' },
  'region-sum': { title: '本地区汇总', severity: 'warning' },
  'typed-otherwise': { title: '与系统统计不同', severity: 'remark' },
  'count-moved': { title: '系统数据有变化', severity: 'remark' },
  // of a report that is being written
  'reference-flawed': { title: '引用的数字', severity: 'error' },
  'figure-typed': { title: '手工填写的数字', severity: 'remark' },
  'problems-denied': { title: '问题部分', severity: 'warning' },
  'not-judged': { title: '未能核对', severity: 'remark' },
} as const satisfies Record<string, Row>

export type FindingCode = keyof typeof findingRows
