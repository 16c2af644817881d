import { describe, expect, it } from 'vitest'
import type { Article } from '../kernel/article.ts'
import { articleTitle } from './laws.ts'

describe('the title of an article', () => {
  it.each<{ article: Article; title: string }>([
    { article: 'ogi-2019/7', title: '《政府信息公开条例》第七条' },
    { article: 'ogi-2019/10', title: '《政府信息公开条例》第十条' },
    { article: 'ogi-2019/20', title: '《政府信息公开条例》第二十条' },
    { article: 'ogi-2019/33', title: '《政府信息公开条例》第三十三条' },
    { article: 'penalty-2021/48', title: '《行政处罚法》第四十八条' },
    { article: 'cybersecurity-2016/105', title: '《网络安全法》第一百零五条' },
    { article: 'mlps-2019/8.1.5.1', title: 'GB/T 22239—2019' },
    { article: 'index-number-guide/2', title: '《政府信息公开目录系统实施指引（试行）》' },
  ])('of $article is $title', ({ article, title }) => {
    expect(articleTitle(article)).toBe(title)
  })
})
