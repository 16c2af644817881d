// A document between its bytes and its page: what readers of files hand to the import rules.
export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly href?: string
}

/** `line`: one line of a text or a page, which an export may have broken; `paragraph`: whole by the file's own word. */
export type TextBlock =
  | {
      readonly kind: 'line' | 'paragraph'
      readonly spans: readonly Span[]
      /** Empty lines before it. */
      readonly gap: number
      /** Starts further right than its neighbours, as a new paragraph does. */
      readonly indented: boolean
      readonly align?: 'center' | 'right'
      /** First line of a new page: the gap says nothing. */
      readonly pageStart?: boolean
    }
  | { readonly kind: 'heading'; readonly level: number; readonly spans: readonly Span[] }
  /** `html`: its own markup, where cells are merged. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly html?: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'picture'; readonly picture: number; readonly alt: string }

export const plainText = (spans: readonly Span[]): string => spans.map((span) => span.text).join('')

/** All letters of a block, in order, tables and lists one cell or item a line. */
export function textOf(block: TextBlock): string {
  switch (block.kind) {
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n')
    case 'list':
      return block.items.map(plainText).join('\n')
    case 'picture':
      return ''
    default:
      return plainText(block.spans)
  }
}
