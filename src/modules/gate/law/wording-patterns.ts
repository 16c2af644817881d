// Wrong wordings that are no fixed run of letters; what the administrator keeps (`wrong-words.ts` to begin with) are fixed ones.
export interface WordingPattern {
  readonly pattern: RegExp
  readonly suggestion: string
  readonly grave?: true
}

export const wordingPatterns: readonly WordingPattern[] = [
  {
    pattern: /(?:台湾|香港|澳门)(?:、\p{Script=Han}{1,8}){0,6}等(?:\d+个|多个|[一二三四五六七八九十]+个)?国家(?!和地区|、地区|（地区|或者?地区)/gu,
    suggestion: '……等国家和地区',
    grave: true,
  },
  // 截止 is the end of something; up to a point in time is 截至.
  { pattern: /截止(?:到|至)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|末)止/g, suggestion: '截至……止' },
  { pattern: /截止(?:到|至)?(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|份)?|目前|今年|去年|上月)/g, suggestion: '截至' },
  { pattern: /自(?:发布|公布|印发)之日起实行/g, suggestion: '自……之日起施行' },
]
