// Where disclosed information is to be supplied and can be read (ogi-2019/25), and in what form it is handed over.
export const readingPointKinds = {
  archive: { title: '国家档案馆', article: 'ogi-2019/25' },
  library: { title: '公共图书馆', article: 'ogi-2019/25' },
  'service-hall': { title: '政务服务场所', article: 'ogi-2019/25' },
  other: { title: '其他查阅点', article: 'ogi-2019/25' },
} as const

export type ReadingPointKind = keyof typeof readingPointKinds

export const media = { paper: '纸质', electronic: '电子', both: '纸质和电子' } as const
export type Medium = keyof typeof media
