// The checks of the audits (fact sheet 2.3.4, A1–A13): which finding tells of each, or why a program cannot judge it.
import type { FindingCode } from './findings.ts'

interface AuditCheck {
  readonly asks: string
  readonly told: readonly FindingCode[]
  /** Why it is not judged, or not wholly. */
  readonly limit?: string
}

const auditChecks = {
  A1: { asks: '每列：本年新收＋上年结转＝办理结果总计＋结转下年度', told: ['sum-of-cells'] },
  A2: { asks: '每列：总计＝各种办理结果之和', told: ['sum-of-cells'] },
  A3: { asks: '每行：总计＝自然人＋法人或者其他组织各列', told: ['sum-of-cells'] },
  A4: { asks: '复议、诉讼：总计＝维持＋纠正＋其他＋尚未审结', told: ['sum-of-cells'] },
  A5: { asks: '上年结转＝上年报告的结转下年度', told: ['carry-over'] },
  A6: { asks: '现行有效＝上年现行有效＋本年制发－本年废止', told: ['in-force'] },
  A7: { asks: '文字里的数字与表格一致', told: ['text-against-table'] },
  A8: { asks: '数字是非负整数，空白不等于0', told: ['cell-unreadable', 'cell-blank'] },
  A9: { asks: '按期公布，标题有单位和年度，六个部分齐全、顺序正确', told: ['published-late', 'not-published', 'part-missing', 'part-empty', 'part-order'] },
  A10: { asks: '本地区汇总＝本级＋部门＋乡镇', told: ['region-sum'], limit: '只核对在系统里汇总的报告：别人写好的一份报告里没有各单位的数。' },
  A11: { asks: '与上年、与其他单位的文字不雷同', told: [], limit: '在“报告文字”页面显示相似的段落和比例，由人判断，不算差错。' },
  A12: {
    asks: '有行政许可事项的单位，行政许可数量不为0',
    told: [],
    limit: '不核对：系统没有各单位的行政许可事项清单；事项全年没有人申请的，0也是对的。请对照本单位的许可事项清单。',
  },
  A13: {
    asks: '表格有边框，不是图片',
    told: ['not-judged'],
    limit: '不看版面：程序只读单元格里的文字，看不见边框。表格是图片的，读不出数字，提示“未能核对”。系统生成的报告都是有边框的真表格。',
  },
} as const satisfies Record<string, AuditCheck>

/** The rows under their common shape, for code that walks them. */
export const auditCheckRows: readonly (readonly [string, AuditCheck])[] = Object.entries(auditChecks)
