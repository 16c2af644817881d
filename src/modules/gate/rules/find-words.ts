// The detectors over the paragraphs of a text that is no item of the house: a report that somebody else wrote.
import { detectors } from './detect/detectors.ts'
import { pieceOf, type Subject } from './subject.ts'

export interface ForeignText {
  readonly unitName: string
  readonly title: string
  readonly kind: string
  readonly paragraphs: readonly string[]
}

export interface FoundWords {
  readonly code: string
  readonly paragraph: number
  readonly match: string
}

/** What stands in the paragraphs, by the code of `law/kinds.ts`; nothing of tables, links and fields. */
export function findWords({ unitName, title, kind, paragraphs }: ForeignText): FoundWords[] {
  const subject: Subject = {
    unit: { name: unitName, shortName: unitName },
    otherUnits: [],
    leaders: [],
    words: [],
    documents: new Map(),
    pieces: paragraphs.map((text, at) => pieceOf('bodyHtml', `正文第${at + 1}段`, text)),
    tables: [],
    links: [],
    pictures: [],
    metadata: { title, kind, unitName, columns: 0, attachments: 0, reprint: false, draftedOn: null },
  }
  return detectors.flatMap((detect) =>
    [...detect(subject)].flatMap(({ code, piece, match }) => (piece === undefined ? [] : [{ code, paragraph: piece, match }])),
  )
}
