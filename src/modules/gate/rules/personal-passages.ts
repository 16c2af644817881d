// What in plain lines tells of a person: numbers and homes, for whoever prepares a copy without them.
import { findingRows, kinds } from '../law/kinds.ts'
import { homeAddresses } from './detect/addresses.ts'
import { bankCards, identityNumbers, mobileNumbers } from './detect/personal.ts'
import { pieceOf } from './subject.ts'

export interface PersonalPassage {
  readonly text: string
  /** 公民身份号码, 个人电话, … */
  readonly what: string
  /** The line, from 0. */
  readonly line: number
}

/** Bounded, because a list of ten thousand is read by nobody. */
const most = 300

export function personalPassages(lines: readonly string[]): PersonalPassage[] {
  const of = { pieces: lines.map((line) => pieceOf('', '', line)) }
  const found: PersonalPassage[] = []
  for (const detect of [identityNumbers, mobileNumbers, bankCards, homeAddresses]) {
    for (const { code, match, piece = 0 } of detect(of)) {
      if (!findingRows[code].personal) continue
      found.push({ text: match, what: kinds[findingRows[code].kind], line: piece })
      if (found.length === most) return found
    }
  }
  return found
}
