// The only writer of the steps of the courses beside applications: what follows upon an answer, and corrections of records.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

/** Which course: its table, and the column that names the case. */
const courses = {
  remedy: { table: 'requests.remedy_step', of: 'remedy_id' },
  record: { table: 'requests.record_step_taken', of: 'record_id' },
} as const

export interface CourseStep {
  readonly caseId: string
  readonly ordinal: number
  readonly step: string
  readonly from: string
  readonly to: string
  readonly article: string
  readonly on: Day
  readonly input: object
  /** Null where somebody outside did it. */
  readonly byAccountId: string | null
  readonly byName: string
  readonly role: string
  readonly onBehalfOf: string | null
  readonly at: Date
}

export async function recordCourseStep(tx: Tx, course: keyof typeof courses, one: CourseStep): Promise<void> {
  const { table, of } = courses[course]
  await sql`
    insert into ${sql.table(table)} (${sql.ref(of)}, ordinal, step, from_state, to_state, article, entered_on, input, by_account_id, by_name, role, on_behalf_of, at)
    values (${one.caseId}, ${one.ordinal}, ${one.step}, ${one.from}, ${one.to}, ${one.article}, ${one.on}, ${JSON.stringify(one.input)}::jsonb,
      ${one.byAccountId}, ${one.byName}, ${one.role}, ${one.onBehalfOf}, ${one.at})`.execute(tx)
}
