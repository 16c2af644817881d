// The path word of a unit's public pages.

export const slugShape = /^[a-z0-9][a-z0-9-]{0,60}$/

/** The first free one of `base`, `base-2`, `base-3` … */
function firstFree(base: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? base : `${base}-${count}`
    if (!taken.has(slug)) return slug
  }
}

/** As typed, in small letters; else made from the unit's code; else from its parent's word. */
export function slugFor(of: {
  readonly typed: string
  readonly code: string
  readonly parentSlug: string | null
  readonly taken: ReadonlySet<string>
}): string {
  const typed = of.typed.trim().toLowerCase()
  if (typed !== '') return typed
  if (of.code !== '') return firstFree(of.code.toLowerCase(), of.taken)
  return firstFree(`${(of.parentSlug ?? 'unit').slice(0, 55)}-1`, of.taken)
}
