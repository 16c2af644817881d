// The tables of the record of a review, as Kysely sees them.
import type { Generated } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

interface Sheet {
  edition_id: string
  round: number
}

interface Due {
  calendar_version: string
  provisional: boolean
}

type ReviewTables = {
  'disclosure.review_answer': Sheet & {
    id: Generated<number>
    level: string
    question: string
    answer: string
    ground: string | null
    note: string
    article: string
    by_account_id: string
    by_name: string
    on_behalf_of: string | null
    at: Date
  }
  'disclosure.proposal_struck': Sheet & { unit_id: string; found: string; reason: string; struck_by: string; struck_by_name: string; at: Date }
  'disclosure.chase': Sheet & { subject: string; level: string; due_on: Day; at: Date }
  'disclosure.confirmation_decision': Sheet & {
    unit_id: string
    outcome: 'release' | 'change'
    reason: string
    article: string
    decided_by: string
    decided_by_name: string
    at: Date
  }
  'disclosure.referral': Sheet &
    Due & {
      id: Generated<string>
      addressee_kind: string
      addressee: string
      questions: string[]
      matter: string
      asked_by: string
      asked_by_name: string
      asked_at: Date
      due_on: Day
    }
  'disclosure.referral_answer': {
    referral_id: string
    answered_on: Day
    answered_by: string
    document: string
    recorded_by: string
    recorded_by_name: string
    recorded_at: Date
  }
  'disclosure.urgent_route': Sheet & Due & { reason: string; ordered_by: string; declared_by: string; declared_by_name: string; at: Date; paper_due_on: Day }
  'disclosure.urgent_paper': Sheet & { attachment_id: string; recorded_by: string; recorded_by_name: string; at: Date }
  'disclosure.proof_mark': Sheet & { turn: number; by_account_id: string; by_name: string; note: string; at: Date }
  'disclosure.review_setting': { unit_id: string; levels: number; proofreading: boolean; updated_by: string; updated_at: Date }
}

/** The transaction, narrowed to these tables. */
export const reviewTablesOf = (tx: Tx) => tx.withTables<ReviewTables>()
