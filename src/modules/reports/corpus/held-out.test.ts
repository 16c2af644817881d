// Reports that were written when the reader worked, in two rounds. First runs: 21 of 25 planted faults with one false alarm, then 6 of 11 with one; none may come back.
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../platform/documents/read/read-document.ts'
import { checkFile } from '../actions/check-file.ts'
import { heldOut } from './held-out.ts'

describe('reports in other styles', () => {
  it.each(heldOut.map((paper) => ({ name: paper.name, paper })))('are read as their author reads them: $name', async ({ paper }) => {
    const result = await checkFile({ read: readDocument }, { name: paper.name, bytes: Buffer.from(paper.text) })
    if (!result.ok) throw new Error(result.code)
    const { generation, year, unit, findings } = result.check
    expect({ generation, year, unit }).toEqual({ generation: paper.generation, year: paper.year, unit: paper.unit })
    expect(findings.map(({ code, found }) => `${code} ${found}`).toSorted()).toEqual(paper.finds.map((one) => one.join(' ')).toSorted())
  })
})
