// 申请答复数 of the sheet to 2018: the row of each outcome (fact sheet 2.2). The sheet knows fewer reasons than the law of 2019; an outcome stands in one row and no other.
import type { OutcomeName } from '../../../requests/law/outcomes.ts'

export type AnswerRow = 'c3_1' | 'c3_2' | 'c3_3' | 'c3_4a' | 'c3_4b' | 'c3_4c' | 'c3_4d' | 'c3_4e' | 'c3_4f' | 'c3_5' | 'c3_6' | 'c3_7' | 'c3_8'

/** Null: it ended without an answer. */
export const answerRows: Readonly<Record<OutcomeName, AnswerRow | null>> = {
  'already-public': 'c3_1',
  granted: 'c3_2',
  partial: 'c3_3',
  'state-secret': 'c3_4a',
  'law-forbids': 'c3_4f',
  safety: 'c3_4d',
  'third-party-rights': 'c3_4f',
  'internal-affairs': 'c3_4e',
  process: 'c3_4e',
  'enforcement-file': 'c3_4e',
  'special-access': 'c3_8',
  'not-held': 'c3_6',
  'other-body': 'c3_5',
  'needs-making': 'c3_4e',
  'still-unclear': 'c3_7',
  petition: 'c3_8',
  repeat: 'c3_4f',
  publication: 'c3_8',
  excessive: 'c3_4f',
  reconfirm: 'c3_4f',
  other: 'c3_4f',
  'not-corrected': null,
  'fee-unpaid': null,
  withdrawn: null,
}
