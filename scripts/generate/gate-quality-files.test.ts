// The corpus of files: at least 60 of each sort, every kind found nearly always and hardly ever wrongly.
import { describe, expect, it } from 'vitest'
import { measureFiles } from './gate-quality-files.ts'

describe('the inspection of files', () => {
  it('finds what the corpus planted, and nothing else', async () => {
    const { positives, negatives, kinds, differences } = await measureFiles()
    expect(positives).toBeGreaterThanOrEqual(60)
    expect(negatives).toBeGreaterThanOrEqual(60)
    expect(kinds.length).toBeGreaterThanOrEqual(25)
    expect(kinds.filter(({ precision, recall }) => precision < 0.95 || recall < 0.95)).toEqual([])
    expect(differences).toEqual([])
  })
})
