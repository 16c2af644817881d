// Where the portal stands below another site, and how it is looked at: both are part of the address, so that every page can be cached.
/** Ways of looking at a page. 繁 is another text; the others are other values of the same tokens. */
export const modes = ['tw', 'elder', 'large', 'contrast'] as const
export type Mode = (typeof modes)[number]

export interface Place {
  /** Begins and ends with a slash. */
  readonly basePath: string
  readonly modes: readonly Mode[]
  /** Path and query below base path and modes; begins with a slash. */
  readonly path: string
}

const prefixOf = (chosen: readonly Mode[]): string => (chosen.length === 0 ? '' : `${modes.filter((mode) => chosen.includes(mode)).join('-')}/`)

/** The address of a page of the portal, seen as now. Every link of every page is made here. */
export const href = (place: Place, path: `/${string}`): string => `${place.basePath}${prefixOf(place.modes)}${path.slice(1)}`

/** The same page, with one way of looking switched on or off. */
export function hrefSwitched(place: Place, mode: Mode): string {
  const chosen = place.modes.includes(mode) ? place.modes.filter((one) => one !== mode) : [...place.modes, mode]
  return `${place.basePath}${prefixOf(chosen)}${place.path.slice(1)}`
}

/** The address that search engines and citations should keep: plain, without ways of looking. */
export const plainHref = (place: Place, path: string): string => `${place.basePath}${path.slice(1)}`

/** Assets and machine-readable files are the same however a page is looked at. */
export const fileHref = (place: Place, path: `/${string}`): string => plainHref(place, path)

/** Splits a requested address; undefined where it lies outside the base path. */
export function placeOf(basePath: string, url: string): Place | undefined {
  if (!url.startsWith(basePath)) return undefined
  const rest = url.slice(basePath.length)
  const [first = ''] = rest.split(/[/?]/, 1)
  const words = first.split('-')
  const chosen = modes.filter((mode) => words.includes(mode))
  const isPrefix = chosen.length > 0 && prefixOf(chosen) === `${first}/`
  if (!isPrefix) return { basePath, modes: [], path: `/${rest}` }
  return { basePath, modes: chosen, path: `/${rest.slice(first.length + 1).replace(/^\/+/, '')}` }
}

/** The page of a document, below base path and modes. */
export const documentPath = (id: string): `/${string}` => `/documents/${id}`
