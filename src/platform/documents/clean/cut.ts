// Cuts elements out of XML, or lays other text in their place; everything else stays byte for byte.
import { walkXml, type Tag } from '../inspect/xml.ts'

interface Cut {
  readonly from: number
  readonly to: number
  readonly instead: string
}

/** What to do with an element: drop it with all inside, drop its tags only, or leave it. */
export type Fate = 'drop' | 'unwrap' | undefined

function withCuts(xml: string, cuts: readonly Cut[]): string {
  let text = ''
  let at = 0
  for (const { from, to, instead } of cuts.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at) continue
    text += xml.slice(at, from) + instead
    at = to
  }
  return text + xml.slice(at)
}

export function cutElements(xml: string, fateOf: (tag: Tag, path: readonly string[]) => Fate): string {
  const cuts: Cut[] = []
  const open: { readonly name: string; readonly from: number; readonly fate: Fate }[] = []
  walkXml(xml, {
    open: (tag) => {
      const fate = fateOf(
        tag,
        open.map((one) => one.name),
      )
      if (tag.empty) {
        if (fate) cuts.push({ from: tag.from, to: tag.to, instead: '' })
        return
      }
      if (fate === 'unwrap') cuts.push({ from: tag.from, to: tag.to, instead: '' })
      open.push({ name: tag.name, from: tag.from, fate })
    },
    close: (tag) => {
      if (tag.empty) return
      const began = open.pop()
      if (began?.fate === 'drop') cuts.push({ from: began.from, to: tag.to, instead: '' })
      if (began?.fate === 'unwrap') cuts.push({ from: tag.from, to: tag.to, instead: '' })
    },
  })
  return withCuts(xml, cuts)
}
