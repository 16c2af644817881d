// A made-up case in which everything happened, so that a wording can be seen filled before it is used.
import { day } from '../../../kernel/day.ts'
import { letterRows, type LetterKind } from '../law/letters.ts'
import { outcomeFacts, type OutcomeFact } from '../law/outcomes.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'
import type { CaseFacts, TakenStep } from './facts.ts'
import { nothingYet } from './fold.ts'
import type { LetterCase, LetterPlace } from './letter.ts'

const received = day('2026-03-02')

const facts: CaseFacts = {
  ...nothingYet,
  state: 'signed',
  channel: 'counter',
  arrivedOn: received,
  receivedOn: received,
  correction: { askedOn: day('2026-03-04'), until: day('2026-03-18'), receivedOn: day('2026-03-10') },
  restarts: [day('2026-03-10')],
  fee: { notifiedOn: day('2026-03-12'), receivedOn: null, method: 'per-page', nth: 1, units: 35, yuan: 50, paidOn: null },
  consultations: [{ number: 1, kind: 'third-party', name: '某某公司', sentOn: day('2026-03-16'), receivedOn: null, answeredOn: null, opinion: 'objected' }],
  extension: { on: day('2026-03-20'), days: 10, consentBy: '负责人' },
}

/** The case and the place in it for a letter of the kind. */
export function sampleFor(kind: LetterKind, unitKind: UnitKind, reviewChannel: string): { readonly place: LetterPlace; readonly of: LetterCase } {
  const { answers, after = [], to } = letterRows[kind]
  const told = Object.fromEntries((Object.keys(outcomeFacts) as OutcomeFact[]).map((fact) => [fact, `（${outcomeFacts[fact].hint}）`]))
  const name = answers?.[0] ?? (after.includes('lapse-correction') ? 'not-corrected' : after.includes('lapse-fee') ? 'fee-unpaid' : 'granted')
  const taken: TakenStep[] = after.map((step) => ({ step, on: received, by: null, input: { text: '（办理时写明的内容）', day: received, until: day('2026-03-18') } }))
  const consultations = to === 'co-maker' ? facts.consultations.map((one) => ({ ...one, kind: 'co-maker' as const, name: '某某局' })) : facts.consultations
  return {
    place: { kind, about: to === 'applicant' ? 0 : 1 },
    of: {
      number: 'SQ2026-000001',
      applicantName: '某某',
      subject: '某某项目批复',
      description: '2025年某某项目的批复文件',
      channel: 'counter',
      unitKind,
      facts: { ...facts, consultations, outcome: { name, facts: kind === 'denied' ? { secret: '（逐项写明理由）' } : told, withheldUnder: name === 'partial' ? ['third-party-rights'] : [] } },
      taken,
      electronic: false,
      reviewChannel,
    },
  }
} // prettier-ignore
