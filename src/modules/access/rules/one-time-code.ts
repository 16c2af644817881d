// Codes of the second factor (RFC 6238): six digits, thirty seconds, each good once.
import { Secret, TOTP } from 'otpauth'

const period = 30

const totpOf = (seed: Uint8Array, login: string): TOTP =>
  new TOTP({ issuer: '政府信息公开', label: login, algorithm: 'SHA1', digits: 6, period, secret: new Secret({ buffer: new Uint8Array(seed).buffer }) })

/** The address that an authenticator app reads from the QR code. */
export const uriOf = (seed: Uint8Array, login: string): string => totpOf(seed, login).toString()

/** The seed in the letters that a person types where there is no camera. */
export const writtenSeed = (seed: Uint8Array): string => new Secret({ buffer: new Uint8Array(seed).buffer }).base32

/** The code at an instant. */
export const codeAt = (seed: Uint8Array, now: Date): string => totpOf(seed, '').generate({ timestamp: now.getTime() })

/**
 * The time step that `code` belongs to, one step early or late allowed; undefined where it fits none,
 * or only one that was used up already.
 */
export function stepOfCode(seed: Uint8Array, code: string, now: Date, lastStep: number | null): number | undefined {
  const delta = totpOf(seed, '').validate({ token: code, timestamp: now.getTime(), window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now.getTime() / 1000 / period) + delta
  return lastStep !== null && step <= lastStep ? undefined : step
}
