// What a photographed sheet is worth: whether it shows the text that is in work, and whether a signature on it can be entered.
import { granted, refused, type Refusal, type Ruling } from '../../../../kernel/ruling.ts'
import type { Grant } from '../../../../kernel/actor.ts'
import { codePrefix, penLevels, type PenLevel, type SheetStand } from '../../law/paper.ts'
import { stepRows } from '../../law/steps.ts'
import type { Hand } from '../facts.ts'
import { holdersOf } from '../take-step.ts'

export interface SheetOfText {
  readonly round: number
  readonly version: number
}

/** A sheet printed of an earlier text or round is evidence of that text, and moves nothing of this one. */
export function standOf(sheet: SheetOfText, now: SheetOfText): SheetStand {
  if (sheet.round !== now.round) return 'earlier-round'
  return sheet.version === now.version ? 'current' : 'earlier-text'
}

/** The code as it stands in the database, however somebody typed it: in groups, in small letters. */
export function codeOf(typed: string): string | undefined {
  const bare = typed.trim().toUpperCase().replaceAll(/[\s-]/g, '')
  const letters = bare.startsWith(codePrefix) ? bare.slice(codePrefix.length) : bare
  return /^[A-Z2-7]{26}$/.test(letters) ? letters : undefined
}

/** In groups, as it is printed beneath the code to be typed by hand. */
export const codeInGroups = (code: string): string => code.match(/.{1,5}/g)?.join('-') ?? code

/** Paper is handed in, filed and entered by whoever submits there. */
export function mayHandle(by: Hand): Ruling<Grant> {
  const { action, title, article } = stepRows['complete-paper']
  const grant = by.grantFor(action)
  return grant ? granted(grant) : refused({ code: 'not-yours-to-do', article, facts: { step: title, who: holdersOf(action) } })
}

export interface GivenPen {
  readonly level: PenLevel
  readonly signer: string
  readonly day: string
}

export interface PenFacts {
  readonly photoStand: SheetStand | undefined
  readonly today: string
}

/** What is entered from the paper: on a photograph of this very text, by name and day, each level once. */
export function judgePens(pens: readonly GivenPen[], { photoStand, today }: PenFacts): Refusal[] {
  const levels = pens.map(({ level }) => level)
  return [
    ...(photoStand === undefined ? [{ code: 'pen-without-photo', field: 'attachmentId' }] : []),
    ...(photoStand !== undefined && photoStand !== 'current' ? [{ code: 'pen-on-old-sheet', field: 'attachmentId' }] : []),
    ...(new Set(levels).size < levels.length ? [{ code: 'pen-level-twice', field: 'pens' }] : []),
    ...(levels.some((level) => !penLevels.includes(level)) ? [{ code: 'pen-level-unknown', field: 'pens' }] : []),
    ...(pens.some(({ signer }) => signer.trim() === '') ? [{ code: 'pen-signer-missing', field: 'pens' }] : []),
    ...(pens.some(({ day }) => day > today) ? [{ code: 'paper-day-ahead', field: 'pens' }] : []),
  ]
}
