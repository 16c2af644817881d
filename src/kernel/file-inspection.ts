// What an inspection of a file tells: what it says beside what it shows.
/** What stands in a file and is not seen, or is seen only by who looks for it. */
export type HiddenKind =
  | 'hidden-sheet'
  | 'hidden-rows'
  | 'hidden-columns'
  | 'filtered-rows'
  | 'hidden-slide'
  | 'comment'
  | 'tracked-change'
  | 'hidden-text'
  | 'pivot-cache'
  | 'named-data'
  | 'external-link'
  | 'embedded-file'
  | 'macro'
  | 'author-field'
  | 'covered-text'
  | 'text-off-page'
  | 'invisible-text'
  | 'script'
  | 'thumbnail'

/** What the properties of a file give away: of persons, offices, computers, places and devices. A signature gives nothing away, but forbids changes. */
export type PropertyKind = 'person' | 'organisation' | 'path' | 'place' | 'device' | 'note' | 'custom' | 'signature'

/** Everything that can be told of a file, as one word. */
export type Told = HiddenKind | `property-${Exclude<PropertyKind, 'signature'>}` | 'no-text-layer' | 'partial-text-layer' | 'not-inspected' | 'identity-number'

export type NotInspected =
  | 'encrypted'
  | 'broken'
  | 'too-expanded'
  | 'unsafe-xml'
  | 'too-many-pages'
  | 'too-slow'
  | 'too-large'
  | 'old-format'
  | 'archive'
  | 'layers-unchecked'
  | 'unknown-format'

export interface FileText {
  /** Where in the file: 工作表“名单”, 第3页, 页眉, 批注. */
  readonly place: string
  readonly text: string
  /** A reader of the file does not see it. */
  readonly hidden: boolean
}

/** A table of a file in which something is summed up, from its first row on. */
export interface FileTable {
  /** 工作表“名单”, 正文表2 */
  readonly place: string
  readonly rows: readonly (readonly string[])[]
}

/** Stands in a table where a cell is covered by another one or out of sight: there is something that is not read. */
export const unreadCell = '〃'

export interface HiddenFinding {
  readonly kind: HiddenKind
  readonly place: string
  /** How many rows, comments, letters; 1 where it is one thing. */
  readonly count: number
  /** The beginning of what is hidden, with long numbers masked; empty where there are no words. */
  readonly excerpt: string
}

export interface FileProperty {
  readonly kind: PropertyKind
  /** 作者, 最后修改者, 拍摄地点 … */
  readonly title: string
  /** In full: it is searched for in what goes out. */
  readonly value: string
  /** Where it stands, if not in the properties of the file itself: 图片 image1.jpeg. */
  readonly place?: string
}

export interface FileInspection {
  readonly format: string
  readonly inspected: 'full' | 'partly' | 'not'
  readonly because: NotInspected | null
  readonly texts: readonly FileText[]
  readonly tables: readonly FileTable[]
  readonly hidden: readonly HiddenFinding[]
  readonly properties: readonly FileProperty[]
  /** Of a PDF: can its words be searched and read aloud? Null for other files. */
  readonly textLayer: 'full' | 'partial' | 'none' | null
  readonly pages: number | null
  readonly pagesWithoutText: readonly number[]
}

/** Counts up when a detector changes, so that files are inspected anew. */
export const inspectorVersion = 2
