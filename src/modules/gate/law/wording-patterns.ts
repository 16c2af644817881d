// Wrong wordings that are no fixed run of letters; what the administrator keeps (`wrong-words.ts` to begin with) are fixed ones.
export interface WordingPattern {
  readonly pattern: RegExp
  readonly suggestion: string
}

export const wordingPatterns: readonly WordingPattern[] = [
  // 截止 is the end of something; up to a point in time is 截至.
  { pattern: /截止(?:到|至)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|末)止/g, suggestion: '截至……止' },
  { pattern: /截止(?:到|至)?(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|份)?|目前|今年|去年|上月)/g, suggestion: '截至' },
  { pattern: /自(?:发布|公布|印发)之日起实行/g, suggestion: '自……之日起施行' },
]
