// Words of an address, before they are believed.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => uuid.test(text)

/** The named words of a query that are not empty, each once and not too long. */
export function queryOf(url: string, names: readonly string[], longest = 200): URLSearchParams {
  const asked = new URL(url, 'http://portal.invalid').searchParams
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = asked.get(name)?.toWellFormed().replaceAll('\u0000', '').trim().slice(0, longest)
    if (value) kept.set(name, value)
  }
  return kept
}
