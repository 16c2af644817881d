// Number and query code of an applicant: how a code is made, and the key under which their application is shown.
import { createHash, randomInt } from 'node:crypto'

// Without letters and digits that look alike.
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const length = 10

export const newQueryCode = (): string => Array.from({ length }, () => signs.charAt(randomInt(signs.length))).join('')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** From the secret of one filling in: sent twice, it is one application with one code. */
export function ofFillingIn(secret: string): { readonly id: string; readonly queryCode: string } {
  const hex = digest(`id ${secret}`).toString('hex')
  const bytes = digest(`code ${secret}`)
  return {
    id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    queryCode: Array.from({ length }, (_, at) => signs.charAt(bytes.readUInt16BE(at * 2) % signs.length)).join(''),
  }
}

/** As people type it: in small letters, with blanks. */
export const readQueryCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase()
export const readNumber = (typed: string): string => typed.replaceAll(/\s/g, '').toUpperCase()

export const viewKey = (number: string, queryCodeHash: Uint8Array): Buffer => digest(`${number} ${Buffer.from(queryCodeHash).toString('hex')}`)
