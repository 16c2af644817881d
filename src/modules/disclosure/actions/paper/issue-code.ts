// Gives the sheet of a text its code, once: printed again, it bears the same.
import { randomBytes } from 'node:crypto'
import type { Tx } from '../../../../platform/database/database.ts'
import type { Edition } from '../../queries/edition.ts'
import { sheetOfText } from '../../queries/paper/photos.ts'
import { roundOf } from '../../queries/review/review.ts'
import { issueCode } from '../../store/paper.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 130 random bits in letters that a QR code packs well and nobody mistakes for one another. */
const newCode = (): string => Array.from(randomBytes(26), (byte) => letters[byte % 32]).join('')

export async function codeOfSheet(tx: Tx, edition: Edition, at: Date): Promise<string> {
  const text = { editionId: edition.editionId, round: roundOf(edition), version: edition.version }
  const known = await sheetOfText(tx, text)
  if (known) return known.code
  await issueCode(tx, newCode(), text, at)
  const issued = await sheetOfText(tx, text)
  if (!issued) throw new Error('a printed sheet without a code')
  return issued.code
}
