// The whole corpus over texts. It is committed before the checks it tries; a mistake that is met in use becomes a further row.
import { figures } from './figures.ts'
import { parts } from './parts.ts'
import { personal } from './personal.ts'
import type { Chapter } from './shape.ts'
import { wording } from './wording.ts'

export const corpus: readonly Chapter[] = [...personal, ...wording, ...figures, ...parts]
