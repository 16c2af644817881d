// Words of 党务公开 after 《中国共产党党务公开条例（试行）》. Its text was not at hand when this was written: every row is known, none confirmed; an office corrects it against the text.
import type { Article } from '../../../kernel/article.ts'
import type { Audience } from './entries.ts'

interface Range {
  readonly title: string
  readonly article: Article
  readonly inForceFrom: string
  readonly mark: 'known'
}

const range = (title: string): Range => ({ title, article: 'party-2017/range', inForceFrom: '2017-12-20', mark: 'known' })

/** 公开范围, as the columns of the catalogue hold it; 特定群体 is written out in the column beside. */
export const partyRanges = {
  society: range('向社会公开'),
  group: range('在全党公开，或者向特定党员、干部和群众公开'),
  staff: range('在本党组织内部公开'),
} as const satisfies Record<Audience, Range>
