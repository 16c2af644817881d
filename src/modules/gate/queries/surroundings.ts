// What the office knows around a text: units, leaders of the day, wrong words, standing of the documents it links to, chosen masks.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { usualMasks, type MaskKind } from '../law/masks.ts'
import type { MaskForms } from '../rules/mask.ts'
import type { Leader, LinkStanding, OwnUnit, Surroundings, WrongWord } from '../rules/subject.ts'
import { allWords, wordsVersion } from './words.ts'

interface Kept<Value> {
  key: string
  value: Value
}

/** The same array as long as nothing changed: what the detectors make of it is kept with it. */
let keptWords: Kept<readonly WrongWord[]> | undefined
let keptUnits: Kept<readonly (OwnUnit & { readonly id: string })[]> | undefined
const keptOthers = new WeakMap<readonly OwnUnit[], Map<string, readonly OwnUnit[]>>()

export async function wordsInForce(tx: Tx): Promise<readonly WrongWord[]> {
  const key = await wordsVersion(tx)
  if (keptWords?.key !== key) keptWords = { key, value: (await allWords(tx)).filter((word) => !word.ended) }
  return keptWords.value
}

async function unitsInForce(tx: Tx): Promise<readonly (OwnUnit & { readonly id: string })[]> {
  const { rows } = await sql<OwnUnit & { id: string }>`
    select id, name, short_name as "shortName" from organization.unit
    where kind in ('government', 'department', 'town', 'street', 'institution') and valid_until is null order by id`.execute(tx)
  const key = rows.map(({ id, name, shortName }) => `${id} ${name} ${shortName}`).join('\n')
  if (keptUnits?.key !== key) keptUnits = { key, value: rows }
  return keptUnits.value
}

function othersOf(units: readonly (OwnUnit & { readonly id: string })[], unitId: string): readonly OwnUnit[] {
  const byUnit = keptOthers.get(units) ?? new Map<string, readonly OwnUnit[]>()
  keptOthers.set(units, byUnit)
  const known = byUnit.get(unitId) ?? units.filter(({ id }) => id !== unitId)
  byUnit.set(unitId, known)
  return known
}

/** Those who lead the unit on a day, and what they are called. */
async function leadersOn(tx: Tx, unitId: string, day: string): Promise<Leader[]> {
  const { rows } = await sql<{ name: string; titles: string[] }>`
    select person.name, array_agg(post.title order by post.rank) as titles
    from organization.post join organization.person on person.id = post.person_id
    where post.unit_id = ${unitId} and post.is_leader and post.valid_from <= ${day}::date and (post.valid_until is null or post.valid_until >= ${day}::date)
    group by person.id, person.name`.execute(tx)
  return rows
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

/** The forms that the unit has chosen, or the site, or nobody. */
export async function masksOf(tx: Tx, unitId: string): Promise<MaskForms> {
  const { rows } = await sql<{ kind: MaskKind; form: string }>`
    select kind, form from gate.mask_choice where unit_id is null or unit_id = ${unitId} order by unit_id nulls first`.execute(tx)
  return { ...usualMasks, ...Object.fromEntries(rows.map(({ kind, form }) => [kind, form])) }
}

export async function surroundingsOf(tx: Tx, unitId: string, unitName: string, of: { readonly day: string; readonly html: string }): Promise<Surroundings> {
  const units = await unitsInForce(tx)
  const own = units.find(({ id }) => id === unitId)
  return {
    unit: { name: unitName, shortName: own?.shortName ?? '' },
    otherUnits: othersOf(units, unitId),
    leaders: await leadersOn(tx, unitId, of.day),
    words: await wordsInForce(tx),
    documents: await linkedDocuments(tx, of.html),
  }
}
