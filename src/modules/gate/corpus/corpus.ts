// The whole corpus over texts. It is committed before the checks it tries; a mistake that is met in use becomes a further row.
import { figures } from './figures.ts'
import { parts } from './parts.ts'
import { personal } from './personal.ts'
import { second } from './second.ts'
import type { Chapter } from './shape.ts'
import { wording } from './wording.ts'

/** One chapter a kind. */
function joined(chapters: readonly Chapter[]): readonly Chapter[] {
  return [...Map.groupBy(chapters, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    wrong: all.flatMap(({ wrong }) => wrong),
    right: all.flatMap(({ right }) => right),
  }))
}

export const corpus: readonly Chapter[] = joined([...personal, ...wording, ...figures, ...parts, ...second])
