// The head of a sheet in the official layout: which column holds what, over two rows of merged cells, with rows of title above.
import { tiers, type Tier } from '../../law/entries.ts'

export type HeadKey =
  | 'serial'
  | 'item1'
  | 'item2'
  | 'item3'
  | 'elements'
  | 'basis'
  | 'limitText'
  | 'bodyText'
  | 'channels'
  | 'society'
  | 'group'
  | 'proactive'
  | 'on-application'
  | `tier.${Tier}`

export interface Head {
  /** Rows above the first entry. */
  readonly rows: number
  readonly columns: Readonly<Partial<Record<HeadKey, number>>>
  /** Words above the head, the title among them. */
  readonly title: string
}

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')

const upper: readonly (readonly [RegExp, HeadKey])[] = [
  [/^序号$/, 'serial'],
  [/^公开内容|^公开要素/, 'elements'],
  [/^公开依据/, 'basis'],
  [/^公开时限/, 'limitText'],
  [/^公开主体/, 'bodyText'],
  [/^公开渠道/, 'channels'],
]
const lower: readonly (readonly [RegExp, HeadKey])[] = [
  [/^一级事项|^一级公开事项/, 'item1'],
  [/^二级事项|^二级公开事项/, 'item2'],
  [/^三级事项|^三级公开事项/, 'item3'],
  [/^全社会|^社会公众/, 'society'],
  [/^特定群体|^特定群众|^特定对象/, 'group'],
  [/^主动/, 'proactive'],
  [/^依申请/, 'on-application'],
]

function tierOf(words: string): Tier | undefined {
  return (Object.keys(tiers) as Tier[]).find((tier) => (tiers[tier].heads as readonly string[]).some((head) => bare(head) === words))
}

const needed: readonly HeadKey[] = ['item1', 'elements', 'limitText']
const deepest = 12

/** Undefined where no row looks like the head of a catalogue. */
export function headOf(rows: readonly (readonly string[])[]): Head | undefined {
  const first = rows.slice(0, deepest).findIndex((row) => row.some((cell) => /^公开事项$|^公开内容|^一级事项/.test(bare(cell))))
  if (first < 0) return undefined
  const columns: Partial<Record<HeadKey, number>> = {}
  let height = 0
  for (const row of rows.slice(first, first + 3)) {
    let seen = 0
    for (const [at, cell] of row.entries()) {
      const words = bare(cell)
      const tier = tierOf(words)
      const key = [...upper, ...lower].find(([pattern]) => pattern.test(words))?.[1] ?? (tier && (`tier.${tier}` as const))
      if (key === undefined && !/^公开(事项|对象|方式|层级|形式)$/.test(words)) continue
      seen += 1
      if (key !== undefined && columns[key] === undefined) columns[key] = at
    }
    if (seen < 2) break
    height += 1
  }
  // 公开事项 in one column without levels below it
  if (columns.item1 === undefined) {
    const at = rows[first]?.findIndex((cell) => bare(cell) === '公开事项') ?? -1
    if (at >= 0) columns.item1 = at
  }
  if (needed.some((key) => columns[key] === undefined)) return undefined
  const title = [
    ...new Set(
      rows
        .slice(0, first)
        .flat()
        .map((cell) => cell.trim())
        .filter(Boolean),
    ),
  ].join('\n')
  return { rows: first + height, columns, title }
}
