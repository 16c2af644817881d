// The units that owe a guide, with all that it is made from and how it stands: a handful of queries for the whole county.
import { sql } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { channels as channelTable } from '../../catalogue/law/entries.ts'
import { unitTree, type Unit } from '../../organization/index.ts'
import { columnTree, readSite } from '../../publication/index.ts'
import { bodyKindOf } from '../../requests/law/remedies.ts'
import { noParticulars, type GuideFacts, type Particulars } from '../rules/facts.ts'
import { fingerprintOf } from '../rules/fingerprint.ts'
import type { GuideStanding } from '../rules/what-to-do.ts'
import { writeGuide, type GuidePart } from '../rules/write-guide.ts'

export interface Guide {
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
  /** The unit whose people act for it, where it has none of its own. */
  readonly handlerId: string | null
  readonly responsibilityIds: readonly string[]
  readonly columnIds: readonly string[]
  readonly facts: GuideFacts
  readonly title: string
  readonly parts: readonly GuidePart[]
  readonly fingerprint: string
  readonly standing: GuideStanding
  readonly document: Standing | undefined
}

interface Owed {
  readonly unitId: string
  readonly sectionId: string | null
  readonly responsibilityIds: string[]
  readonly columnIds: string[]
}

export interface Standing {
  readonly unitId: string
  readonly documentId: string
  readonly liveEditionId: string | null
  readonly liveFingerprint: string | null
  readonly liveTouched: boolean
  readonly liveParts: readonly GuidePart[] | null
  readonly openEditionId: string | null
  readonly openState: string | null
  readonly openFingerprint: string | null
  readonly openTouched: boolean
  readonly openAuthorId: string | null
  readonly discardedFingerprint: string | null
  readonly publishedAt: Date | null
}

/** Entries that stand in a column of the kind `guide`: who answers for them owes a guide. */
async function unitsOwing(tx: Tx, unitId: string | null): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select held.unit_id as "unitId", (array_agg(held.section_id) filter (where held.section_id is not null))[1] as "sectionId",
      array_agg(distinct held.id) as "responsibilityIds", array_agg(distinct place.id) as "columnIds"
    from publication.site_column place join catalogue.entry_version v on v.ends_on is null and v.column_ids @> array[place.id]
      join catalogue.responsibility held on held.entry_id = v.entry_id and held.until is null
    where place.kind = 'guide' and (${unitId}::uuid is null or held.unit_id = ${unitId}::uuid)
    group by held.unit_id limit 20000`.execute(tx)
  return rows
}

/** The document that is the guide of each unit: the one that was made before, else the newest that people published in the column. */
async function standings(tx: Tx, unitIds: readonly string[]): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing>`
    select asked.id as "unitId", document.id as "documentId", live.id as "liveEditionId", lm.fingerprint as "liveFingerprint",
      coalesce(lm.version <> live.version, true) as "liveTouched", lm.parts as "liveParts", live.published_at as "publishedAt",
      open.id as "openEditionId", open.state as "openState", om.fingerprint as "openFingerprint", coalesce(om.version <> open.version, true) as "openTouched",
      open.author_id as "openAuthorId",
      (select thrown.fingerprint from guide.making thrown join disclosure.edition gone on gone.id = thrown.edition_id and gone.state = 'discarded'
        where thrown.unit_id = asked.id order by thrown.made_at desc limit 1) as "discardedFingerprint"
    from unnest(${[...unitIds]}::uuid[]) as asked (id)
      join lateral (
        select found.id, found.live_edition_id from (
          (select d.id, d.live_edition_id, 1 as rank from guide.making m join disclosure.document d on d.id = m.document_id where m.unit_id = asked.id
            and (d.live_edition_id is not null or exists (select from disclosure.edition e where e.document_id = d.id and e.state not in ('discarded', 'filed', 'withdrawn', 'superseded')))
            order by (d.live_edition_id is not null) desc, m.made_at desc limit 1)
          union all
          (select d.id, d.live_edition_id, 2 from publication.document p join publication.document_column c on c.document_id = p.id
            join publication.site_column place on place.id = c.column_id and place.kind = 'guide' join disclosure.document d on d.id = p.id
            where p.unit_id = asked.id and p.title like '%指南%' order by p.published_at desc limit 1)) found
        order by rank limit 1) document on true
      left join disclosure.edition live on live.id = document.live_edition_id and live.state = 'published'
      left join guide.making lm on lm.edition_id = live.id
      left join lateral (select e.* from disclosure.edition e where e.document_id = document.id
        and e.state not in ('published', 'published-internally', 'superseded', 'withdrawn', 'filed', 'discarded') limit 1) open on true
      left join guide.making om on om.edition_id = open.id`.execute(tx)
  return new Map(rows.map((row) => [row.unitId, row]))
}

async function byUnit<Row extends { readonly unitId: string }>(tx: Tx, query: ReturnType<typeof sql<Row>>): Promise<Map<string, Row>> {
  const { rows } = await query.execute(tx)
  return new Map(rows.map((row) => [row.unitId, row]))
}

const particularsOf = (tx: Tx): Promise<Map<string, Particulars & { readonly unitId: string }>> =>
  byUnit(
    tx,
    sql<Particulars & { unitId: string }>`
    select unit_id as "unitId", receiving_office as "receivingOffice", receiving_address as "receivingAddress", receiving_phone as "receivingPhone",
      receiving_hours as "receivingHours", online_address as "onlineAddress", supervisor, supervisor_phone as "supervisorPhone",
      reconsideration_body as "reconsiderationBody" from guide.particulars`,
  )

const answeredFields = (tx: Tx, unitIds: readonly string[]): Promise<Map<string, { unitId: string; fields: string[]; channels: string[] }>> =>
  byUnit(
    tx,
    sql<{ unitId: string; fields: string[]; channels: string[] }>`
    select held.unit_id as "unitId", array_agg(distinct v.field order by v.field) as fields,
      coalesce((select array_agg(distinct one order by one) from catalogue.responsibility h2 join catalogue.entry_version v2 on v2.entry_id = h2.entry_id and v2.ends_on is null,
        unnest(v2.channels) one where h2.unit_id = held.unit_id and h2.until is null and v2.audience <> 'staff' and one <> 'website'), '{}') as channels
    from catalogue.responsibility held join catalogue.entry on entry.id = held.entry_id and entry.kind = 'government'
      join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
    where held.unit_id = any(${[...unitIds]}::uuid[]) and held.until is null and v.audience <> 'staff' group by held.unit_id`,
  )

async function offeredTo(tx: Tx): Promise<Map<string, { unitId: string; fingerprint: string }>> {
  return byUnit(tx, sql<{ unitId: string; fingerprint: string }>`select unit_id as "unitId", fingerprint from guide.offer`)
}

function above(unit: Unit, units: ReadonlyMap<string, Unit>, chosen: (unit: Unit) => boolean): Unit | undefined {
  let at = unit.parentId === null ? undefined : units.get(unit.parentId)
  while (at && !chosen(at)) at = at.parentId === null ? undefined : units.get(at.parentId)
  return at
}

const governments: readonly string[] = ['government', 'town']

/** Every guide that is owed today, or that of one unit. */
export async function guidesOwed(
  tx: Tx,
  today: Day,
  { unitId = null, reach }: { readonly unitId?: string | null; readonly reach?: Reach } = {},
): Promise<Guide[]> {
  const seen = (id: string): boolean => !reach || reach.everywhere || reach.unitIds.includes(id)
  const owed = (await unitsOwing(tx, unitId)).filter((row) => seen(row.unitId))
  const ids = owed.map((row) => row.unitId)
  const tree = new Map((await unitTree(tx, { asOf: today })).map((unit) => [unit.id, unit]))
  const [site, columns] = [await readSite(tx), await columnTree(tx)]
  const [particulars, answered, standing, offered] = [await particularsOf(tx), await answeredFields(tx, ids), await standings(tx, ids), await offeredTo(tx)]
  const statutory = columns.filter((column) => column.statutoryItem !== null && !column.hidden).map((column) => column.name)
  return owed.flatMap((row): Guide[] => {
    const unit = tree.get(row.unitId)
    if (!unit || unit.kind === 'section' || (unit.validUntil !== null && unit.validUntil < today)) return []
    const { address, postcode, phone, fax, email } = unit
    const forAll = unit.name === site.sponsor || (site.sponsor === '' && unit.parentId === null)
    const facts: GuideFacts = {
      unit: { name: unit.name, address, postcode, hours: unit.officeHours, phone, fax, email },
      bodyKind: bodyKindOf[unit.kind],
      superior: above(unit, tree, ({ kind }) => governments.includes(kind))?.name ?? '',
      particulars: particulars.get(row.unitId) ?? noParticulars,
      site: { name: site.name, domain: site.domain, sponsor: site.sponsor, receiving: forAll ? site.application : null },
      columns: statutory,
      fields: answered.get(row.unitId)?.fields ?? [],
      channels: (answered.get(row.unitId)?.channels ?? []).map((one) => channelTable[one as keyof typeof channelTable]?.title ?? one),
    }
    const title = `${unit.name}政府信息公开指南`
    const parts = writeGuide(facts, today)
    const document = standing.get(row.unitId)
    return [{
      unitId: row.unitId, unitName: unit.name, sectionId: row.sectionId, handlerId: unit.hasOwnStaff ? null : (above(unit, tree, (one) => one.hasOwnStaff)?.id ?? null),
      responsibilityIds: row.responsibilityIds, columnIds: row.columnIds, facts, title, parts, fingerprint: fingerprintOf(title, parts), document,
      standing: {
        live: document?.liveEditionId ? { fingerprint: document.liveFingerprint } : null,
        open: document?.openEditionId ? { state: document.openState ?? '', fingerprint: document.openFingerprint, touched: document.openTouched } : null,
        discardedFingerprint: document?.discardedFingerprint ?? null, offeredFingerprint: offered.get(row.unitId)?.fingerprint ?? null,
      },
    }] // prettier-ignore
  })
}
