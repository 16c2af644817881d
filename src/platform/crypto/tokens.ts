// Random tokens, their hashes, and comparison that tells nothing by its time.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, in letters that go into a cookie or an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Compares two texts without telling by its time where they differ. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
