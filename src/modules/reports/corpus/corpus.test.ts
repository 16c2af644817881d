// Every paper of the corpus in every shape: clean ones give no finding, the others exactly those that their author planted.
import { describe, expect, it } from 'vitest'
import { corpus } from './corpus.ts'
import { missesIn } from './measure.ts'
import { paperShapes } from './shape.ts'

describe('the corpus of reports', () => {
  it('has twenty clean reports and twenty with planted faults, of every form and of none', () => {
    expect(corpus.filter(({ finds }) => finds.length === 0)).toHaveLength(20)
    expect(corpus.filter(({ finds }) => finds.length > 0)).toHaveLength(20)
    expect(new Set(corpus.map(({ generation }) => generation))).toEqual(new Set(['A', 'B', 'C', null]))
  })

  it.each(corpus.map((paper) => ({ name: paper.name, paper })))('is read as its author reads it: $name', async ({ paper }) => {
    const misses = []
    for (const shape of paper.shapes ?? paperShapes) misses.push(...(await missesIn(paper, shape)))
    expect(misses).toEqual([])
  })
})
