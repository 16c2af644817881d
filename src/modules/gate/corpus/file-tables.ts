// Tables of attachments as an inspection tells them: what must be found in each, by the number of its row and column in the file. All figures are invented.
type Rows = readonly (readonly (string | number)[])[]

export interface FileTableCase {
  readonly because: string
  readonly rows: Rows
  /** Row and column from 1, what stands there and what the parts add up to. */
  readonly finds: readonly (readonly [row: number, column: number, stated: string, expected: string])[]
}

/** Covered by another cell, or out of sight. */
const u = '〃'

export const fileTables: readonly FileTableCase[] = [
  { because: 'a total that is one too many', rows: [['科室', '件数'], ['办公室', 12], ['基础教育科', 30], ['合计', 43]], finds: [[4, 2, '43', '42']] },
  { because: 'a title above the head', rows: [['2026年上半年培训情况统计表', u, u], ['单位', '期数', '人数'], ['一中', 3, 120], ['二中', 2, 80], ['合计', 5, 210]], finds: [[5, 3, '210', '200']] },
  { because: 'a head of two rows', rows: [['单位', '收入', u, '支出'], [u, '拨款', '其他', u], ['一中', 10, 2, 11], ['二中', 20, 3, 22], ['总计', 30, 5, 34]], finds: [[5, 4, '34', '33']] },
  { because: 'two tables on one sheet', rows: [['类别', '数量'], ['甲', 1], ['乙', 2], ['合计', 3], [], ['类别', '数量'], ['丙', 4], ['丁', 5], ['合计', 8]], finds: [[9, 2, '8', '9']] },
  { because: 'a column of totals', rows: [['学校', '男生', '女生', '合计'], ['一小', 10, 12, 22], ['二小', 20, 21, 40], ['三小', 5, 6, 11]], finds: [[3, 4, '40', '41']] },
  { because: 'a subtotal under its group', rows: [['镇', '村', '户数'], ['云水', '东村', 10], [u, '西村', 20], ['小计', u, 31], ['青石', '南村', 7], [u, '北村', 8], ['小计', u, 15]], finds: [[4, 3, '31', '30']] },
  { because: 'groups of one title spelt with blanks', rows: [['项目', '金额（元）'], ['甲', '1000'], ['乙', '2,500'], ['合 计', '3600']], finds: [[4, 2, '3600', '3500']] },

  { because: 'what adds up', rows: [['科室', '件数'], ['办公室', 12], ['基础教育科', 30], ['合计', 42]], finds: [] },
  { because: 'sums of a computer that are off by its own rounding', rows: [['项目', '金额（万元）'], ['甲', '0.1'], ['乙', '0.2'], ['合计', '0.30000000000000004']], finds: [] },
  { because: 'rates below a head of two rows', rows: [['单位', '办件', u], [u, '件数', '按时办结率'], ['甲局', 10, '0.9'], ['乙局', 20, '0.95'], ['合计', 30, '0.93']], finds: [] },
  { because: 'rates whose name stands in the upper row of the head', rows: [['单位', '件数', '完成率'], [u, '本年', u], ['甲局', 10, '0.9'], ['乙局', 20, '0.95'], ['合计', 30, '0.93']], finds: [] },
  { because: 'a row out of sight', rows: [['科室', '件数'], ['办公室', 12], [u, u], ['基础教育科', 30], ['合计', 50]], finds: [] },
  { because: 'a figure that stands for two rows', rows: [['科室', '件数'], ['办公室', 12], ['人事科', u], ['基础教育科', 30], ['合计', 42]], finds: [] },
  { because: 'words among the figures', rows: [['科室', '件数'], ['办公室', '见附表'], ['基础教育科', 30], ['合计', 42]], finds: [] },
  { because: 'serial numbers', rows: [['序号', '名称', '数量'], [1, '甲', 4], [2, '乙', 5], ['合计', u, 9]], finds: [] },
  { because: 'of which', rows: [['项目', '金额'], ['基本支出', 100], ['其中：人员经费', 80], ['项目支出', 50], ['合计', 150]], finds: [] },
  { because: 'a note below', rows: [['项目', '数量'], ['甲', 1], ['乙', 2], ['合计', 3], ['注：数据截至2026年6月30日。', u]], finds: [] },
  { because: 'rounding that is owned up to', rows: [['项目', '数量'], ['甲', 1], ['乙', 2], ['合计', 4], ['注：因四舍五入，合计数与分项之和可能不等。', u]], finds: [] },
  { because: 'a sheet of words with the word 合计 in it', rows: [['事项', '说明'], ['合计', '由财务科填写'], ['备注', '无']], finds: [] },
  { because: 'a sheet with nothing but a title', rows: [['合计']], finds: [] },
] // prettier-ignore
