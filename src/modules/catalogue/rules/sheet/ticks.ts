// ■政府网站 □政府公报: which boxes of a cell are ticked, in official layouts and in copies that lost the signs.
import { channels, tickSigns, type Channel } from '../../law/entries.ts'

const escaped = (signs: readonly string[]): string => signs.map((sign) => sign.replaceAll(/[[\]\\^-]/g, '\\$&')).join('')
const chosenSigns = escaped(tickSigns.chosen)
const leftSigns = escaped(tickSigns.left)
const lookAlikes = escaped([...tickSigns.chosenLookAlikes, ...tickSigns.leftLookAlikes])

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s()（）、,，/.。:：_—-]/g, '')

const spellings: ReadonlyMap<string, Channel> = new Map(
  (Object.entries(channels) as [Channel, (typeof channels)[Channel]][]).flatMap(([key, { title, also }]) =>
    [title, ...also].map((words): [string, Channel] => [bare(words), key]),
  ),
)
const names = [...spellings.keys()].toSorted((a, b) => b.length - a.length)

/** A plain letter or 口 stands for a lost sign only where a channel's name or 其他 follows, or where it begins a line. */
function marked(text: string): string {
  const withBreaks = text.replaceAll(new RegExp(`([${chosenSigns}${leftSigns}])`, 'g'), '\n$1')
  return withBreaks.replaceAll(new RegExp(`[ \\t\\u3000]*([${lookAlikes}])[ \\t\\u3000]*(?=\\S)`, 'g'), (whole, sign: string, at: number) => {
    const rest = bare(withBreaks.slice(at + whole.length))
    const before = withBreaks[at - 1] ?? '\n'
    // a Latin word or a Chinese one such as 窗口 or 出口 runs on before it
    const runsOn = /\w/.test(before) && /\w/.test(sign)
    const named = names.some((name) => rest.startsWith(name)) || rest.startsWith('其他')
    return named && !runsOn ? `\n${(tickSigns.leftLookAlikes as readonly string[]).includes(sign) ? '□' : '■'}` : whole
  })
}

export interface ReadChannels {
  readonly channels: readonly Channel[]
  /** 其他____ as written, and ticked words that no channel is called by. */
  readonly other: string
}

export function channelsOf(cell: string): ReadChannels {
  const pieces = marked(cell)
    .split(/\n/)
    .map((piece) => piece.trim())
    .filter(Boolean)
  const isChosen = new RegExp(`^[${chosenSigns}]`)
  const isLeft = new RegExp(`^[${leftSigns}]`)
  const anySign = pieces.some((piece) => isChosen.test(piece) || isLeft.test(piece))
  const chosen = anySign ? pieces.filter((piece) => isChosen.test(piece)) : pieces.flatMap((piece) => piece.split(/[、,，;；\s]+/)).filter(Boolean)
  const found = new Set<Channel>()
  const others: string[] = []
  for (const piece of chosen) {
    const words = piece.replace(new RegExp(`^[${chosenSigns}]\\s*`), '').trim()
    const key = spellings.get(bare(words)) ?? spellings.get(bare(words.replace(/[（(].*$/, '')))
    if (key) found.add(key)
    else if (bare(words) !== '' && bare(words) !== '其他') others.push(words.replace(/^其他[:：_\s]*/, '').replaceAll(/_+/g, ''))
  }
  const order = Object.keys(channels) as Channel[]
  return { channels: order.filter((key) => found.has(key)), other: others.filter(Boolean).join('、') }
}

/** Whether a cell below 县级, 主动 or 全社会 is ticked; words beside the tick are returned, too. */
export function tickOf(cell: string): { readonly ticked: boolean; readonly words: string } {
  const text = cell.trim()
  if (text === '') return { ticked: false, words: '' }
  const signs = new RegExp(`[${chosenSigns}]`)
  const empty = new RegExp(`^[${leftSigns}口]\\s*`)
  if (signs.test(text))
    return {
      ticked: true,
      words: text
        .replaceAll(new RegExp(`[${chosenSigns}]`, 'g'), '')
        .replaceAll(/^[（(]|[）)]$/g, '')
        .trim(),
    }
  if (/^[tRþvV是]$/.test(text)) return { ticked: true, words: '' }
  if (empty.test(text) || /^[-—/×xX否无]+$/.test(text)) return { ticked: false, words: '' }
  return { ticked: true, words: text.replaceAll(/^[（(]|[）)]$/g, '') }
}

/** The cell of the official layout: every channel of the usual list, ticked or not, then those chosen beyond it. */
export function channelCell(chosen: readonly Channel[], other: string): string {
  const usual = (Object.keys(channels) as Channel[]).slice(0, 12)
  const lines = [...usual, ...chosen.filter((key) => !usual.includes(key))].map((key) => `${chosen.includes(key) ? '■' : '□'}${channels[key].title}`)
  return [...lines, other === '' ? '□其他' : `■其他 ${other}`].join('\n')
}
