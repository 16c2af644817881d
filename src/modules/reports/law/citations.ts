// Documents that reports cite, by number and by the words of their title; a number beside another title is a wrong citation.
export interface CitedDocument {
  readonly number: string
  readonly title: string
  /** Words of the title, any of which tells the document. */
  readonly words: readonly string[]
  /** Whether the text was read (`found`), or is known but not confirmed (`known`): fact sheet marks. */
  readonly mark: 'found' | 'known'
}

export const citedDocuments: readonly CitedDocument[] = [
  { number: '国办发〔2016〕19号', title: '2016年政务公开工作要点', words: ['2016年政务公开工作要点'], mark: 'found' },
  { number: '中办发〔2011〕22号', title: '关于深化政务公开加强政务服务的意见', words: ['深化政务公开加强政务服务'], mark: 'known' },
  { number: '国办公开办函〔2021〕30号', title: '政府信息公开工作年度报告格式', words: ['年度报告格式', '年度报告有关事项'], mark: 'found' },
  { number: '国办公开办函〔2019〕60号', title: '关于政府信息公开工作年度报告有关事项的通知', words: ['年度报告有关事项', '年度报告格式'], mark: 'known' },
  { number: '国办公开办函〔2019〕61号', title: '关于规范政府信息公开平台有关事项的通知', words: ['政府信息公开平台'], mark: 'known' },
  { number: '国办函〔2020〕109号', title: '政府信息公开信息处理费管理办法', words: ['信息处理费'], mark: 'found' },
  { number: '国办发〔2019〕54号', title: '关于全面推进基层政务公开标准化规范化工作的指导意见', words: ['基层政务公开标准化规范化'], mark: 'known' },
  { number: '国办发〔2017〕47号', title: '政府网站发展指引', words: ['政府网站发展指引'], mark: 'found' },
  { number: '国办发〔2014〕32号', title: '关于加强和规范政府信息公开情况统计报送工作的通知', words: ['信息公开情况统计'], mark: 'known' },
  { number: '国办发〔2019〕51号', title: '关于建立政务服务“好差评”制度提高政务服务水平的意见', words: ['好差评'], mark: 'known' },
  { number: '国办公开办函〔2016〕235号', title: '关于政府信息公开处理决定送达问题的解释', words: ['送达问题'], mark: 'known' },
  { number: '国办公开办函〔2015〕207号', title: '关于政府信息公开期限有关问题的解释', words: ['期限有关问题'], mark: 'known' },
]
