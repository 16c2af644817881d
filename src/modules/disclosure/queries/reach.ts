// The one predicate of lists, sheets, files and exports: which editions somebody may see.
import { sql, type RawBuilder } from 'kysely'
import type { Actor, Reach } from '../../../kernel/actor.ts'
import { reachOf } from '../../access/index.ts'

/** SQL over `document` and `edition`: inside what `reach` covers. A unit that has nobody is covered where its helper is. */
export function within({ everywhere, unitIds, sectionIds, askedUnitIds }: Reach): RawBuilder<boolean> {
  if (everywhere) return sql<boolean>`true`
  return sql<boolean>`(
    document.unit_id = any(${[...unitIds]}::uuid[])
    or document.handled_by_id = any(${[...unitIds]}::uuid[])
    or document.section_id = any(${[...sectionIds]}::uuid[])
    or exists (select from disclosure.confirmation asked where asked.edition_id = edition.id and asked.unit_id = any(${[...askedUnitIds]}::uuid[])))`
}

/** What the actor may read: by `edition.read`, and the single editions that their unit was asked to confirm. */
export function readableBy(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${within(reachOf(actor, 'edition.read'))} or ${within({ everywhere: false, unitIds: [], sectionIds: [], askedUnitIds: reachOf(actor, 'edition.confirm').askedUnitIds })})`
}

/** Of more units the editions are so many that looking through all in their order is quicker than gathering theirs. */
const fewUnits = 50

/**
 * The same for a list among a million: what a few units may read is gathered by the indexes of their documents, not looked for along the order of the list,
 * where one edition in thousands is theirs.
 */
export function listedFor(actor: Actor): RawBuilder<boolean> {
  const { everywhere, unitIds, sectionIds, askedUnitIds: readUnits } = reachOf(actor, 'edition.read')
  if (everywhere || unitIds.length + sectionIds.length > fewUnits) return readableBy(actor)
  const asked = [...readUnits, ...reachOf(actor, 'edition.confirm').askedUnitIds]
  return sql<boolean>`edition.id in (
    select own.id from disclosure.edition own join (
      select id from disclosure.document where unit_id = any(${[...unitIds]}::uuid[])
      union select id from disclosure.document where handled_by_id = any(${[...unitIds]}::uuid[])
      union select id from disclosure.document where section_id = any(${[...sectionIds]}::uuid[])) reached on reached.id = own.document_id
    union select edition_id from disclosure.confirmation where unit_id = any(${asked}::uuid[]))`
}
