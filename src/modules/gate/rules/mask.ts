// Shortens numbers of persons so that what is left cannot be made whole again.
import { findingRows, type FindingCode } from '../law/kinds.ts'
import { maskForms, usualMasks, type MaskKind } from '../law/masks.ts'
import { plainOf } from './subject.ts'

/** The chosen form of each kind, by name. */
export type MaskForms = Readonly<Record<MaskKind, string>>

function keepsOf(kind: MaskKind, form: string): readonly [number, number] {
  const forms: Readonly<Record<string, { readonly keeps: readonly [number, number] }>> = maskForms[kind].forms
  return forms[Object.hasOwn(forms, form) ? form : usualMasks[kind]]?.keeps ?? [0, 0]
}

function shortened(number: string, [first, last]: readonly [number, number]): string {
  const digits = plainOf(number).replaceAll(/[^0-9A-Za-z]/g, '')
  const hidden = Math.max(0, digits.length - first - last)
  return `${digits.slice(0, first)}${'*'.repeat(hidden)}${last === 0 ? '' : digits.slice(-last)}`
}

/** What a finding of a person's number is replaced by; null where there is nothing to mask. */
export function maskOf(code: FindingCode, match: string, forms: MaskForms): string | null {
  const { kind } = findingRows[code]
  if (kind === 'address') return `${match.slice(0, match.search(/[\d０-９]/))}***`
  if (kind !== 'identity' && kind !== 'mobile' && kind !== 'bank-card') return null
  // Fifteen digits keep no place for six and four around the birth date.
  if (code === 'identity-number-old') return shortened(match, [2, 3])
  return shortened(match, keepsOf(kind, forms[kind]))
}

/** Every long number in a text, but for its ends: for what is stored of a finding. */
export const veiled = (text: string): string => text.replaceAll(/[\d０-９][\d０-９ -]{5,}[\d０-９XxＸｘ]/g, (number) => shortened(number, [2, 2]))
