// What people are told when the catalogue refuses.
import type { Sentences } from '../../platform/http/routes.ts'

export const catalogueSentences: Sentences = {
  'entry-field-missing': '请填写领域。',
  'entry-item-missing': '请填写一级事项。',
  'entry-too-long': '内容太长，最多 {most} 字。',
  'entry-rhythm-day': '按周公开的，日期填星期几（1 至 7）。',
  'entry-changed-meanwhile': '别人刚改过这个条目，请刷新后再改。',
  'entry-ended': '这个条目已经终止。',
  'entry-begins-too-early': '生效日期不能早于现行版本的生效日期（{day}）。',
  'catalogue-empty': '文件里没有可以读取的内容。',
  'catalogue-file-missing': '请选择一个 XLSX 文件。',
  'catalogue-nothing-to-export': '没有可以导出的条目，请放宽筛选条件。',
  'file-not-a-sheet': '不是 XLSX 文件。旧的 XLS 文件请在 Excel 或 WPS 中另存为 XLSX 后再导入。',
  'file-too-many-cells': '表格太大，或者声明了不合理的合并单元格，请只保留目录内容后再导入。',
  'import-applied-before': '这次导入已经应用过。',
  'import-preview-stale': '预览之后目录有了变动，请刷新差异后重新选择。',
  'sheet-hidden': '隐藏的工作表不导入，请取消隐藏后再导入。',
  'sheet-without-head': '没有找到标准目录的表头（公开事项、公开内容、公开时限）。',
  'row-without-item': '没有一级事项。',
  'row-without-content': '没有公开内容（要素）。',
  'row-too-long': '有的单元格内容太长。',
  'row-twice': '与上面的一行完全相同。',
}
