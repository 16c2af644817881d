// Addresses of a former site, as the way to what stands here now.

/** Path and query of an old address, with or without its host; null where it is none. */
export function oldAddressPath(address: string): string | null {
  const text = address.trim()
  if (text === '') return null
  try {
    const url = new URL(text, 'http://former.invalid/')
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    const path = url.pathname + url.search
    return path === '/' || path.length > 1000 ? null : path
  } catch {
    return null
  }
}
