// Accepts every tracked change of a Word story and takes its comments out, where that can be done without guessing.
import { walkXml } from '../inspect/xml.ts'
import { cutElements } from './cut.ts'

const formats = new Set('rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange numberingChange'.split(' '))
const marks = new Set(
  'commentRangeStart commentRangeEnd commentReference moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd'.split(
    ' ',
  ),
)
/** Rows and cells that came or went, and changes of formulas: what is left after them takes Word itself to say. */
const tangled = new Set(['cellIns', 'cellDel', 'cellMerge'])

interface Paragraph {
  readonly from: number
  to: number
  /** Its mark was deleted: it joins the next paragraph. */
  joins: boolean
  /** Something in it stays. */
  keeps: boolean
}

/** Paragraphs that go as a whole; undefined where a paragraph joins the next, or rows and cells changed. */
function goneParagraphs(xml: string): Paragraph[] | undefined {
  const all: Paragraph[] = []
  const open: Paragraph[] = []
  const path: string[] = []
  let hard = false
  walkXml(xml, {
    open: (tag) => {
      const parent = path.at(-1)
      const current = open.at(-1)
      if (tangled.has(tag.name) || (parent === 'trPr' && (tag.name === 'del' || tag.name === 'ins')) || (parent === 'ctrlPr' && tag.name === 'del')) hard = true
      if (tag.name === 'p' && !tag.empty) open.push({ from: tag.from, to: tag.to, joins: false, keeps: false })
      if (current && parent === 'rPr' && path.at(-2) === 'pPr' && (tag.name === 'del' || tag.name === 'moveFrom')) current.joins = true
      // whatever is drawn or written outside a deletion stays
      if (
        current &&
        /^(?:t|tab|br|drawing|pict|object|sym|instrText|fldChar|oMath|sectPr|footnoteReference)$/.test(tag.name) &&
        !path.includes('del') &&
        !path.includes('moveFrom')
      )
        current.keeps = true
      if (!tag.empty) path.push(tag.name)
    },
    close: (tag) => {
      if (tag.empty) return
      path.pop()
      if (tag.name !== 'p') return
      const paragraph = open.pop()
      if (!paragraph) return
      paragraph.to = tag.to
      all.push(paragraph)
    },
  })
  const joining = all.filter((paragraph) => paragraph.joins)
  return hard || joining.some((paragraph) => paragraph.keeps) ? undefined : joining
}

export function acceptChanges(xml: string): string | undefined {
  const gone = goneParagraphs(xml)
  if (!gone) return undefined
  const starts = new Set(gone.map((paragraph) => paragraph.from))
  return cutElements(xml, (tag, path) => {
    if (tag.name === 'p' && starts.has(tag.from)) return 'drop'
    if (tag.name === 'del' || tag.name === 'moveFrom' || formats.has(tag.name) || marks.has(tag.name)) return 'drop'
    // in the properties of a run or paragraph it is a mark, around words a cover
    if (tag.name === 'ins' || tag.name === 'moveTo') return tag.empty || path.at(-1) === 'rPr' ? 'drop' : 'unwrap'
    return undefined
  })
}
