// What the release gate says of each finding, and of what it refuses; where there is a place or a suggestion, it is filled in.
import type { FindingCode } from './law/kinds.ts'

const findingSentences = {
  'title-missing': '请填写标题。',
  'kind-missing': '请选择公文种类。',
  'unit-missing': '请确定发布机构。',
  'text-missing': '请填写正文或者上传附件。',
  'column-missing': '请至少选择一个栏目。',
  'secrecy-unreviewed': '尚未完成保密审查，请先由保密审查员办理。',

  'identity-number': '{place}有公民身份号码，请隐去部分数字或者删除。',
  'identity-number-old': '{place}有15位的旧公民身份号码，请隐去部分数字或者删除。',
  'identity-number-doubtful': '{place}有写错一位的公民身份号码，请核对后隐去或者删除。',
  'mobile-number': '{place}有手机号码，请隐去部分数字或者删除。',
  'mobile-number-office': '{place}把手机号码作为办公电话公布，请改用办公座机，或者说明理由。',
  'home-phone': '{place}有住宅电话，请隐去部分数字或者删除。',
  'bank-card-number': '{place}有银行卡号，请隐去部分数字或者删除。',
  'home-address': '{place}有具体到门牌的家庭住址，请隐去门牌或者删除。',
  'unified-code-wrong': '{place}的统一社会信用代码“{match}”校验不符，请核对。',

  'placeholder-text': '{place}还有没填的内容“{match}”，请补充完整。',
  'wrong-word': '{place}“{match}”应为“{suggestion}”。',
  'grave-word': '{place}“{match}”是严重错误，应为“{suggestion}”。',
  'word-remark': '{place}“{match}”建议改为“{suggestion}”。',
  'foreign-unit': '{place}出现其他单位“{match}”，疑为照搬他单位材料，请核对。',
  'leader-title-wrong': '{place}“{match}”与本单位登记的职务“{suggestion}”不一致，请核对。',
  'leader-unknown': '{place}“{match}”与本单位登记的“{suggestion}”不一致，请核对。',

  'date-impossible': '{place}日期“{match}”不存在，请核对。',
  'date-damaged': '{place}日期“{match}”疑缺字，请补全年、月、日。',
  'document-number-brackets': '{place}文号“{match}”不规范，应为“{suggestion}”。',
  'document-number-damaged': '{place}文号“{match}”疑缺括号，应为“{suggestion}”，请核对。',
  'sum-of-table': '{place}合计数为{stated}，分项相加为{expected}，请核对。',
  'sum-of-sentence': '{place}总数为{stated}，分项相加为{expected}，请留意。',
  'link-malformed': '{place}链接地址“{match}”不正确，请改正或者删除链接。',
  'link-inside': '{place}链接“{match}”指向内部网络，公众打不开，请改正或者删除。',
  'link-dead': '{place}链接的本站信息已撤下或者不存在（{match}），请改正或者删除链接。',
  'alt-missing': '{place}的图片没有说明文字，盲人读不到，请填写图片说明。',
} as const satisfies Record<FindingCode, string>

export const gateSentences = {
  ...findingSentences,
  'finding-stands': '{sentence}',
  'finding-not-found': '没有找到这个问题，内容可能已经改过，请刷新后再看。',
  'finding-mandatory': '这一项必须改正，不能说明理由后放行。',
  'finding-only-told': '提示不影响发布，不需要说明理由。',
  'finding-waived': '这个问题已由{by}说明理由。',
  'waiver-reason-missing': '请填写理由，至少5个字。',
  'waiver-not-yours': '“{severity}”由{who}说明理由后放行。',
  'waiver-own-work': '起草或者提交的人不能放行自己信息中的错误，请由他人办理。',
  'waiver-too-late': '“{state}”状态下不能再放行，请先修订或者退回。',
  'waiver-not-found': '没有找到这条理由，它可能已被撤销。',
  'word-length': '错误写法应为2至20个字。',
  'word-not-found': '没有找到这个词，它可能已被停用。',
  'word-right-missing': '请填写正确的写法。',
  'word-says-nothing': '错误写法和正确写法相同，请核对。',
  'word-exception-foreign': '例外“{exception}”中没有“{wrong}”，请核对。',
  'words-full': '词库最多{limit}条，请先停用不用的词。',
  'word-list-unreadable': '没有读出词表。请使用导出的表格格式：错误写法、正确写法、例外、程度、备注。',
  'mask-form-unknown': '请从列表中选择隐去格式。',
} as const satisfies Record<FindingCode, string> & Record<string, string>

const filled = (sentence: string, facts: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(facts[name] ?? ''))

/** The sentence of a finding of the text, with its place. */
export const sentenceOfFinding = (code: FindingCode, facts: Readonly<Record<string, string | number>>): string => filled(findingSentences[code], facts)
