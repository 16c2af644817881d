// The register of responsible persons: who answers for disclosure in each unit, and whom to ask.
import { sql } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface ResponsiblePerson {
  readonly unitId: string
  readonly unitName: string
  readonly personId: string
  readonly personName: string
  readonly personTitle: string
  readonly contactId: string | null
  readonly contactName: string | null
  readonly contactPhone: string
  readonly validFrom: Day
  readonly validUntil: Day | null
}

const everywhere: Reach = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }

/** One row a unit within reach on a day, a page of them in the order of the tree; and how many there are. */
export async function responsiblePeople(
  tx: Tx,
  of: { readonly on: Day; readonly reach?: Reach; readonly unitId?: string; readonly q?: string; readonly limit?: number; readonly offset?: number },
): Promise<{ rows: ResponsiblePerson[]; total: number }> {
  const reach = of.reach ?? everywhere
  const { rows } = await sql<ResponsiblePerson & { total: number }>`
    select r.unit_id as "unitId", u.name as "unitName", r.person_id as "personId", h.name as "personName",
      coalesce((
        select p.title from organization.post p
        where p.person_id = r.person_id and p.valid_from <= ${of.on} and (p.valid_until is null or p.valid_until >= ${of.on})
        order by p.unit_id = r.unit_id desc, p.is_leader desc, p.rank limit 1), '') as "personTitle",
      r.contact_id as "contactId", c.name as "contactName", coalesce(nullif(r.contact_phone, ''), c.office_phone, '') as "contactPhone",
      r.valid_from as "validFrom", r.valid_until as "validUntil", count(*) over () as total
    from organization.responsible_person r
    join organization.unit u on u.id = r.unit_id
    join organization.person h on h.id = r.person_id
    left join organization.person c on c.id = r.contact_id
    where r.valid_from <= ${of.on} and (r.valid_until is null or r.valid_until >= ${of.on})
      and (${reach.everywhere} or r.unit_id = any(${reach.unitIds}::uuid[]))
      and (${of.unitId ?? null}::uuid is null or r.unit_id = ${of.unitId ?? null}::uuid)
      and (${of.q ?? ''} = '' or strpos(u.name, ${of.q ?? ''}) > 0 or strpos(h.name, ${of.q ?? ''}) > 0)
    order by u.position, u.name, u.id
    limit ${of.limit ?? 100_000} offset ${of.offset ?? 0}`.execute(tx)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export async function responsiblePersonOn(tx: Tx, unitId: string, on: Day): Promise<ResponsiblePerson | undefined> {
  return (await responsiblePeople(tx, { on, unitId })).rows[0]
}
