// Every file of the corpus whose properties tell something is cleaned; of changes, those that can be accepted without guessing.
import { describe, expect, it } from 'vitest'
import { inspectionCases } from '../inspect/corpus/cases.ts'
import { cleanBytes } from './clean-file.ts'

const telling = inspectionCases.filter(({ tells }) => tells.some((kind) => kind.startsWith('property-') || kind === 'thumbnail'))
const changed = inspectionCases.filter(
  ({ fileName, tells }) => fileName.endsWith('.docx') && tells.some((kind) => kind === 'comment' || kind === 'tracked-change'),
)

describe('a clean copy', () => {
  it('is made of every file that names somebody or something, and names nothing any more', async () => {
    expect(telling.length).toBeGreaterThan(35)
    const left: string[] = []
    for (const { fileName, because, make } of telling) {
      const result = await cleanBytes({ name: fileName, bytes: await make() }, 'properties')
      if (result.as !== 'cleaned' || result.inspection.properties.length > 0) left.push(`${because}: ${result.as === 'refused' ? result.code : 'still tells'}`)
    }
    expect(left).toEqual([])
  })

  it('accepts changes and drops comments, but guesses nothing', async () => {
    const refused: string[] = []
    for (const { fileName, because, make } of changed) {
      const result = await cleanBytes({ name: fileName, bytes: await make() }, 'changes')
      if (result.as === 'refused') refused.push(`${because}: ${result.code}`)
      else expect(result.inspection.hidden).toEqual([])
    }
    expect(refused).toEqual(['only a paragraph mark was deleted: changes-tangled', 'a row of a table was deleted under tracking: changes-tangled'])
  })

  it('is not made where there is nothing to take away', async () => {
    const made: string[] = []
    for (const { fileName, because, make, tells } of inspectionCases) {
      if (tells.length > 0) continue
      if ((await cleanBytes({ name: fileName, bytes: await make() }, 'properties')).as === 'cleaned') made.push(because)
    }
    expect(made).toEqual([])
  })
})
