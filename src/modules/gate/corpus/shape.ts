// One case of the corpus: a text that somebody could write, and what the gate must find in it. All persons, numbers and units are invented.
export type Kind =
  | 'identity'
  | 'mobile'
  | 'bank-card'
  | 'address'
  | 'unified-code'
  | 'placeholder'
  | 'wording'
  | 'foreign-unit'
  | 'date'
  | 'document-number'
  | 'table-sum'
  | 'prose-sum'
  | 'link'
  | 'picture'
  | 'metadata'
  | 'leader'

/** What differs from the usual setting: a notice of the housing bureau of the county Qinglan. */
export interface Setting {
  readonly unitName?: string
  readonly title?: string
  readonly kind?: string
  readonly columnIds?: readonly string[]
  readonly documentNumber?: string
  readonly sourceUrl?: string
  readonly leaders?: readonly { readonly name: string; readonly titles: readonly string[] }[]
}

/** A text (lines are paragraphs; markup where it begins with `<`), the very places that are wrong in it, in order, and its setting. */
export type Case = readonly [text: string, finds: readonly string[], setting?: Setting]

export interface Chapter {
  readonly kind: Kind
  /** Each names what the check must find, and nothing else may be found in it by any check. */
  readonly wrong: readonly Case[]
  /** What looks alike and is right. */
  readonly right: readonly (string | readonly [text: string, setting: Setting])[]
}

export interface HeldOut {
  /** What the check of this kind must find something in. */
  readonly wrong: readonly string[]
  /** What it must find nothing in. */
  readonly right: readonly string[]
}

export const usual = {
  unitName: '青岚县住房和城乡建设局',
  title: '关于做好城镇住房保障工作的通知',
  kind: '通知',
  columnIds: ['7b0c6c1e-5d5a-4e65-9b9e-2f4a3a1f0003'],
  otherUnits: ['青岚县人民政府', '青岚县教育局', '青岚县商务局', '青岚县民政局', '青岚县卫生健康局', '青岚县财政局', '云水镇人民政府'],
  leaders: [
    { name: '周建民', titles: ['党组书记、局长'] },
    { name: '吴晓琳', titles: ['党组成员、副局长'] },
    { name: '郑国栋', titles: ['总工程师'] },
  ],
  /** Addresses of documents on this site: `public`, `withdrawn`; others are unknown to it. */
  documents: {
    '11111111-1111-4111-8111-111111111111': 'public',
    '22222222-2222-4222-8222-222222222222': 'withdrawn',
  },
} as const
