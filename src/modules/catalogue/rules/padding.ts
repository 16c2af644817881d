// Whether a text is the one before with another date, and whether it is a title without content.

/** Dates and numbers of documents are what is changed when an old text is put out as a new one. */
function withoutDates(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u4e00-\u9fff]{1,8}[〔[(]\d{4}[〕\])]\d+号/g, '')
    .replaceAll(/[〔[(（]?\d{4}[〕\])）]?(?:年度?|号|[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?)?/g, '')
    .replaceAll(/\d{1,2}月(?:\d{1,2}日)?|第?[一二三四1-4]季度|[上下]半年|\d{1,2}日/g, '')
    .replaceAll(/第?\d+号/g, '')
    .replaceAll(/[\s\p{P}]/gu, '')
}

const shingleLength = 5

function shingles(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(text.length - shingleLength + 1, 1) }, (_, at) => text.slice(at, at + shingleLength)))
}

const figures = (text: string): string => [...(text.match(/\d+(?:\.\d+)?/g) ?? [])].join(' ')
const alike = 0.95
/** Longer texts are compared by their first part: what is padded is padded from the beginning. */
const most = 20_000
const fewestWords = 30

/** Figures that changed are news however much of the text stayed. */
export function isPadded(before: string, now: string): boolean {
  const [old, fresh] = [withoutDates(before).slice(0, most), withoutDates(now).slice(0, most)]
  if (old === '' || fresh === '' || figures(old) !== figures(fresh)) return false
  if (old === fresh) return true
  const [a, b] = [shingles(old), shingles(fresh)]
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  return shared / (a.size + b.size - shared) >= alike
}

/** 只公开目录，不公开内容. */
export function isBare(document: { readonly title: string; readonly text: string; readonly attachments: number }): boolean {
  const words = document.text.replace(document.title, '').replaceAll(/[\s\p{P}]/gu, '')
  return document.attachments === 0 && words.length < fewestWords
}
