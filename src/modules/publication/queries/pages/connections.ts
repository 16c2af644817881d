// What belongs around a document: what it cites, and what cites it, each with its state.
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import { plannedOnce } from '../../../../platform/database/prepared.ts'
import type { InterpretationForm, RelationKindName } from '../../law/relation-kinds.ts'
import { lifeLine, type LifeStep, type Related } from '../../rules/life-line.ts'

export interface Connected {
  readonly id: string
  readonly title: string
  readonly unitName: string
  readonly documentNumber: string | null
  readonly numberKey: string | null
  readonly validity: 'valid' | 'amended' | 'expired' | 'repealed'
  /** Since when it is no longer valid: the day of the text that says so. */
  readonly validitySince: Date
  readonly replacedBy: { readonly id: string; readonly title: string } | null
}

export interface Connections {
  /** What the text cites and the site has, in the order of the text. */
  readonly cites: readonly Connected[]
  /** The newest that cite it. */
  readonly citedBy: readonly Connected[]
  readonly citedByMore: boolean
  /** What this document was made for: its draft, interpretation, amendment or repeal leads here. */
  readonly about: readonly AboutDocument[]
  /** From the draft to the repeal, in order; empty where nothing belongs to it. */
  readonly life: readonly LifeStep[]
  /** What its readers are asked some months later, or what they said. */
  readonly survey: PublicSurvey | null
  /** Heaps of the numbers and names that the text cites or is cited by, as `rules/topics.ts` tells. */
  readonly keys: readonly string[]
}

export interface PublicSurvey {
  readonly opensOn: Day
  readonly closesOn: Day
  /** How many answered; null until it is over. */
  readonly answers: number | null
  /** By question and option; null until it is over, and where so few answered that somebody might be known by it. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>> | null
}

interface AboutDocument {
  readonly kind: RelationKindName
  readonly form: InterpretationForm | null
  readonly id: string
  readonly title: string
  readonly validity: Connected['validity']
}

const mostCiting = 50
/** A document that clears up hundreds of others names the first of them. */
const mostAbout = 100
const mostRelated = 60

const connected = sql`jsonb_build_object('id', o.id, 'title', o.title, 'unitName', o.unit_name, 'documentNumber', o.document_number, 'numberKey', o.document_number_key,
  'validity', o.validity, 'validitySince', o.published_at,
  'replacedBy', (select jsonb_build_object('id', r.id, 'title', r.title) from publication.document r where r.id = o.replaced_by))`

/** A draft, its answer, an interpretation and a report stand on the line of the one document they are about; everything else on its own. */
const coreOf = (id: string) => sql`coalesce(
  (select case when count(*) = 1 then min(r.to_id::text)::uuid end from publication.relation r
   where r.from_id = ${id}::uuid and r.kind in ('consults', 'answers', 'interprets', 'reports')), ${id}::uuid)`

const named = sql`'id', d.id, 'title', d.title, 'publishedOn', (d.listed_at at time zone 'Asia/Shanghai')::date`

/** One query, whose parts are index walks over bounded rows; nothing is followed further than one relation, so that no circle matters. */
export async function connectionsOf(tx: Tx, id: string): Promise<Connections> {
  const { rows } = await sql<{
    cites: Connected[]
    citedBy: Connected[]
    about: AboutDocument[]
    core: Parameters<typeof lifeLine>[0] | null
    related: Related[]
    survey: PublicSurvey | null
    keys: string[]
  }>`
    ${plannedOnce} with core as materialized (select ${coreOf(id)} as id)
    select
      (select coalesce(jsonb_agg(${connected} order by c.position), '[]')
        from (select publication.document_cited(kind, key, document_id) as id, min(position) as position from publication.citation
              where document_id = ${id}::uuid group by 1) c
        join publication.document o on o.id = c.id where o.id <> ${id}::uuid) as cites,
      (select coalesce(jsonb_agg(${connected} order by c.listed_at desc, c.document_id), '[]')
        from (select distinct on (citation.listed_at, citation.document_id) citation.document_id, citation.listed_at
              from publication.keys_of(${id}::uuid) own join publication.citation on citation.kind = own.kind and citation.key = own.key
              where citation.document_id <> ${id}::uuid order by citation.listed_at desc, citation.document_id limit ${mostCiting + 1}) c
        join publication.document o on o.id = c.document_id) as "citedBy",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'form', r.form, 'id', d.id, 'title', d.title, 'validity', d.validity) order by r.kind, d.listed_at, d.id), '[]')
        from (select * from publication.relation where from_id = ${id}::uuid order by kind, to_id limit ${mostAbout}) r
        join publication.document d on d.id = r.to_id) as about,
      (select jsonb_build_object(${named}, 'draftedOn', d.drafted_on, 'effectiveOn', d.effective_on, 'expiresOn', d.expires_on, 'validity', d.validity,
          'changedOn', (d.published_at at time zone 'Asia/Shanghai')::date,
          'surveyedOn', (select closes_on from publication.survey where survey.document_id = d.id and answers is not null),
          'replacedBy', (select jsonb_build_object('id', n.id, 'title', n.title) from publication.document n where n.id = d.replaced_by))
        from publication.document d join core on core.id = d.id) as core,
      (select coalesce(jsonb_agg(jsonb_build_object(${named}, 'kind', r.kind, 'form', r.form, 'periodFrom', r.period_from, 'periodTo', r.period_to, 'shortReason', r.short_reason)), '[]')
        from (select relation.* from publication.relation join core on core.id = relation.to_id order by kind, from_id limit ${mostRelated}) r
        join publication.document d on d.id = r.from_id) as related,
      (select jsonb_build_object('opensOn', opens_on, 'closesOn', closes_on, 'answers', answers, 'counts', counts)
        from publication.survey where document_id = ${id}::uuid) as survey,
      array(select left(md5(key), 4) from (select key from publication.citation where document_id = ${id}::uuid union select key from publication.keys_of(${id}::uuid)) named) as keys`.execute(
    tx,
  )
  const { cites = [], citedBy = [], about = [], core = null, related = [], survey = null, keys = [] } = rows[0] ?? {}
  const dated = (one: Connected): Connected => ({ ...one, validitySince: new Date(one.validitySince) })
  return {
    cites: cites.map(dated),
    citedBy: citedBy.slice(0, mostCiting).map(dated),
    citedByMore: citedBy.length > mostCiting,
    about,
    life: core ? lifeLine(core, related, id) : [],
    survey,
    keys,
  }
}
