// Passwords: argon2id with the parameters of OWASP, and first passwords that can be read out on the telephone.
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// Algorithm 2 is argon2id; the package's const enum cannot be used with erasable syntax.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), parameters)

export const verifyPassword = (password: string, passwordHash: string): Promise<boolean> => verify(passwordHash, password.normalize('NFKC'))

let hashOfNobody: Promise<string> | undefined

/** Takes as long as a real check, and never agrees: for accounts that do not exist. */
export async function verifyNobody(password: string): Promise<false> {
  hashOfNobody ??= hashPassword('nobody has this password')
  await verifyPassword(password, await hashOfNobody)
  return false
}

// Without letters and digits that look alike.
const kinds = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ', '23456789'] as const

/** Twelve letters and digits of all three kinds. */
export function newFirstPassword(): string {
  const pick = (from: string): string => from.charAt(randomInt(from.length))
  const letters = [...kinds.map(pick), ...Array.from({ length: 9 }, () => pick(kinds.join('')))]
  for (let at = letters.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const [a, b] = [letters[at] ?? '', letters[other] ?? '']
    letters[at] = b
    letters[other] = a
  }
  return letters.join('')
}
