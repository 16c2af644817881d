// The keys of an installation: the newest seals, and those before it go on opening what was sealed under them.
import { hkdfSync } from 'node:crypto'

export interface KeyRing {
  readonly current: Uint8Array
  readonly former: readonly Uint8Array[]
}

/** Asked at each use, so that a running process seals under the newest key as soon as there is one. */
export type KeySource = () => KeyRing

export const keyIdBytes = 8

/** Names a key without telling anything of it. */
export function keyIdOf(key: Uint8Array): string {
  if (key.byteLength < 32) throw new RangeError('the key must have at least 32 bytes')
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'gongkai key id', keyIdBytes)).toString('hex')
}

export const sourceOf = (keys: Uint8Array | KeySource): KeySource => {
  if (typeof keys === 'function') return keys
  keyIdOf(keys)
  return () => ({ current: keys, former: [] })
}

/** The newest first. */
export const allOf = ({ current, former }: KeyRing): readonly Uint8Array[] => [current, ...former]

/** What is derived from a key is derived once. */
export function derivedOnce<Value>(derive: (key: Uint8Array) => Value): (key: Uint8Array) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const name = Buffer.from(key).toString('base64')
    const value = known.get(name) ?? derive(key)
    known.set(name, value)
    return value
  }
}
