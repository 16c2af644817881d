// Who reports on which year, and in which form.
import { forms, formOfYear } from '../../law/forms/forms.ts'
import type { Form, Generation } from '../../law/forms/shape.ts'
import { dense } from './canonical.ts'
import type { SheetRow } from './rows.ts'

const yearOfTitle = /((?:19|20)\d{2})年?/

/** The year that is reported on: of the title, else of the first words of the text. */
export function yearOf(title: string, text: string): number | null {
  const found = yearOfTitle.exec(dense(title)) ?? /((?:19|20)\d{2})年(?:度)?/.exec(text.slice(0, 400))
  return found ? Number(found[1]) : null
}

const ofWhat = /(?:政府信息|政务信息|信息|政务|党务|法定主动)公开|政务公开|公开工作/
const emptied = /^(?:关于)|(?:关于)$/g

/** What stands before the year in a title, or between the year and 政府信息公开. */
export function unitOf(title: string, signedBy: string | null): string | null {
  const written = title.replace(/[\s\u00a0\u3000]+/g, '')
  const plain = dense(title)
  const at = yearOfTitle.exec(plain)
  const before = at ? plain.slice(0, at.index).replaceAll(emptied, '') : ''
  if (before.length >= 2)
    return written.length === plain.length
      ? written
          .slice(0, at?.index)
          .replace(/^关于/, '')
          .replace(/(?:关于|關於|關于)$/, '')
      : before
  const after = at ? plain.slice(at.index + at[0].length).replace(/^度/, '') : plain
  const until = ofWhat.exec(after)?.index ?? -1
  const between = until > 0 ? after.slice(0, until).replaceAll(emptied, '') : ''
  return between.length >= 2 ? between : signedBy
}

const yearlyTitle = /(?:政府信息|政务信息|信息)公开(?:工作)?(?:年度)?(?:情况)?(?:的)?(?:年度)?报告|信息公开(?:工作)?年报|公开年度报告/

export const isYearly = (title: string): boolean => yearlyTitle.test(dense(title)) && !/总结|自查/.test(title)

export interface Recognised {
  readonly generation: Generation | null
  readonly yearly: boolean
  /** The form that its tables are printed in, or that its year asks for. */
  readonly form: Form | null
  /** The form whose own words its tables print; null where none does. */
  readonly printed: Form | null
}

export function recognise(title: string, year: number | null, rows: readonly SheetRow[]): Recognised {
  const says = (form: Form): boolean => rows.some(({ cells }) => cells.some((cell) => cell.length <= 60 && form.sign.test(cell)))
  const printed = forms.find(says) ?? null
  const yearly = isYearly(title)
  const byYear = yearly && year !== null ? (formOfYear(year) ?? null) : null
  const form = printed ?? byYear
  return { generation: form?.generation ?? null, yearly: yearly || printed !== null, form, printed }
}
