// What must hold before a step, one row each: every reason that is met, at once.
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { ReportNeed } from '../law/steps.ts'
import { partsFor, type Outline } from './outline.ts'
import { blankCells, brokenSums, formOf, unexplained, type SheetFinding } from './sheet-checks.ts'
import type { ReportSheet } from './sheet.ts'

export interface StepInput {
  readonly note: string
  /** The day on which the paper copy was sealed. */
  readonly day: Day | null
}

export interface StepFacts {
  readonly sheet: ReportSheet
  readonly outline: Outline | null
  readonly findings: readonly SheetFinding[]
  /** Accounts that typed a cell or a part, or asked for the signature. */
  readonly writers: readonly string[]
  readonly actorId: string
  /** Of a region: own reports of the round that are not accepted yet. */
  readonly outstanding: number
  readonly today: Day
  readonly input: StepInput
}

type Need = (facts: StepFacts) => Refusal[]

const shortest = 2

/** What is asked of the form is not known before the form is filled: `asked` needs are left out of what a button says. */
export const needs: Readonly<Record<ReportNeed, { readonly asked?: true; readonly check: Need }>> = {
  'reason-given': { asked: true, check: ({ input }) => (input.note.trim().length < shortest ? [{ code: 'report-note-missing', field: 'note' }] : []) },
  'sums-hold': {
    check: ({ findings }) => {
      const broken = brokenSums(findings)
      return broken.length > 0 ? [{ code: 'report-sums-broken', facts: { count: broken.length } }] : []
    },
  },
  'cells-filled': {
    check: ({ sheet, outline }) => {
      const form = formOf(sheet)
      const count = form
        ? blankCells(form, sheet).length
        : (outline?.figures ?? []).filter(({ key }) => (sheet.cells.get(key)?.value.stands ?? 'blank') === 'blank').length
      return count > 0 ? [{ code: 'report-cells-blank', facts: { count } }] : []
    },
  },
  'parts-written': {
    check: ({ sheet, outline }) => {
      const empty = partsFor(formOf(sheet), outline)
        .filter(({ optional }) => !optional)
        .filter(({ ordinal }) => (sheet.parts.find((part) => part.ordinal === ordinal)?.body.trim() ?? '') === '')
      return empty.length > 0 ? [{ code: 'report-parts-empty', facts: { parts: empty.map(({ title }) => `“${title}”`).join('、') } }] : []
    },
  },
  'differences-explained': {
    check: ({ sheet }) => {
      const count = unexplained(sheet).length
      return count > 0 ? [{ code: 'report-unexplained', facts: { count } }] : []
    },
  },
  'signer-not-writer': { check: ({ writers, actorId }) => (writers.includes(actorId) ? [{ code: 'report-signer-wrote' }] : []) },
  'below-accepted': {
    check: ({ sheet, outstanding }) =>
      sheet.scope === 'region' && outstanding > 0 ? [{ code: 'report-below-outstanding', facts: { count: outstanding } }] : [],
  },
  'sealed-day': {
    asked: true,
    check: ({ input, sheet, today }) => {
      if (input.day === null) return [{ code: 'report-sealed-missing', field: 'day' }]
      if (input.day > today) return [{ code: 'report-sealed-ahead', field: 'day' }]
      return sheet.signedOn !== null && input.day < sheet.signedOn ? [{ code: 'report-sealed-early', field: 'day', facts: { first: sheet.signedOn } }] : []
    },
  },
}
