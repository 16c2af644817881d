// What must be disclosed on the government's own motion: Article 20 item by item, and Article 21 by the kind of government.
import type { Article } from '../../../kernel/article.ts'

export interface StatutoryItem {
  /** The words of the Regulation. */
  readonly title: string
  /** The usual name of the column. */
  readonly column: string
  readonly article: Article
  /** All agencies; governments of cities and counties with their departments; governments of townships. */
  readonly owedBy: 'every-agency' | 'city-and-county' | 'township'
}

export const statutoryItems = {
  regulations: { title: '行政法规、规章和规范性文件', column: '履职依据', article: 'ogi-2019/20.1', owedBy: 'every-agency' },
  'agency-profile': {
    title: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
    column: '机构职能',
    article: 'ogi-2019/20.2',
    owedBy: 'every-agency',
  },
  planning: { title: '国民经济和社会发展规划、专项规划、区域规划及相关政策', column: '规划信息', article: 'ogi-2019/20.3', owedBy: 'every-agency' },
  statistics: { title: '国民经济和社会发展统计信息', column: '统计信息', article: 'ogi-2019/20.4', owedBy: 'every-agency' },
  licensing: {
    title: '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果',
    column: '行政许可和其他对外管理服务',
    article: 'ogi-2019/20.5',
    owedBy: 'every-agency',
  },
  'penalty-and-coercion': {
    title: '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
    column: '行政处罚和行政强制',
    article: 'ogi-2019/20.6',
    owedBy: 'every-agency',
  },
  'budget-and-final-accounts': { title: '财政预算、决算信息', column: '财政预决算', article: 'ogi-2019/20.7', owedBy: 'every-agency' },
  'administrative-fees': { title: '行政事业性收费项目及其依据、标准', column: '行政事业性收费', article: 'ogi-2019/20.8', owedBy: 'every-agency' },
  'government-procurement': { title: '政府集中采购项目的目录、标准及实施情况', column: '政府采购', article: 'ogi-2019/20.9', owedBy: 'every-agency' },
  'major-projects': { title: '重大建设项目的批准和实施情况', column: '重大建设项目', article: 'ogi-2019/20.10', owedBy: 'every-agency' },
  'livelihood-policies': {
    title: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
    column: '重大民生信息',
    article: 'ogi-2019/20.11',
    owedBy: 'every-agency',
  },
  emergency: { title: '突发公共事件的应急预案、预警信息及应对情况', column: '应急管理', article: 'ogi-2019/20.12', owedBy: 'every-agency' },
  inspection: {
    title: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
    column: '监督检查',
    article: 'ogi-2019/20.13',
    owedBy: 'every-agency',
  },
  'civil-service-recruitment': {
    title: '公务员招考的职位、名额、报考条件等事项以及录用结果',
    column: '公务员招考',
    article: 'ogi-2019/20.14',
    owedBy: 'every-agency',
  },
  'other-statutory': {
    title: '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息',
    column: '其他法定信息',
    article: 'ogi-2019/20.15',
    owedBy: 'every-agency',
  },
  'local-city-county.municipal-works': { title: '市政建设', column: '市政建设', article: 'ogi-2019/21', owedBy: 'city-and-county' },
  'local-city-county.public-services': { title: '公共服务', column: '公共服务', article: 'ogi-2019/21', owedBy: 'city-and-county' },
  'local-city-county.public-welfare': { title: '公益事业', column: '公益事业', article: 'ogi-2019/21', owedBy: 'city-and-county' },
  'local-city-county.land-expropriation': { title: '土地征收', column: '土地征收', article: 'ogi-2019/21', owedBy: 'city-and-county' },
  'local-city-county.house-expropriation': { title: '房屋征收', column: '房屋征收', article: 'ogi-2019/21', owedBy: 'city-and-county' },
  'local-city-county.public-order': { title: '治安管理', column: '治安管理', article: 'ogi-2019/21', owedBy: 'city-and-county' },
  'local-city-county.social-assistance': { title: '社会救助', column: '社会救助', article: 'ogi-2019/21', owedBy: 'city-and-county' },
  'local-township.rural-policies': { title: '贯彻落实农业农村政策', column: '农业农村政策', article: 'ogi-2019/21', owedBy: 'township' },
  'local-township.irrigation-works': { title: '农田水利工程建设运营', column: '农田水利工程', article: 'ogi-2019/21', owedBy: 'township' },
  'local-township.contracted-land': { title: '农村土地承包经营权流转', column: '农村土地承包经营权流转', article: 'ogi-2019/21', owedBy: 'township' },
  'local-township.homestead-review': { title: '宅基地使用情况审核', column: '宅基地审核', article: 'ogi-2019/21', owedBy: 'township' },
  'local-township.land-expropriation': { title: '土地征收', column: '土地征收（乡镇）', article: 'ogi-2019/21', owedBy: 'township' },
  'local-township.house-expropriation': { title: '房屋征收', column: '房屋征收（乡镇）', article: 'ogi-2019/21', owedBy: 'township' },
  'local-township.funds-and-labour': { title: '筹资筹劳', column: '筹资筹劳', article: 'ogi-2019/21', owedBy: 'township' },
  'local-township.social-assistance': { title: '社会救助', column: '社会救助（乡镇）', article: 'ogi-2019/21', owedBy: 'township' },
} as const satisfies Record<string, StatutoryItem>

export type StatutoryItemKey = keyof typeof statutoryItems
