// The tables of schema `organization`, as Kysely sees them.
import type { Generated } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Seat } from '../law/seats.ts'
import type { StepName } from '../law/steps.ts'
import type { SuccessionKind } from '../law/succession-kinds.ts'
import type { UnitKind } from '../law/unit-kinds.ts'

type UnitTable = {
  id: Generated<string>
  kind: UnitKind
  parent_id: string | null
  name: string
  short_name: string
  organization_code: string | null
  credit_code: string | null
  slug: string
  duties: string
  address: string
  office_hours: string
  phone: string
  fax: string
  email: string
  postcode: string
  position: number
  has_own_staff: boolean
  empty_columns: 'none-held' | 'hidden'
  valid_from: Day
  valid_until: Day | null
  version: Generated<number>
}

type FormerStandingTable = {
  unit_id: string
  name: string
  short_name: string
  parent_id: string | null
  valid_from: Day
  valid_until: Day
}

type SuccessionTable = {
  id: Generated<string>
  predecessor_id: string
  successor_id: string | null
  kind: SuccessionKind
  happened_on: Day
  note: string
}

type PersonTable = {
  id: Generated<string>
  name: string
  account_id: string | null
  office_phone: string
  email: string
}

type PostTable = {
  id: Generated<string>
  person_id: string
  unit_id: string
  section_id: string | null
  title: string
  is_leader: boolean
  rank: number
  duties: string
  valid_from: Day
  valid_until: Day | null
}

type LeadingGroupTable = {
  id: Generated<string>
  unit_id: string
  name: string
  office_section: string
  valid_from: Day
  valid_until: Day | null
}

type LeadingGroupMemberTable = {
  id: Generated<string>
  leading_group_id: string
  person_id: string
  seat: Seat
  valid_from: Day
  valid_until: Day | null
}

type ResponsiblePersonTable = {
  id: Generated<string>
  unit_id: string
  person_id: string
  contact_id: string | null
  contact_phone: string
  valid_from: Day
  valid_until: Day | null
}

type StepTakenTable = {
  id: Generated<number>
  at: Date
  by_account_id: string
  by_name: string
  step: StepName
  unit_id: string | null
  person_id: string | null
  /** JSON text. */
  detail: string
}

export type OrganizationTables = {
  'organization.unit': UnitTable
  'organization.former_standing': FormerStandingTable
  'organization.succession': SuccessionTable
  'organization.person': PersonTable
  'organization.post': PostTable
  'organization.leading_group': LeadingGroupTable
  'organization.leading_group_member': LeadingGroupMemberTable
  'organization.responsible_person': ResponsiblePersonTable
  'organization.step_taken': StepTakenTable
}
