// What people are told when the ledger refuses.
import type { Sentences } from '../../platform/http/routes.ts'

export const channelsSentences: Sentences = {
  'shown-day-ahead': '公开日期不能晚于今天：等{channel}公开以后再登记。',
  'shown-day-too-early': '公开日期不能早于2008年5月1日（《政府信息公开条例》施行之日）。',
  'place-or-address-missing': '请填写“{place}”或者网址，以便日后核对。',
  'address-malformed': '网址应以 http:// 或 https:// 开头。',
  'entry-twice': '这条信息在同一渠道、同一日期、同一位置已经登记过。',
  'document-not-public': '这条信息没有公开或者已经撤下，先发布再办理。',
  'piece-title-missing': '请填写信息名称。',
  'entry-not-found': '没有找到这条登记。',
  'entry-struck': '这条登记已经作废，不能再改。',
  'stale-entry': '这条登记刚刚被别人改过，请刷新后再改。',
  'reason-missing': '请写明理由。',
  'evidence-empty': '文件“{name}”是空的。',
  'evidence-type': '文件“{name}”不是照片、扫描件或者版式文件（支持 JPG、PNG、WEBP、TIF、PDF、OFD，按内容识别）。',
  'evidence-too-large': '文件“{name}”太大，不能超过{limit}。',
  'evidence-too-many': '每条登记最多{limit}个佐证文件，“{name}”没有收下。',
  'evidence-not-found': '没有找到这个佐证文件。',
  'period-turned': '结束日期不能早于开始日期。',
  'archive-empty': '这段时间没有公开信息，请换一个期间或者单位。',
  'archive-too-large': '一次最多导出{limit}条信息，请缩短期间或者选一个单位。',
  'archive-not-found': '没有找到这份档案，可能还没有生成完。',
  'pair-not-found': '没有找到这一对信息。',
  'pair-of-one': '同一条信息不用比较。',
}
