// Labels under which former sites print the metadata of a page, in simplified script without inner spaces; traditional ones are folded first.
export interface PageField {
  readonly title: string
  readonly labels: readonly string[]
  /** So unlike ordinary prose that one of them alone proves a metadata line. */
  readonly strong?: boolean
}

export const pageFields = {
  indexNumber: { title: '索引号', labels: ['索引号', '索引码', '信息索引号', '信息索引'], strong: true },
  title: { title: '标题', labels: ['标题', '名称', '公文名称', '信息名称', '文件名称', '文件标题'] },
  documentNumber: { title: '文号', labels: ['文号', '发文字号', '发布文号', '文件编号', '公文文号', '文件号'], strong: true },
  issuingAgency: {
    title: '发布机构',
    labels: ['发布机构', '发文机关', '发文单位', '发布单位', '发布机关', '公开机构', '公开单位', '制发机关', '发文机构'],
    strong: true,
  },
  disclosureMode: { title: '公开方式', labels: ['公开方式', '公开形式', '公开属性', '公开类别', '公开类型'], strong: true },
  responsibleDepartment: { title: '责任部门', labels: ['责任部门', '责任处室', '责任科室', '责任单位', '承办部门', '承办单位'] },
  draftedOn: { title: '成文日期', labels: ['成文日期', '成文时间', '发文日期', '发文时间', '制发日期', '签发日期'], strong: true },
  createdOn: { title: '生成日期', labels: ['生成日期', '生成时间'], strong: true },
  publishedOn: { title: '发布日期', labels: ['发布日期', '发布时间', '公开日期', '公开时间', '公布日期', '上网日期', '日期', '时间'] },
  effectiveOn: { title: '实施日期', labels: ['实施日期', '生效日期', '施行日期'] },
  expiresOn: { title: '废止日期', labels: ['废止日期', '失效日期', '有效期至', '失效时间'] },
  validity: { title: '有效性', labels: ['有效性', '是否有效', '时效', '时效性', '效力状态', '有效状态'], strong: true },
  keywords: { title: '关键词', labels: ['关键词', '主题词', '关键字'] },
  themeCategory: { title: '主题分类', labels: ['主题分类', '主题导航', '主题', '信息分类', '组配分类', '所属主题'] },
  genre: { title: '体裁分类', labels: ['体裁分类', '公文种类', '文种', '体裁'] },
  audience: { title: '服务对象', labels: ['服务对象', '服务对象分类', '受众分类'] },
  source: { title: '来源', labels: ['来源', '信息来源', '稿件来源', '文章来源'] },
  summary: { title: '内容概述', labels: ['内容概述', '摘要', '概述'] },
  author: { title: '作者', labels: ['作者', '责任编辑', '编辑', '录入', '发布人', '审核', '撰稿', '供稿'] },
  column: { title: '栏目', labels: ['栏目', '所属栏目', '栏目名称', '所属类别'] },
  address: { title: '原地址', labels: ['原文链接', '原文地址', '原地址', '本文链接', '本页地址', '网址'] },
  views: { title: '浏览次数', labels: ['浏览次数', '浏览量', '点击数', '点击量', '点击次数', '阅读次数', '阅读量', '访问次数', '浏览', '阅读'] },
} as const satisfies Record<string, PageField>

export type PageFieldName = keyof typeof pageFields

/** Words of validity and of mode, folded, and what they are with us. */
export const validityWords: Readonly<Record<string, 'valid' | 'amended' | 'expired' | 'repealed'>> = {
  有效: 'valid',
  是: 'valid',
  现行有效: 'valid',
  已修改: 'amended',
  已修订: 'amended',
  失效: 'expired',
  已失效: 'expired',
  否: 'expired',
  无效: 'expired',
  废止: 'repealed',
  已废止: 'repealed',
}

export const modeWords: Readonly<Record<string, 'proactive' | 'on-application' | 'not-disclosed'>> = {
  主动公开: 'proactive',
  主动: 'proactive',
  公开: 'proactive',
  依申请公开: 'on-application',
  依申请: 'on-application',
  不予公开: 'not-disclosed',
  不公开: 'not-disclosed',
}
