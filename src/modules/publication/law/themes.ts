// 主题分类: 22 classes with their children. A theme is kept as a path, `综合政务/政务公开`, or `其他` where there is no second level.
export interface Theme {
  /** The name that local governments print. */
  readonly title: string
  /** The national name, where the local one differs. */
  readonly nationalTitle?: string
  readonly children: readonly string[]
}

export const themes: readonly Theme[] = [
  {
    title: '政府机构职能',
    nationalTitle: '国务院组织机构',
    children: [
      '国务院', '国务院办公厅', '国务院组成部门', '国务院直属特设机构', '国务院直属机构', '国务院办事机构',
      '国务院直属事业单位', '国务院部委管理的国家局', '国务院议事协调机构', '其他',
    ], // prettier-ignore
  },
  { title: '综合政务', children: ['政务公开', '政务督查', '应急管理', '电子政务', '文秘工作', '保密工作', '信访', '参事、文史', '其他'] },
  { title: '国民经济管理、国有资产监管', children: ['宏观经济', '经济体制改革', '统计', '物价', '国有资产监管', '重大建设项目', '其他'] },
  { title: '财政、金融、审计', children: ['财政', '税务', '银行', '货币（含外汇）', '证券', '保险', '社会信用体系建设', '审计', '其他'] },
  { title: '国土资源、能源', children: ['土地', '矿产', '水资源', '海洋', '煤炭', '石油与天然气', '电力', '其他'] },
  { title: '农业、林业、水利', children: ['农业、畜牧业、渔业', '林业', '水利', '其他'] },
  {
    title: '工业、交通',
    children: ['机械制造与重工业', '轻工纺织', '化工', '国防工业', '航天、航空', '信息产业（含电信）', '公路', '水运', '铁路', '民航', '邮政', '其他'],
  },
  { title: '商贸、海关、旅游', children: ['对外经贸合作', '国内贸易（含供销）', '海关', '检验、检疫', '旅游', '其他'] },
  { title: '市场监管、安全生产监管', children: ['工商', '质量监督', '标准', '食品药品监管', '安全生产监管', '其他'] },
  { title: '城乡建设、环境保护', children: ['城市规划', '城乡建设（含住房）', '环境监测、保护与治理', '节能与资源综合利用', '气象、水文、测绘、地震', '其他'] },
  { title: '科技、教育', children: ['科技', '教育', '知识产权', '其他'] },
  { title: '文化、广电、新闻出版', children: ['文化', '文物', '新闻出版', '广播、电影、电视', '其他'] },
  { title: '卫生、体育', children: ['卫生', '医药管理', '体育', '其他'] },
  { title: '人口与计划生育、妇女儿童工作', children: ['人口与计划生育', '妇女儿童', '其他'] },
  { title: '劳动、人事、监察', children: ['劳动就业', '社会保障', '人事工作', '军转安置', '监察', '纠正行业不正之风', '其他'] },
  { title: '公安、安全、司法', children: ['公安', '国家安全', '司法', '其他'] },
  {
    title: '民政、乡村振兴、救灾',
    nationalTitle: '民政、扶贫、救灾',
    children: ['减灾救灾', '优抚安置', '社会福利', '行政区划与地名', '社团管理', '扶贫', '其他'],
  },
  { title: '民族、宗教', children: ['民族事务', '宗教事务'] },
  { title: '对外事务', children: ['外交、外事', '国际条约、国际组织', '其他'] },
  { title: '港澳台侨工作', children: ['港澳工作', '对台工作', '侨务工作'] },
  { title: '国防', children: ['国防建设', '国防动员'] },
  { title: '其他', children: [] },
]

/** Every theme that a document may have: `综合政务`, `综合政务/政务公开`, … */
export const themePaths: readonly string[] = themes.flatMap(({ title, children }) => [title, ...children.map((child) => `${title}/${child}`)])

/** The path of a theme as pages write it, `综合政务\政务公开` or by its national name; undefined where there is none. */
export function readTheme(written: string): string | undefined {
  const [first = '', second = ''] = written
    .normalize('NFKC')
    .split(/[\\/>|]|--/)
    .map((part) => part.replaceAll(/\s/g, ''))
  const same = (a: string, b: string | undefined): boolean => b !== undefined && a === b.normalize('NFKC')
  const theme = themes.find(({ title, nationalTitle }) => same(first, title) || same(first, nationalTitle))
  if (theme) {
    const child = theme.children.find((one) => same(second, one))
    return child === undefined ? theme.title : `${theme.title}/${child}`
  }
  // Some pages give the second level alone.
  const parents = themes.filter(({ children }) => first !== '其他' && children.some((one) => same(first, one)))
  const [parent] = parents
  return parent && parents.length === 1 ? `${parent.title}/${parent.children.find((one) => same(first, one))}` : undefined
}
