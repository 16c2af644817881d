// Sentences that cannot both be true of one unit in one year. The denial is what is told; the other sentence is named.
export interface Contradiction {
  readonly title: string
  readonly affirms: RegExp
  readonly denies: RegExp
}

export const contradictions: readonly Contradiction[] = [
  {
    title: '本单位网站',
    affirms: /(?:我|本)(?:局|委|办|厅|院|中心|单位|镇|乡|街道|县|区|市)(?:的)?(?:政府|政务|门户|官方|信息|公开)*网站(?!建设成功|群)/,
    denies: /没有(?:本|自己|独立|专门)(?:单位|局|委|办|厅|机关|部门)?的?[^，。；]{0,10}?网站|(?:未|没有)(?:建立|开通|建设)[^，。；]{0,8}?网站/,
  },
  {
    title: '公开申请',
    affirms: /(?:收到|受理|新收|办理)(?:到|了)?(?:各类)?(?:政府信息|信息)?公开申请(?:共)?[1-9]\d*(?:件|宗|份|条)/,
    denies: /(?:未|没有|没)(?:收到|接到)(?:过)?[^，。；]{0,16}公开申请/,
  },
  {
    title: '公开申请',
    affirms: /(?:受理|收到|办理)依申请公开(?:政府信息)?(?:申请)?(?:共)?[1-9]\d*(?:件|宗|份|条)/,
    denies: /(?:未|没有|没)(?:收到|接到)(?:过)?[^，。；]{0,16}公开申请/,
  },
  {
    title: '收费',
    affirms: /收取(?:政府信息公开)?(?:信息处理|检索|复制|邮寄)?费用?(?:共计|共)?[1-9]\d*(?:\.\d+)?(?:万)?元/,
    denies: /(?:没有|未)(?:收取|发生)(?:任何)?(?:相关)?(?:信息处理费|费用|收费)/,
  },
  {
    title: '通报',
    affirms: /定期通报制度/,
    denies: /不定期地?[^。；]{0,24}?通报/,
  },
]
