// One text for one value, whatever order its fields were written in: what hashes are made of.
import { createHash } from 'node:crypto'

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/** JSON with sorted keys; fields that are undefined are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value as Plain))
}

function sorted(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** SM3 (GB/T 32905), the hash that official registers of China use. */
export function sm3(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sm3')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
