// The rows of schema `access`, as Kysely reads and writes them.
import type { Generated, GeneratedAlways } from 'kysely'
import type { Day } from '../../../kernel/day.ts'

export type AccessTables = {
  'access.account': {
    id: Generated<string>
    login: string
    name: string
    password_hash: string
    password_set_at: Date
    must_change_password: Generated<boolean>
    totp_secret: Generated<Buffer | null>
    totp_pending: Generated<Buffer | null>
    totp_required: Generated<boolean>
    totp_last_step: Generated<number | null>
    failed_attempts: Generated<number>
    locked_until: Generated<Date | null>
    disabled_at: Generated<Date | null>
    created_at: Date
    last_signed_in_at: Generated<Date | null>
    previous_signed_in_at: Generated<Date | null>
  }
  'access.password_history': { account_id: string; password_hash: string; set_at: Date }
  'access.session': {
    token_hash: Buffer
    account_id: string
    csrf_token: string
    created_at: Date
    last_seen_at: Date
    complete: boolean
    address: string | null
    user_agent: string | null
  }
  'access.unit_reach': { ancestor_id: string; descendant_id: string }
  'access.unit_name': { unit_id: string; name: string }
  'access.role_grant': {
    id: Generated<string>
    account_id: string
    role: string
    unit_id: string
    section_id: string | null
    valid_from: Day
    valid_until: Day | null
    granted_by: string | null
    granted_at: Date
    revoked_by: Generated<string | null>
    revoked_at: Generated<Date | null>
  }
  'access.stand_in': {
    id: Generated<string>
    absent_id: string
    stand_in_id: string
    valid_from: Day
    valid_until: Day
    reason: string
    recorded_by: string
    recorded_at: Date
    ended_at: Generated<Date | null>
  }
  'access.audit': {
    id: GeneratedAlways<number>
    at: Date
    account_id: string | null
    login: string | null
    on_behalf_of: string | null
    action: string
    title: string
    object_kind: string | null
    object_id: string | null
    unit_id: string | null
    outcome: string
    detail: string
    address: string | null
  }
}
