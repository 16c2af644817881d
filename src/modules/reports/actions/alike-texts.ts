// Which parts of a report read like last year's, or like those of another unit of the round? A warning: people decide.
import type { Tx } from '../../../platform/database/database.ts'
import { alikeness, foldedText, shinglesOf } from '../../channels/index.ts'
import { textLikenessLaw } from '../law/text-likeness.ts'
import { nearParts, sentencesDrawn, textsOf, type TextOf } from '../queries/text.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { drawnSentences, ownWords } from '../rules/text/own-words.ts'

export interface AlikeText {
  readonly part: number
  readonly other: TextOf
  readonly otherPart: number
  /** Thousandths. */
  readonly alike: number
}

/** The most alike first. */
export async function alikeTexts(tx: Tx, sheet: ReportSheet): Promise<AlikeText[]> {
  const near = await nearParts(tx, sheet, textLikenessLaw.mostCandidates)
  const ids = [...new Set(near.map(({ otherId }) => otherId))]
  if (ids.length === 0) return []
  const others = new Map((await textsOf(tx, ids)).map((one) => [one.id, one]))
  const drawn = await sentencesDrawn(tx, [sheet.id, ...ids])
  const shingles = ({ id, parts }: Pick<TextOf, 'id' | 'parts'>, ordinal: number): ReadonlySet<number> => {
    const own = drawnSentences((drawn.get(id) ?? []).map(({ said }) => said))
    return shinglesOf(foldedText(ownWords(parts.find((part) => part.ordinal === ordinal)?.body ?? '', own)))
  }
  return near
    .flatMap(({ part, otherId, otherPart }): AlikeText[] => {
      const other = others.get(otherId)
      if (!other) return []
      const alike = alikeness(shingles(sheet, part), shingles(other, otherPart))
      return alike >= textLikenessLaw.alikeFrom ? [{ part, other, otherPart, alike }] : []
    })
    .toSorted((a, b) => a.part - b.part || b.alike - a.alike)
}
