// What the door makes of an item before it asks anything: the slow part, of the item alone, so that other threads can do it.
import { citationsOf, namesOf, type Citation } from './citations.ts'
import { contentHashOf } from './content-hash.ts'
import { publicFormOf, type PublicForm } from './public-form.ts'
import type { PublicItem } from './public-item.ts'
import { searchTermsOf, type SearchTerms } from './search-terms.ts'

export interface Prepared {
  readonly contentHash: string
  readonly form: PublicForm
  readonly citations: readonly Citation[]
  /** By which it may be cited. */
  readonly names: readonly string[]
  readonly terms: SearchTerms
}

export function prepared(item: PublicItem): Prepared {
  const form = publicFormOf(item)
  const { title, bodyText, unitName, documentNumber } = form
  return {
    contentHash: contentHashOf(item),
    form,
    citations: citationsOf({ title, bodyText, unitName, documentNumber }),
    names: namesOf(title, unitName),
    terms: searchTermsOf({
      title,
      body: bodyText,
      others: [...form.keywords, form.summary, documentNumber ?? '', unitName, form.responsibleDepartment],
      attachments: form.attachments,
    }),
  }
}
