// How many normative documents did each unit make, make public and repeal in a year, and how many are in force at its end?
// One is a public document with a document number that stands under the first item of Article 20 (履职依据): nothing else tells it from other papers.
import { sql, type RawBuilder } from 'kysely'
import { day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { StatutoryItemKey } from '../law/statutory-items.ts'

export interface NormativeYear {
  /** 制发: 成文日期 in the year, or the day of first publication where it has none. */
  readonly made: number
  /** 新公开: first made public in the year. */
  readonly published: number
  /** 废止 in the year; what only lapsed (失效) is no longer in force, but was not repealed. */
  readonly repealed: number
  /** 现行有效 at the end of the year. */
  readonly inForce: number
  /** 对外公开总数量 at the end of the year, in force or not. */
  readonly standing: number
}

const item: StatutoryItemKey = 'regulations'
const none: NormativeYear = { made: 0, published: 0, repealed: 0, inForce: 0, standing: 0 }
const china = (instant: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${instant} at time zone 'Asia/Shanghai')::date`

/** The day of the document that repeals it, else of its first text that says so; of old stock that came in repealed, no day is known. */
const repealedOn = sql`
  coalesce(
    (select min(${china(sql`by.listed_at`)}) from publication.relation join publication.document by on by.id = relation.from_id
      where relation.to_id = d.id and relation.kind = 'repeals'),
    (select min(${china(sql`r.published_at`)}) from publication.revision r
      where r.document_id = d.id and not (d.historic and r.revision = 1) and r.revision > coalesce(
        (select max(e.revision) from publication.revision e where e.document_id = d.id and e.content::jsonb ->> 'validity' <> 'repealed'), 0)))`

/** Each normative document of `of`: its unit, and the days on which it was made, went out and ceased. What came in as repealed or expired, without a day, was never in force here. */
export const normativeDocuments = (of: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  select d.id, d.unit_id, d.kind, coalesce(d.drafted_on, ${china(sql`d.listed_at`)}) as made_on, ${china(sql`d.listed_at`)} as listed_on, r.repealed_on,
    coalesce(least(d.expires_on, r.repealed_on), case when d.validity in ('repealed', 'expired') then coalesce(d.drafted_on, ${china(sql`d.listed_at`)}) end) as ended_on
  from publication.document d
  cross join lateral (select case when d.validity = 'repealed' then ${repealedOn} end as repealed_on) r
  where d.document_number is not null and ${of} and d.id in (
    select placed.document_id from publication.document_column placed join publication.site_column c on c.id = placed.column_id where c.statutory_item = ${item})`

/** Of each unit by itself; every unit that is asked for has an entry. One query, however many units. */
export async function normativeDocumentsOfUnits(tx: Tx, unitIds: readonly string[], year: number): Promise<ReadonlyMap<string, NormativeYear>> {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const { rows } = await sql<NormativeYear & { unitId: string }>`
    select unit_id as "unitId",
      count(*) filter (where made_on between ${first} and ${last})::int as made,
      count(*) filter (where listed_on between ${first} and ${last})::int as published,
      count(*) filter (where repealed_on between ${first} and ${last})::int as repealed,
      count(*) filter (where made_on <= ${last} and (ended_on is null or ended_on > ${last}))::int as "inForce",
      count(*) filter (where listed_on <= ${last})::int as standing
    from (${normativeDocuments(sql<boolean>`d.unit_id = any(${[...unitIds]}::uuid[])`)}) normative
    group by unit_id`.execute(tx)
  const counted = new Map(rows.map(({ unitId, ...counts }) => [unitId, counts]))
  return new Map(unitIds.map((unitId) => [unitId, counted.get(unitId) ?? none]))
}
