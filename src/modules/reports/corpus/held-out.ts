// Fifteen reports that the reader had not seen when it was finished, in two rounds: bytes as they are, not printed from blocks.
import { heldOutClean } from './held-out-clean.ts'
import { heldOutFaulty } from './held-out-faulty.ts'
import { heldOutSecond } from './held-out-second.ts'
import type { RawPaper } from './shape.ts'

export const heldOut: readonly RawPaper[] = [...heldOutClean, ...heldOutFaulty, ...heldOutSecond]
