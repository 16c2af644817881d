// 《title》（number）: whether the two belong together, as far as the table knows either.
import { documentNumberKey, readDocumentNumber } from '../../../../kernel/document-number.ts'
import type { CitedDocument } from '../../law/citations.ts'
import type { Reading } from '../read/reading.ts'
import { metIn, type Met } from './finding.ts'

const open = '[〔［\\[【（(]'
const cited = new RegExp(
  `《([^《》]{4,120}(?:《[^《》]*》[^《》]*)*)》(?:的通知|文件)?（(?:以下简称[^）]*，)?([\\p{Script=Han}]{2,12}${open}(?:19|20)\\d{2}[〕］\\]】）)]?第?\\d{1,4}号)`,
  'gu',
)

const normal = (number: string): string => readDocumentNumber(number)?.text ?? number

export type CitedTo = Pick<CitedDocument, 'number' | 'title' | 'words'>

export function* citations({ paragraphs }: Reading, documents: readonly CitedTo[]): Generator<Met> {
  for (const [index, { text }] of paragraphs.entries())
    for (const found of text.matchAll(cited)) {
      const [whole, title = '', written = ''] = found
      const number = normal(written)
      const same = (one: CitedTo): boolean => documentNumberKey(one.number) === documentNumberKey(number)
      const says = (one: CitedTo): boolean => one.words.some((word) => title.includes(word))
      const byNumber = documents.find(same)
      const byTitle = documents.filter(says)
      if ((byNumber && says(byNumber)) || byTitle.some(same) || (!byNumber && byTitle.length === 0)) continue
      const [right] = byTitle
      const at = found.index + whole.length - written.length
      yield metIn('citation-differs', paragraphs, index, [at, at + written.length], {
        message: `${byNumber ? `${byNumber.number}是《${byNumber.title}》，与所引标题不符` : `所引标题的文号不是${number}`}${right ? `；《${right.title}》的文号是${right.number}` : ''}。`,
        expected: right?.number ?? `《${byNumber?.title ?? ''}》`,
        found: number,
      })
    }
}
