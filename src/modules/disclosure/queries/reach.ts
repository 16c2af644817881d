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
