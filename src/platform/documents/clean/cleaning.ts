// What cleaning makes of a file: a copy that tells less, or a reason why there is none.
import type { FileInspection } from '../../../kernel/file-inspection.ts'

/** `properties`: names, places and devices in the properties; `changes`: tracked changes are accepted and comments dropped as well. */
export type Cleaning = 'properties' | 'changes'

export type NotCleaned =
  /** There is nothing to take away. */
  | 'clean-already'
  /** A change would break its electronic signature. */
  | 'signed'
  | 'encrypted'
  | 'broken'
  /** No way is known to clean this kind of file. */
  | 'unsupported'
  /** Changes that cannot be accepted without guessing: rows, cells or joined paragraphs. */
  | 'changes-tangled'
  /** The copy did not turn out as it must, and was thrown away. */
  | 'differs'
  | 'too-slow'

/** With what an inspection finds in the file that is to be kept: the copy, or the file as it came. */
export type CleanResult =
  | { readonly as: 'cleaned'; readonly bytes: Uint8Array; readonly inspection: FileInspection }
  | { readonly as: 'refused'; readonly code: NotCleaned; readonly inspection: FileInspection }

export const refusedCleaning = (code: NotCleaned, inspection: FileInspection): CleanResult => ({ as: 'refused', code, inspection })
