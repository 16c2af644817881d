// Finds the title at the head of a text, with the 文号 and the date that stand around it, and takes them out of the body.
import { readDocumentNumber, type DocumentNumber } from '../../../../kernel/document-number.ts'
import { plainText, type TextBlock } from '../../../../kernel/text-block.ts'
import { readWrittenDate, type WrittenDate } from '../../../../kernel/written-date.ts'
import { fold } from './fold.ts'
import { markerOf } from './markers.ts'
import { finding, shortened, type Finding } from './report.ts'
import { tidyText } from './spaces.ts'

type Line = Extract<TextBlock, { kind: 'line' | 'paragraph' }>

export interface Masthead {
  readonly title: string
  readonly documentNumber: { readonly number: DocumentNumber; readonly written: string } | undefined
  /** 题注: the date in brackets under the title. */
  readonly date: { readonly read: WrittenDate; readonly written: string } | undefined
  readonly blocks: TextBlock[]
  readonly doubtful: Finding[]
  readonly dropped: Finding[]
}

/** What a title may end with; then the next line is not a part of it. */
const titleEnd =
  /(?:通知|通告|公告|公报|报告|意见|决定|决议|命令|令|通报|批复|请示|议案|函|纪要|办法|规定|规则|细则|方案|规划|计划|要点|总结|情况|指南|制度|目录|预案|条例|章程|说明|解读|名单|清单|表|简介|讲话|致辞|答复|公示|启事|须知|流程|标准|汇报|年报|信息|动态|问答|措施|工作)(?:[(（][^)）]{1,20}[)）])?$/
const letterhead = /^[\p{Script=Han}（）()]{3,30}文\s*件$/u
const signer = /^签\s*发\s*人\s*[:：]/
const urgency = /^(?:特急|加急|急件|平急|机密|秘密|内部|[0-9]{6})$/
const salutation = /[:：]$/
const sentence = /[。；;！!]/
const longestTitleLine = 60
const longestTitle = 120
const searched = 14

const isLine = (block: TextBlock | undefined): block is Line => block?.kind === 'line' || block?.kind === 'paragraph'
const lineText = (block: TextBlock | undefined): string => (isLine(block) || block?.kind === 'heading' ? tidyText(plainText(block.spans)) : '')

const mayBeTitle = (text: string): boolean =>
  text !== '' &&
  [...text].length <= longestTitleLine &&
  !sentence.test(text) &&
  !salutation.test(text) &&
  markerOf(text) === undefined &&
  !/^[\d\s.,]+$/.test(text)

/** Whether the title goes on in the next line. */
function titleGoesOn(soFar: string, next: TextBlock | undefined): boolean {
  if (!isLine(next)) return false
  const text = lineText(next)
  if (!mayBeTitle(text) || readDocumentNumber(text) || readWrittenDate(text)) return false
  if ([...(soFar + text)].length > longestTitle) return false
  // the rest of a broken title ends as titles do; a first line of the text does not
  if (titleEnd.test(fold(soFar)) && !/^[(（]|^的|^——/.test(text)) return false
  return titleEnd.test(fold(text)) || next.gap === 0 || next.align === 'center'
}

export function findMasthead(
  blocks: readonly TextBlock[],
  known: { readonly title?: string; readonly fileTitle?: string; readonly fileName?: string },
): Masthead {
  const doubtful: Finding[] = []
  const dropped: Finding[] = []
  const gone = new Set<number>()
  let documentNumber: Masthead['documentNumber']
  let date: Masthead['date']
  let title = ''
  let guessedFrom: string | undefined

  const takeAround = (at: number): boolean => {
    const text = lineText(blocks[at])
    const number =
      readDocumentNumber(text.replace(/^[（(](?=[^)）]*[)）]$)|(?<=^[（(][^)）]*)[)）]$/g, '')) ?? readDocumentNumber(text.split(/签\s*发\s*人/)[0] ?? '')
    if (number && (number.year !== null || number.code.length > 0 || title !== '')) {
      documentNumber ??= { number, written: text }
      gone.add(at)
      return true
    }
    const read = readWrittenDate(text)
    if (read && title !== '' && (/^[（(]/.test(text) || blocks[at + 1] !== undefined)) {
      date ??= { read, written: text }
      gone.add(at)
      return true
    }
    const furniture = title === '' && (letterhead.test(text) || signer.test(text) || urgency.test(text))
    if (furniture) {
      dropped.push(finding('letterhead', text))
      gone.add(at)
    }
    return furniture
  }

  let at = 0
  const markdownTitle = blocks.findIndex(
    (block, index) => index < searched && block.kind === 'heading' && block.level === 1 && markerOf(lineText(block)) === undefined,
  )
  for (; at < Math.min(blocks.length, searched) && title === ''; at += 1) {
    const block = blocks[at]
    if (markdownTitle >= 0 ? at !== markdownTitle : !isLine(block) && block?.kind !== 'heading') {
      takeAround(at)
      continue
    }
    if (at !== markdownTitle && takeAround(at)) continue
    const text = lineText(block)
    if (at !== markdownTitle && !mayBeTitle(text)) {
      // the text has begun; a title would stand before it
      if ([...text].length > longestTitleLine || sentence.test(text) || markerOf(text)) break
      continue
    }
    title = text
    gone.add(at)
    let lines = 1
    while (titleGoesOn(title, blocks[at + 1])) {
      at += 1
      title += lineText(blocks[at])
      gone.add(at)
      lines += 1
    }
    if (lines > 1) doubtful.push(finding('title-joined', title, { field: 'title', facts: { count: lines } }))
  }
  if (title !== '') for (; at < blocks.length && takeAround(at); at += 1);

  // the page's own word for the title repeats, completes or replaces what stands in the text
  if (known.title && known.title !== title) {
    if (title === '' || !tidyText(known.title).startsWith(title)) for (const index of gone) if (lineText(blocks[index]) === title) gone.delete(index)
    title = tidyText(known.title)
  }
  if (title === '' && known.fileTitle) {
    title = tidyText(known.fileTitle)
    guessedFrom = '网页标题'
  }
  if (title === '' && known.fileName) {
    title = known.fileName
      .replace(/\.[^.]{1,5}$/, '')
      .replace(/[_]+/g, ' ')
      .trim()
    guessedFrom = '文件名'
  }
  if (guessedFrom) doubtful.push(finding('title-guessed', title, { field: 'title', facts: { where: guessedFrom } }))
  if ([...title].length > 80) doubtful.push(finding('title-long', title, { field: 'title' }))
  return { title: shortened(title, 200), documentNumber, date, blocks: blocks.filter((_, index) => !gone.has(index)), doubtful, dropped }
}
