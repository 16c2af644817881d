// An article of law as a page prints it.
import type { Article, Law } from '../../src/kernel/article.ts'
import { articleTitle, laws } from '../../src/law/laws.ts'

const isLaw = (text: string): text is Law => text in laws

/** 《政府信息公开条例》第十七条; what is no article stays as it is. */
export function articleText(article: string): string {
  return isLaw(article.split('/')[0] ?? '') && article.includes('/') ? articleTitle(article as Article) : article
}
