// The fields of the standard catalogues: 26 pilot fields (国办发〔2019〕54号), and the two parts that every agency has.

export interface Field {
  readonly title: string
  /** Other names in use, as imported sheets write them. */
  readonly also: readonly string[]
  /** Whether the name was seen in catalogues, or the set is known but not confirmed. */
  readonly mark: 'found' | 'known'
}

const found = (title: string, ...also: string[]): Field => ({ title, also, mark: 'found' })
const known = (title: string, ...also: string[]): Field => ({ title, also, mark: 'known' })

export const statutoryField = '法定主动公开内容'
export const platformField = '政府信息公开平台'

export const pilotFields: readonly Field[] = [
  found('重大建设项目'),
  found('公共资源交易'),
  found('财政预决算'),
  found('安全生产'),
  known('税收管理'),
  found('征地补偿', '农村集体土地征收'),
  found('国有土地上房屋征收', '国有土地上房屋征收与补偿'),
  found('保障性住房'),
  known('国土空间规划', '城乡规划'),
  found('农村危房改造'),
  known('生态环境', '环境保护'),
  found('公共文化服务', '公共文化体育'),
  found('公共法律服务'),
  found('卫生健康', '医疗卫生'),
  known('食品药品监管'),
  known('城市综合执法'),
  found('就业', '就业创业'),
  found('社会保险'),
  found('社会救助'),
  found('养老服务'),
  found('户籍管理'),
  found('涉农补贴'),
  found('义务教育'),
  found('扶贫', '乡村振兴'),
  found('救灾'),
  known('市政服务'),
]
