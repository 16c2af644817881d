// Ten reports that the reader had not seen when it was finished: bytes as they are, not printed from blocks.
import { heldOutClean } from './held-out-clean.ts'
import { heldOutFaulty } from './held-out-faulty.ts'
import type { RawPaper } from './shape.ts'

export const heldOut: readonly RawPaper[] = [...heldOutClean, ...heldOutFaulty]
