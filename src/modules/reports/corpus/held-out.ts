// Ten reports that the reader had not seen when it was finished: bytes as they are, not printed from blocks.
import type { Generation } from '../law/forms/shape.ts'
import { heldOutClean } from './held-out-clean.ts'
import { heldOutFaulty } from './held-out-faulty.ts'
import type { Expected } from './shape.ts'

export interface RawPaper {
  readonly name: string
  readonly text: string
  readonly generation: Generation | null
  readonly year: number
  readonly unit: string
  readonly finds: readonly Expected[]
}

export const heldOut: readonly RawPaper[] = [...heldOutClean, ...heldOutFaulty]
