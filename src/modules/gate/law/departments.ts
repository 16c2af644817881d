// Departments of a county as people write them: full and short forms of one name stand in one row, with the word of their field.
export interface Department {
  readonly names: readonly string[]
  /** As in 民政政策法规. */
  readonly field: string
}

export const departments: readonly Department[] = [
  { names: ['发展和改革局', '发展改革局', '发改局', '发改委', '发展和改革委员会'], field: '发展改革' },
  { names: ['教育局', '教育和体育局', '教体局'], field: '教育' },
  { names: ['科技局', '科学技术局', '科技和工业信息化局', '科工局'], field: '科技' },
  { names: ['公安局'], field: '公安' },
  { names: ['民政局'], field: '民政' },
  { names: ['司法局'], field: '司法' },
  { names: ['财政局'], field: '财政' },
  { names: ['人力资源和社会保障局', '人社局'], field: '人社' },
  { names: ['自然资源局', '国土资源局', '国土局', '自然资源和规划局'], field: '国土' },
  { names: ['生态环境局', '环境保护局', '环保局'], field: '环保' },
  { names: ['住房和城乡建设局', '住建局', '住房城乡建设局', '建设局'], field: '住建' },
  { names: ['交通运输局', '交通局'], field: '交通' },
  { names: ['水利局', '水务局'], field: '水利' },
  { names: ['农业农村局', '农业局'], field: '农业' },
  { names: ['商务局', '商务和粮食局'], field: '商务' },
  { names: ['文化和旅游局', '文旅局', '文化旅游广电体育局', '文旅广体局'], field: '文化旅游' },
  { names: ['卫生健康局', '卫健局', '卫生局', '卫计局', '卫生和计划生育局'], field: '卫生' },
  { names: ['退役军人事务局', '退役军人局'], field: '退役军人' },
  { names: ['应急管理局', '应急局', '安监局'], field: '应急' },
  { names: ['审计局'], field: '审计' },
  { names: ['市场监督管理局', '市场监管局', '工商局', '食药监局'], field: '市场监管' },
  { names: ['统计局'], field: '统计' },
  { names: ['医疗保障局', '医保局'], field: '医保' },
  { names: ['林业局'], field: '林业' },
  { names: ['信访局'], field: '信访' },
  { names: ['城市管理局', '城管局', '城市管理和综合执法局'], field: '城管' },
  { names: ['税务局', '国税局', '地税局'], field: '税务' },
  { names: ['行政审批局', '行政审批服务局'], field: '审批' },
]
