// Reads the end of a text: who signed it and when, and the 版记 that is not part of it.
import { plainText, type TextBlock } from '../../../../kernel/text-block.ts'
import { readWrittenDate, type WrittenDate } from '../../../../kernel/written-date.ts'
import { fold } from './fold.ts'
import { finding, type Finding } from './report.ts'
import { tidyText } from './spaces.ts'

export interface Signature {
  readonly units: readonly string[]
  readonly date: { readonly read: WrittenDate; readonly written: string } | undefined
  readonly blocks: TextBlock[]
  readonly dropped: Finding[]
}

type Line = Extract<TextBlock, { kind: 'line' | 'paragraph' }>
const isLine = (block: TextBlock | undefined): block is Line => block?.kind === 'line' || block?.kind === 'paragraph'

const searched = 30
const unitEnd =
  /(?:政府|局|委员会|委|办公室|办公厅|办|厅|部|院|中心|站|所|处|科|队|会|社|公司|学校|中学|小学|医院|街道|镇|乡|村|社区|领导小组|指挥部|管委会|银行|大学|学院)(?:[(（][\p{Script=Han}]{1,12}[)）])?$/u
const imprint =
  /^(?:抄送|抄报|主送|分送|印发)\s*[:：]|(?:\d{4}年\d{1,2}月\d{1,2}日|日)\s*印\s*发$|^共印\s*\d+\s*份|^[（(]?此件(?:公开发布|主动公开|依申请公开|不予公开)[)）]?$/
const longestUnit = 40

/** 县农业局2026年工作总结 → 县农业局: the unit that a title names first. */
export function unitOfTitle(title: string): string | undefined {
  const found =
    /^([\p{Script=Han}]{2,24}?(?:人民政府|政府|委员会|局|厅|办公室|管委会|街道办事处|领导小组|医院|学校|中心))(?:办公[室厅])?(?=[\d〇一二三四五六七八九]|关于|\s|年|信息|政务|工作|“)/u.exec(
      fold(title),
    )
  return found ? title.slice(0, found[0].length) : undefined
}

/** 青　岚　县　农业局 → one word; units in one line are parted by a wide space. */
const unitsOf = (text: string): string[] => {
  const pieces = text.split(/[\u3000]+/).filter((piece) => piece !== '')
  return pieces.every((piece) => unitEnd.test(fold(piece)) && piece.length >= 3) ? pieces : [pieces.join('')]
}

const mayBeUnit = (text: string): boolean =>
  [...text].length <= longestUnit && [...text].length >= 3 && unitEnd.test(fold(text.replace(/[\u3000\s]/g, ''))) && !/[。，；：、,;:]/.test(text)

export function readSignature(blocks: readonly TextBlock[]): Signature {
  const gone = new Set<number>()
  const dropped: Finding[] = []
  const from = Math.max(0, blocks.length - searched)
  const lines = blocks.map((block) => (isLine(block) ? tidyText(plainText(block.spans)) : ''))
  for (let at = from; at < blocks.length; at += 1) {
    if (!imprint.test(lines[at] ?? '')) continue
    dropped.push(finding('imprint', lines[at] ?? ''))
    gone.add(at)
  }
  const align = new Set<number>()
  for (let at = blocks.length - 1; at >= from; at -= 1) {
    const text = lines[at] ?? ''
    if (gone.has(at) || text === '') continue
    // 县农业局　2026年12月7日 on one line
    const tail =
      /^(.{3,40}?)[\s\u3000]*((?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{3,4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$/u.exec(
        text,
      )
    const read = readWrittenDate(text)
    if (!read && tail && mayBeUnit((tail[1] ?? '').trim())) {
      align.add(at)
      const oneLine = readWrittenDate(tail[2] ?? '')
      if (oneLine) return result(unitsOf((tail[1] ?? '').trim()), { read: oneLine, written: tail[2] ?? '' })
    }
    if (!read || (read.doubt === 'day-missing' && at < blocks.length - 3)) continue
    align.add(at)
    const units: string[] = []
    for (let before = at - 1; before >= Math.max(from, at - 8); before -= 1) {
      const unit = lines[before] ?? ''
      if (gone.has(before) || unit === '') continue
      if (!mayBeUnit(unit)) break
      units.unshift(...unitsOf(unit))
      align.add(before)
    }
    return result(units, { read, written: text })
  }
  // signed without a date
  const last = lines.findLastIndex((text, at) => text !== '' && !gone.has(at))
  if (last >= from && last > 0 && mayBeUnit(lines[last] ?? '')) {
    align.add(last)
    return result(unitsOf(lines[last] ?? ''), undefined)
  }
  return result([], undefined)

  function result(units: readonly string[], date: Signature['date']): Signature {
    const aligned = blocks.map((block, at): TextBlock => (align.has(at) && isLine(block) ? { ...block, kind: 'paragraph', align: 'right' } : block))
    return { units, date, blocks: aligned.filter((_, at) => !gone.has(at)), dropped }
  }
}
