// What a bench is and how it measures: all sides in turn, several times in one run, so that what else the machine does falls upon each alike.
export type Bar = { readonly atLeast: number } | { readonly atMost: number }

/** One measured number: the median of its rounds with their lowest and highest. */
export interface Figure {
  readonly what: string
  /** `×` is a ratio of two sides of the same round. */
  readonly unit: '×' | 'ms' | 's' | 'MB' | '/s' | 'rows' | 'buffers'
  readonly median: number
  readonly lowest: number
  readonly highest: number
  /** None where the number only explains another. */
  readonly bar?: Bar
}

export interface Bench {
  readonly name: string
  /** One English sentence: what is measured, and against what. */
  readonly measures: string
  /** The table's place among the others is given by `names.ts`. `tell` prints progress. */
  run(tell: (line: string) => void): Promise<readonly Figure[]>
}

/** Debian's program that is not there; the message says what to install. */
export class Missing extends Error {}

export const meets = ({ median, bar }: Figure): boolean | undefined => bar && ('atLeast' in bar ? median >= bar.atLeast : median <= bar.atMost)

export function figure(what: string, unit: Figure['unit'], numbers: readonly number[], bar?: Bar): Figure {
  const sorted = numbers.toSorted((a, b) => a - b)
  if (sorted.length === 0) throw new RangeError(`${what}: nothing was measured`)
  return { what, unit, median: quantile(sorted, 0.5), lowest: sorted[0] ?? 0, highest: sorted.at(-1) ?? 0, ...(bar && { bar }) }
}

/** Of sorted numbers: the one below which so large a share lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Runs every side once a round, in turn; the first round warms up and is not kept. */
export async function alternate<Side extends string>(rounds: number, sides: Readonly<Record<Side, () => Promise<number>>>): Promise<Record<Side, number[]>> {
  const names = Object.keys(sides) as Side[]
  const kept = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const measured = await sides[name]()
      if (round > 0) kept[name].push(measured)
    }
  return kept
}

/** Round by round, ours to theirs. */
export const ratios = (ours: readonly number[], theirs: readonly number[]): number[] => ours.map((one, round) => one / (theirs[round] ?? Number.NaN))

/** Milliseconds of one piece of work. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
