// Names of an edition's fields and of their values, as forms, lists, the review sheet and the comparison print them.
export const fieldTitles = {
  title: '标题',
  kind: '公文种类',
  theme: '主题分类',
  columnIds: '栏目',
  keywords: '关键词',
  summary: '内容概述',
  documentNumber: '发文字号',
  draftedOn: '成文日期',
  effectiveOn: '实施日期',
  expiresOn: '失效日期',
  validity: '有效性',
  replacedBy: '被何文件替代',
  disclosureMode: '公开方式',
  modeReason: '不主动公开的理由',
  modeArticle: '不主动公开的依据',
  responsibleDepartment: '责任部门',
  source: '信息来源',
  sourceUrl: '原文地址',
  important: '重要信息',
  changeNote: '修订说明',
  bodyHtml: '正文',
} as const satisfies Record<string, string>

export type ContentField = keyof typeof fieldTitles

export const validities = { valid: '有效', amended: '已修改', expired: '失效', repealed: '废止' } as const satisfies Record<string, string>
export type Validity = keyof typeof validities

export const disclosureModes = {
  proactive: '主动公开',
  internal: '内部公开',
  'on-application': '依申请公开',
  'not-disclosed': '不予公开',
} as const satisfies Record<string, string>
export type DisclosureMode = keyof typeof disclosureModes

/** Articles by which something is not disclosed of one's own accord; the drafter chooses one. */
export const modeArticles = {
  'ogi-2019/14': '国家秘密；法律、行政法规禁止公开；公开后可能危及国家安全、公共安全、经济安全、社会稳定',
  'ogi-2019/15': '商业秘密、个人隐私，公开会对第三方合法权益造成损害',
  'ogi-2019/16': '内部事务信息、过程性信息、行政执法案卷信息',
  'ogi-2019/27': '只涉及特定对象，可依申请公开',
} as const satisfies Record<string, string>
export type ModeArticle = keyof typeof modeArticles
