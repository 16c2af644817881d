// Gathers classes of applications in blocks that are large enough to tell of nobody.
import { guardLaw } from '../../../law/application-figures.ts'

interface Counted {
  readonly count: number
}

export type Block<Class extends Counted> = readonly Class[]

export const sizeOf = (classes: readonly Counted[]): number => classes.reduce((all, { count }) => all + count, 0)

/** Large enough, and not one of each: else whoever knows that each is there would know each. */
export const isSafe = (block: readonly Counted[]): boolean => sizeOf(block) >= guardLaw.least && (block.length === 1 || sizeOf(block) > block.length)

/** Each small block goes to the nearest, of those the smallest. Where all together are too few, one block that no figure is made of. */
export function blocksOf<Class extends Counted>(classes: readonly Class[], farApart: (a: Class, b: Class) => number): readonly Block<Class>[] {
  let blocks: Block<Class>[] = classes.map((one) => [one])
  for (;;) {
    const [unsafe] = blocks.filter((block) => !isSafe(block)).toSorted((a, b) => sizeOf(a) - sizeOf(b))
    if (!unsafe) return blocks
    const others = blocks
      .filter((block) => block !== unsafe)
      .map((block) => ({ block, far: Math.min(...unsafe.flatMap((one) => block.map((other) => farApart(one, other)))), size: sizeOf(block) }))
    const [nearest] = others.toSorted((a, b) => a.far - b.far || a.size - b.size)
    if (!nearest) return [unsafe]
    blocks = [...blocks.filter((block) => block !== unsafe && block !== nearest.block), [...nearest.block, ...unsafe]]
  }
}

/** Whether what is counted is made of whole blocks; nothing is made of a block that is not safe. */
export const isWholeIn = <Class extends Counted>(blocks: readonly Block<Class>[], counted: (one: Class) => boolean): boolean =>
  blocks.every((block) => (block.every(counted) && isSafe(block)) || !block.some(counted))
