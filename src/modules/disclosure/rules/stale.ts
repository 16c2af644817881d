// Two people saved: which fields differ, and what stands now, so that the one who comes second can merge and lose nothing.
import type { Refusal } from '../../../kernel/ruling.ts'
import { fieldTitles, type ContentField } from '../law/metadata.ts'
import type { TypedContent } from './content.ts'

export interface Stored extends TypedContent {
  readonly version: number
  readonly updatedByName: string
  readonly updatedAt: Date
}

const fields = Object.keys(fieldTitles) as ContentField[]

export const differingFields = (stored: TypedContent, sent: TypedContent): ContentField[] =>
  fields.filter((field) => JSON.stringify(stored[field]) !== JSON.stringify(sent[field]))

/** One reason tells who saved; one more for every field that differs carries the value that stands now, as JSON. Empty where nothing differs. */
export function staleRefusals(stored: Stored, sent: TypedContent): Refusal[] {
  const differing = differingFields(stored, sent)
  if (differing.length === 0) return []
  const facts = { by: stored.updatedByName, at: stored.updatedAt.toISOString(), version: stored.version }
  return [
    { code: 'stale-version', facts: { ...facts, fields: differing.map((field) => fieldTitles[field]).join('、') } },
    ...differing.map((field) => ({ code: 'stale-field', field, facts: { ...facts, title: fieldTitles[field], theirs: JSON.stringify(stored[field]) } })),
  ]
}
