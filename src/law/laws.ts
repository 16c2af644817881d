// The laws and norms that the tables name, with their official titles, so that a page can print `《政府信息公开条例》第三十三条`.
import type { Article, Law } from '../kernel/article.ts'

export interface LawTitle {
  readonly title: string
  /** How pages name it. */
  readonly short: string
  readonly inForceFrom: string | null
  /** Whether the text was read (`found`), or is known but not confirmed (`known`): fact sheet marks. */
  readonly mark: 'found' | 'known'
}

export const laws: Readonly<Record<Law, LawTitle>> = {
  'ogi-2019': { title: '中华人民共和国政府信息公开条例（2019年修订）', short: '《政府信息公开条例》', inForceFrom: '2019-05-15', mark: 'found' },
  'ogi-2008': { title: '中华人民共和国政府信息公开条例（2007年公布）', short: '《政府信息公开条例》（2008年施行）', inForceFrom: '2008-05-01', mark: 'found' },
  'secrecy-2024': { title: '中华人民共和国保守国家秘密法（2024年修订）', short: '《保守国家秘密法》', inForceFrom: '2024-05-01', mark: 'found' },
  'secrecy-rules-2024': {
    title: '中华人民共和国保守国家秘密法实施条例（2024年修订）',
    short: '《保守国家秘密法实施条例》',
    inForceFrom: '2024-09-01',
    mark: 'found',
  },
  'cybersecurity-2016': { title: '中华人民共和国网络安全法（2016年公布）', short: '《网络安全法》', inForceFrom: '2017-06-01', mark: 'found' },
  'cybersecurity-2025': { title: '中华人民共和国网络安全法（2025年修改）', short: '《网络安全法》', inForceFrom: '2026-01-01', mark: 'known' },
  'pipl-2021': { title: '中华人民共和国个人信息保护法', short: '《个人信息保护法》', inForceFrom: '2021-11-01', mark: 'found' },
  'official-documents-2012': {
    title: '党政机关公文处理工作条例及GB/T 9704—2012',
    short: '《党政机关公文处理工作条例》',
    inForceFrom: '2012-07-01',
    mark: 'known',
  },
  'index-number-guide': { title: '政府信息公开目录系统实施指引（试行）', short: '《政府信息公开目录系统实施指引（试行）》', inForceFrom: null, mark: 'found' },
  'platform-2019': {
    title: '关于规范政府信息公开平台有关事项的通知（国办公开办函〔2019〕61号）',
    short: '国办公开办函〔2019〕61号',
    inForceFrom: '2019-12-03',
    mark: 'known',
  },
  'site-guide-2017': { title: '政府网站发展指引（国办发〔2017〕47号）', short: '《政府网站发展指引》', inForceFrom: '2017-05-15', mark: 'found' },
  'mlps-2019': { title: '信息安全技术 网络安全等级保护基本要求（GB/T 22239—2019）', short: 'GB/T 22239—2019', inForceFrom: '2019-12-01', mark: 'found' },
  'penalty-2021': { title: '中华人民共和国行政处罚法（2021年修订）', short: '《行政处罚法》', inForceFrom: '2021-07-15', mark: 'found' },
  'recon-2023': { title: '中华人民共和国行政复议法（2023年修订）', short: '《行政复议法》', inForceFrom: '2024-01-01', mark: 'found' },
  'recon-1999': { title: '中华人民共和国行政复议法（1999年公布）', short: '《行政复议法》（1999年施行）', inForceFrom: '1999-10-01', mark: 'known' },
  'litigation-2017': { title: '中华人民共和国行政诉讼法（2014年、2017年修正）', short: '《行政诉讼法》', inForceFrom: '2015-05-01', mark: 'found' },
  'litigation-1989': { title: '中华人民共和国行政诉讼法（1989年公布）', short: '《行政诉讼法》（1990年施行）', inForceFrom: '1990-10-01', mark: 'known' },
  'civil-procedure-2023': { title: '中华人民共和国民事诉讼法（2023年修正）', short: '《民事诉讼法》', inForceFrom: '2024-01-01', mark: 'found' },
  'licence-2019': { title: '中华人民共和国行政许可法（2019年修正）', short: '《行政许可法》', inForceFrom: '2019-04-23', mark: 'found' },
  'budget-2018': { title: '中华人民共和国预算法（2018年修正）', short: '《预算法》', inForceFrom: '2018-12-29', mark: 'found' },
  'decision-2019': { title: '重大行政决策程序暂行条例', short: '《重大行政决策程序暂行条例》', inForceFrom: '2019-09-01', mark: 'found' },
  'rule-making-2017': { title: '规章制定程序条例（2017年修订）', short: '《规章制定程序条例》', inForceFrom: '2018-05-01', mark: 'found' },
  'business-2019': { title: '优化营商环境条例', short: '《优化营商环境条例》', inForceFrom: '2020-01-01', mark: 'found' },
  'fee-2020': {
    title: '政府信息公开信息处理费管理办法（国办函〔2020〕109号）',
    short: '《政府信息公开信息处理费管理办法》',
    inForceFrom: '2021-01-01',
    mark: 'known',
  },
  'receipt-2015': {
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开期限有关问题的解释（国办公开办函〔2015〕207号）',
    short: '国办公开办函〔2015〕207号',
    inForceFrom: '2015-01-01',
    mark: 'known',
  },
  'service-2016': {
    title: '关于政府信息公开处理决定送达问题的解释（国办公开办函〔2016〕235号）',
    short: '国办公开办函〔2016〕235号',
    inForceFrom: '2016-01-01',
    mark: 'known',
  },
  'yearly-report-2021': {
    title: '中华人民共和国政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）',
    short: '国办公开办函〔2021〕30号',
    inForceFrom: '2021-09-30',
    mark: 'known',
  },
  'disclosure-cases-2025': {
    title: '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释（法释〔2025〕8号）',
    short: '《最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释》',
    inForceFrom: '2025-06-01',
    mark: 'known',
  },
  'holidays-2024': { title: '全国年节及纪念日放假办法（2024年修订）', short: '《全国年节及纪念日放假办法》', inForceFrom: '2025-01-01', mark: 'known' },
  'party-2017': {
    title: '中国共产党党务公开条例（试行）（2017年）',
    short: '《中国共产党党务公开条例（试行）》',
    inForceFrom: '2017-12-20',
    mark: 'known',
  },
  'interpretation-2016': {
    title: '2016年政务公开工作要点（国办发〔2016〕19号）',
    short: '国办发〔2016〕19号',
    inForceFrom: '2016-04-18',
    mark: 'found',
  },
}

const figures = '零一二三四五六七八九'

/** Chinese numeral of 1 to 999, as statutes number their articles: 二十, 一百零五. */
export function chineseNumeral(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  const head = hundreds === 0 ? '' : `${figures[hundreds]}百${tens === 0 && ones > 0 ? '零' : ''}`
  const middle = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : figures[tens]}十`
  return head + middle + (ones === 0 ? '' : figures[ones])
}

/** `《政府信息公开条例》第三十三条`; the law alone where the place in it is no plain number. */
export function articleTitle(article: Article): string {
  const [law, place] = article.split('/') as [Law, string]
  const number = Number(place)
  return Number.isInteger(number) && law !== 'index-number-guide' && number > 0 && number < 1000
    ? `${laws[law].short}第${chineseNumeral(number)}条`
    : laws[law].short
}
