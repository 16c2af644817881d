// What the release gate says of each finding.
import type { FindingCode } from './rules/checks.ts'

export const gateSentences = {
  'title-missing': '请填写标题。',
  'kind-missing': '请选择公文种类。',
  'unit-missing': '请确定发布机构。',
  'text-missing': '请填写正文或者上传附件。',
  'column-missing': '请至少选择一个栏目。',
  'secrecy-unreviewed': '尚未完成保密审查，请先由保密审查员办理。',
} as const satisfies Record<FindingCode, string>
