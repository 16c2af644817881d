// The laws and norms that articles are quoted from, as screens and letters name them.
import type { Article, Law } from '../kernel/article.ts'

/** `counts`: how a place in it is written: 第十七条, or as it stands. */
export const laws: Readonly<Record<Law, { readonly title: string; readonly counts: 'articles' | 'as-written' }>> = {
  'ogi-2019': { title: '《政府信息公开条例》', counts: 'articles' },
  'ogi-2008': { title: '《政府信息公开条例》（2008年）', counts: 'articles' },
  'secrecy-2024': { title: '《保守国家秘密法》', counts: 'articles' },
  'secrecy-rules-2024': { title: '《保守国家秘密法实施条例》', counts: 'articles' },
  'cybersecurity-2016': { title: '《网络安全法》（2016年）', counts: 'articles' },
  'cybersecurity-2025': { title: '《网络安全法》', counts: 'articles' },
  'pipl-2021': { title: '《个人信息保护法》', counts: 'articles' },
  'official-documents-2012': { title: '《党政机关公文处理工作条例》', counts: 'articles' },
  'index-number-guide': { title: '《政府信息公开目录系统实施指引（试行）》', counts: 'as-written' },
  'platform-2019': { title: '国办公开办函〔2019〕61号', counts: 'as-written' },
  'site-guide-2017': { title: '《政府网站发展指引》', counts: 'as-written' },
  'mlps-2019': { title: 'GB/T 22239—2019', counts: 'as-written' },
  'penalty-2021': { title: '《行政处罚法》', counts: 'articles' },
}

const figures = '零一二三四五六七八九'

/** 1 to 999 in Chinese figures: 17 → 十七, 103 → 一百零三. */
export function chineseNumber(number: number): string {
  if (number < 10) return figures.charAt(number)
  if (number < 20) return `十${number === 10 ? '' : figures.charAt(number - 10)}`
  if (number < 100) return `${figures.charAt(Math.floor(number / 10))}十${number % 10 === 0 ? '' : figures.charAt(number % 10)}`
  const rest = number % 100
  const tail = rest === 0 ? '' : rest < 10 ? `零${figures.charAt(rest)}` : rest < 20 ? `一${chineseNumber(rest)}` : chineseNumber(rest)
  return `${figures.charAt(Math.floor(number / 100))}百${tail}`
}

const isLaw = (text: string): text is Law => text in laws

/** 《政府信息公开条例》第十七条; what it does not know stays as it is. */
export function articleText(article: Article | string): string {
  const at = article.indexOf('/')
  const [law, place] = [article.slice(0, at), article.slice(at + 1)]
  if (at < 0 || !isLaw(law)) return article
  const { title, counts } = laws[law]
  return counts === 'articles' && /^[1-9]\d{0,2}$/.test(place) ? `${title}第${chineseNumber(Number(place))}条` : `${title} ${place}`
}
