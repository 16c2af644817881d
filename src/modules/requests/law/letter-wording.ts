// The starting text of each kind of letter, by the day of receipt; a unit may put its own in its place. Wording is to be read by the unit's lawyer before use.
import type { Day } from '../../../kernel/day.ts'
import type { LetterKind } from './letters.ts'
import { regimes } from './regimes.ts'

export interface StartWording {
  /** For applications received from this day. */
  readonly inForceFrom: Day
  readonly text: string
}

const old = regimes['ogi-2008'].inForceFrom
const now = regimes['ogi-2019'].inForceFrom
const always = (...lines: readonly string[]): readonly StartWording[] => [{ inForceFrom: old, text: lines.join('\n') }]
const since2019 = (...lines: readonly string[]): readonly StartWording[] => [{ inForceFrom: now, text: lines.join('\n') }]

const opening = '本机关于{收到日期}收到你（单位）以{收到方式}方式提出的政府信息公开申请（编号：{申请编号}），申请公开：“{所需信息}”。'
const answering = (...lines: readonly string[]): readonly StartWording[] => always(opening, '{办理经过}', ...lines)
const because = (decided: string, ...reasons: readonly string[]): readonly StartWording[] => answering('经审查，' + decided, ...reasons)

export const startWording: Readonly<Record<LetterKind, readonly StartWording[]>> = {
  receipt: always(opening, '根据{依据}，{收到日期}为收到申请之日。本机关将于{答复期限}以前答复；依法需要补正、征求意见、收费或者延长期限的，另行告知。'),
  'correction-notice': always(
    opening,
    '经审查，申请内容不明确。根据{依据}，请你（单位）于{截止日期}以前补正下列内容：',
    '{事由}',
    '答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。补正有困难的，可以与本机关联系，本机关予以指导。',
  ),
  'reason-request': since2019(
    opening,
    '你（单位）申请公开政府信息的数量、频次明显超过合理范围：{事由}',
    '根据{依据}，请你（单位）于{截止日期}以前说明理由。理由不合理或者逾期不说明的，本机关告知不予处理；理由合理但无法在规定期限内答复的，本机关确定延迟答复的合理期限并告知。',
  ),
  'deferral-notice': since2019(opening, '你（单位）说明的理由合理，但本机关无法在规定期限内答复：{事由}', '根据{依据}，本机关将于{截止日期}以前答复。'),
  'extension-notice': always(
    opening,
    '因{事由}，本机关不能在规定期限内答复。根据{依据}，经政府信息公开工作机构负责人同意，答复期限延长{延长天数}个工作日，本机关将于{答复期限}以前答复。',
  ),
  'fee-notice': since2019(
    opening,
    '你（单位）申请公开政府信息的数量、频次明显超过合理范围。根据{依据}，本机关对该申请收取信息处理费：{费用计算}，共计{费用金额}元。',
    '请自收到本通知书次日起{法定期限}内缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该申请；答复期限自缴费完成次日起重新计算。',
  ),
  'third-party-consult': [
    { inForceFrom: old, text: ['本机关收到公开下列政府信息的申请（编号：{申请编号}）：“{所需信息}”。', '该信息涉及你（单位）的合法权益。根据{依据}，请对是否同意公开提出书面意见并说明理由。'].join('\n') },
    {
      inForceFrom: now,
      text: [
        '本机关收到公开下列政府信息的申请（编号：{申请编号}）：“{所需信息}”。',
        '该信息公开可能损害你（单位）的合法权益。根据{依据}，请自收到本意见书之日起{法定期限}内，对是否同意公开提出书面意见；不同意公开的，请说明理由。',
        '逾期未提出意见的，由本机关依法决定是否公开。',
      ].join('\n'),
    },
  ],
  'co-maker-consult': since2019(
    '本机关收到公开下列政府信息的申请（编号：{申请编号}）：“{所需信息}”。',
    '该信息由你单位与本机关共同制作。根据{依据}，请自收到本意见书之日起{法定期限}内提出是否同意公开的意见；逾期未提出意见的，视为同意公开。',
  ),
  'consulting-notice': always(opening, '该信息涉及第三方合法权益或者由其他机关共同制作，本机关已于{办理日期}发函征求意见。根据{依据}，征求意见所需时间不计算在答复期限内。'),
  'disclosed-despite-objection': always(
    '本机关此前就公开下列政府信息（申请编号：{申请编号}）征求你（单位）的意见：“{所需信息}”。',
    '你（单位）不同意公开。经衡量，本机关认为不公开可能对公共利益造成重大影响，根据{依据}，决定予以公开，现将决定公开的内容和理由告知如下：',
    '{公开的理由}',
  ),
  granted: because('根据{依据}，该信息予以公开。', '{提供的信息、形式和时间}'),
  'already-public': because('该信息已经主动公开。根据{依据}，现告知获取该信息的方式和途径：', '{获取该信息的方式和途径}'),
  partial: because('根据{依据}，该信息部分公开。', '公开的部分：{公开的部分}', '不予公开的部分及理由：{不予公开的部分及各自理由}'),
  denied: because('该信息{处理结果}。根据{依据}，决定不予公开。', '{不予公开的理由}'),
  'special-access': because('该信息{处理结果}。根据{依据}，请依照有关法律、行政法规的规定办理：', '{查询适用的法律、行政法规和途径}'),
  'not-held': because('本机关经检索没有该信息。根据{依据}，告知该信息不存在。', '{检索记录}'),
  'other-body': because('该信息不属于本机关负责公开：{不属于本机关负责公开的理由}', '根据{依据}，请向下列机关申请：{负责公开的机关和联系方式}'),
  'needs-making': because('本机关没有现成的该信息，需要加工、分析。根据{依据}，不予提供。', '{需要加工、分析的情况}'),
  'still-unclear': because('申请经补正后内容仍不明确。根据{依据}，本机关无法按照该申请提供信息。', '{补正后仍不明确之处}'),
  petition: because('你（单位）以政府信息公开申请的形式进行信访、投诉、举报等活动。根据{依据}，不作为政府信息公开申请处理。', '你（单位）可以通过下列渠道提出：{信访、投诉、举报的渠道}'),
  repeat: because('本机关已就你（单位）相同的申请作出答复：{前一申请的编号和答复日期}', '根据{依据}，不予重复处理。'),
  publication: because('所申请的是公开出版物。根据{依据}，告知获取的途径：', '{获取公开出版物的途径}'),
  excessive: because('申请的数量、频次明显超过合理范围，且理由不合理。根据{依据}，不予处理。', '{理由不合理的认定}'),
  reconfirm: because('所申请确认或者重新出具的信息你（单位）已经获取：{申请人已经获取的信息}', '根据{依据}，不再重新出具。'),
  other: because('根据{依据}，作如下处理：', '{处理的理由和依据}'),
  'correction-lapsed': since2019(opening, '{办理经过}', '你（单位）逾期未补正，且没有正当理由：{事由}', '根据{依据}，视为放弃申请，本机关不再处理该申请。'),
  'fee-lapsed': since2019(opening, '{办理经过}', '你（单位）逾期未缴纳信息处理费{费用金额}元。根据{依据}，视为放弃申请，本机关不再处理该申请。'),
  withdrawn: always('你（单位）提交的政府信息公开申请（编号：{申请编号}），申请公开：“{所需信息}”，已于{办理日期}由你（单位）撤回。根据{依据}，本机关办结该申请，不再答复。'),
} // prettier-ignore
