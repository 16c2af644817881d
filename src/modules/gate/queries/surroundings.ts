// What the office knows around a text: units, leaders of the day, wrong words, standing of the documents it links to, chosen masks.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { usualMasks, type MaskKind } from '../law/masks.ts'
import type { MaskForms } from '../rules/mask.ts'
import type { Leader, LinkStanding, OwnUnit, Surroundings, WrongWord } from '../rules/subject.ts'
import { allWords, versionOfWords, wordsVersion } from './words.ts'

interface RegisteredUnit extends OwnUnit {
  readonly id: string
}

interface Kept<Value> {
  key: string
  value: Value
}

/** The same array as long as nothing changed: what the detectors make of it is kept with it. */
let keptWords: Kept<readonly WrongWord[]> | undefined
let keptUnits: Kept<readonly RegisteredUnit[]> | undefined
const keptOthers = new WeakMap<readonly OwnUnit[], Map<string, readonly OwnUnit[]>>()

export async function wordsInForce(tx: Tx, version?: string): Promise<readonly WrongWord[]> {
  const key = version ?? (await wordsVersion(tx))
  if (keptWords?.key !== key) keptWords = { key, value: (await allWords(tx)).filter((word) => !word.ended) }
  return keptWords.value
}

function unitsFrom(json: string): readonly RegisteredUnit[] {
  if (keptUnits?.key !== json) keptUnits = { key: json, value: JSON.parse(json) as readonly RegisteredUnit[] }
  return keptUnits.value
}

function othersOf(units: readonly RegisteredUnit[], unitId: string): readonly OwnUnit[] {
  const byUnit = keptOthers.get(units) ?? new Map<string, readonly OwnUnit[]>()
  keptOthers.set(units, byUnit)
  const known = byUnit.get(unitId) ?? units.filter(({ id }) => id !== unitId)
  byUnit.set(unitId, known)
  return known
}

interface Around {
  readonly words: string
  /** As text, which is compared before it is read: it is nearly always the same. */
  readonly units: string
  /** Those who lead the unit on the day, and what they are called. */
  readonly leaders: readonly Leader[]
  readonly masks: readonly { readonly kind: MaskKind; readonly form: string }[]
}

/** One question instead of four: every signature and every release asks them. */
async function aroundOf(tx: Tx, unitId: string, day: string): Promise<Around> {
  const { rows } = await sql<Around>`
    select ${versionOfWords} as words,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'shortName', short_name) order by id), '[]') from organization.unit
        where kind in ('government', 'department', 'town', 'street', 'institution', 'party') and valid_until is null)::text as units,
      (select coalesce(json_agg(json_build_object('name', leader.name, 'titles', leader.titles)), '[]') from (
        select person.name, array_agg(post.title order by post.rank) as titles
        from organization.post join organization.person on person.id = post.person_id
        where post.unit_id = ${unitId} and post.is_leader and post.valid_from <= ${day}::date and (post.valid_until is null or post.valid_until >= ${day}::date)
        group by person.id, person.name) as leader) as leaders,
      (select coalesce(json_agg(json_build_object('kind', kind, 'form', form) order by unit_id nulls first), '[]') from gate.mask_choice
        where unit_id is null or unit_id = ${unitId}) as masks`.execute(tx)
  return rows[0] ?? { words: '', units: '[]', leaders: [], masks: [] }
}

const documentLink = /href="\/documents\/([0-9a-f]{8}-[0-9a-f-]{27})/g

async function linkedDocuments(tx: Tx, html: string): Promise<ReadonlyMap<string, LinkStanding>> {
  const ids = [...new Set([...html.matchAll(documentLink)].map((found) => found[1] ?? ''))].filter((id) =>
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id),
  )
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; standing: LinkStanding }>`
    select id, 'public' as standing from publication.document where id = any(${ids}::uuid[])
    union all select document_id, 'withdrawn' from publication.tombstone where document_id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, standing }) => [id, standing]))
}

/** The forms of the whole site. */
export async function siteMasks(tx: Tx): Promise<MaskForms> {
  const { rows } = await sql<{ kind: MaskKind; form: string }>`select kind, form from gate.mask_choice where unit_id is null`.execute(tx)
  return { ...usualMasks, ...Object.fromEntries(rows.map(({ kind, form }) => [kind, form])) }
}

export interface TextOfUnit {
  readonly unitId: string
  readonly unitName: string
  readonly day: string
  readonly html: string
}

/** With the forms of masks that the unit has chosen, or the site, or nobody. */
export type SurroundingsOf = (text: TextOfUnit) => Promise<{ readonly surroundings: Surroundings; readonly masks: MaskForms }>

/** What texts of one unit and day have in common is asked once. */
export function openSurroundings(tx: Tx): SurroundingsOf {
  const asked = new Map<string, Promise<Around>>()
  const once = (unitId: string, day: string): Promise<Around> => {
    const key = `${unitId} ${day}`
    const around = asked.get(key) ?? aroundOf(tx, unitId, day)
    asked.set(key, around)
    return around
  }
  return async ({ unitId, unitName, day, html }) => {
    const around = await once(unitId, day)
    const units = unitsFrom(around.units)
    const own = units.find(({ id }) => id === unitId)
    const surroundings = {
      unit: { name: unitName, shortName: own?.shortName ?? '' },
      otherUnits: othersOf(units, unitId),
      leaders: around.leaders,
      words: await wordsInForce(tx, around.words),
      documents: await linkedDocuments(tx, html),
    }
    return { surroundings, masks: { ...usualMasks, ...Object.fromEntries(around.masks.map(({ kind, form }) => [kind, form])) } }
  }
}
