// The corpus against the detectors: each kind of finding must be found where it is, and nowhere else.
import { describe, expect, it } from 'vitest'
import { corpus } from '../corpus/corpus.ts'
import { tried } from './quality.ts'

const { scores, misses } = tried()

describe('the checks of the gate over the corpus', () => {
  it('try at least ninety texts that are wrong and ninety that only look so', () => {
    expect(corpus.reduce((count, { wrong }) => count + wrong.length, 0)).toBeGreaterThanOrEqual(90)
    expect(corpus.reduce((count, { right }) => count + right.length, 0)).toBeGreaterThanOrEqual(90)
  })

  it.each(scores)('find $kind where it is, and nowhere else', ({ kind, precision, recall }) => {
    const own = misses.filter((miss) => miss.kind === kind)
    expect(precision, JSON.stringify(own)).toBeGreaterThanOrEqual(0.95)
    expect(recall, JSON.stringify(own)).toBeGreaterThanOrEqual(0.95)
  })
})
