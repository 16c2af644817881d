// Hostile files: whatever bytes come, an inspection ends in time and says something.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanBytes } from '../clean/clean-file.ts'
import { openReader } from '../read/reader.ts'
import { exif, jpeg, tiffOf } from './corpus/build-images.ts'
import { box, pdf, plainPage, say } from './corpus/build-pdf.ts'
import { notice, word } from './corpus/build-docx.ts'
import { book, plainSheet } from './corpus/build-xlsx.ts'
import { inspectionCases } from './corpus/cases.ts'
import { xml } from './corpus/shape.ts'
import { inspectBytes } from './inspect-file.ts'

const small = inspectionCases.filter(({ because }) => !because.includes('thousandfold'))

/** Bytes with some overwritten, cut out or doubled. */
function mutated(bytes: Buffer, changes: readonly { readonly at: number; readonly how: number; readonly value: number }[]): Buffer {
  let file = Buffer.from(bytes)
  for (const { at, how, value } of changes) {
    const place = Math.floor(at * file.length)
    if (how === 0) file[place] = value
    else if (how === 1) file = Buffer.concat([file.subarray(0, place), file.subarray(Math.min(file.length, place + value))])
    else file = Buffer.concat([file.subarray(0, place), file.subarray(Math.max(0, place - value), place), file.subarray(place)])
  }
  return file
}

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  how: fc.integer({ min: 0, max: 2 }),
  value: fc.integer({ min: 0, max: 255 }),
})

describe('an inspection of damaged files', () => {
  it('ends with an answer that can be stored, for 500 of them', async () => {
    const files = await Promise.all(small.map(async ({ fileName, make }) => ({ name: fileName, bytes: await make() })))
    let seen = 0
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: files.length - 1 }), fc.array(change, { minLength: 1, maxLength: 12 }), async (at, changes) => {
        const { name, bytes } = files[at]!
        const began = performance.now()
        const inspection = await inspectBytes({ name, bytes: mutated(bytes, changes) })
        seen += 1
        expect(JSON.stringify(inspection).isWellFormed()).toBe(true)
        expect(JSON.stringify(inspection)).not.toContain('\\u0000')
        expect(inspection.inspected === 'full' || inspection.because !== null).toBe(true)
        expect(performance.now() - began).toBeLessThan(20_000)
      }),
      { numRuns: 500, seed: 20_261_126 },
    )
    expect(seen).toBe(500)
  })

  it('cleans none of them into something that tells more', async () => {
    const named = inspectionCases.filter(({ tells }) => tells.some((kind) => kind.startsWith('property-')))
    const files = await Promise.all(named.map(async ({ fileName, make }) => ({ name: fileName, bytes: await make() })))
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: files.length - 1 }), fc.array(change, { minLength: 1, maxLength: 4 }), async (at, changes) => {
        const { name, bytes } = files[at]!
        const result = await cleanBytes({ name, bytes: mutated(bytes, changes) }, 'properties')
        if (result.as === 'cleaned') expect((await inspectBytes({ name, bytes: result.bytes })).properties).toEqual([])
      }),
      { numRuns: 60, seed: 20_261_126 },
    )
  })
})

describe('an inspection of hostile files', () => {
  const open = '<w:r>'.repeat(200_000)
  it.each([
    { because: 'elements lie two hundred thousand deep', name: 'a.docx', bytes: () => word({ body: open }) },
    { because: 'a tag never ends', name: 'a.docx', bytes: () => word({ body: `<w:p w:x="${'a'.repeat(1_000_000)}` }) },
    { because: 'an attribute list is very long', name: 'a.docx', bytes: () => word({ body: `<w:p ${'a="1" '.repeat(200_000)}/>` }) },
    {
      because: 'a directory of a picture leads to itself',
      name: 'a.jpg',
      bytes: () => jpeg([exif(Buffer.from('49492a0008000000010069870400010000000800000008000000', 'hex'))]),
    },
    {
      because: 'a picture claims four billion values',
      name: 'a.jpg',
      bytes: () => jpeg([exif(Buffer.concat([tiffOf([]).subarray(0, 8), Buffer.from('01003b010200ffffffff0800000000000000', 'hex')]))]),
    },
    {
      because: 'a page has tens of thousands of boxes and words',
      name: 'a.pdf',
      bytes: () => pdf({ pages: [{ content: `${plainPage.content} ${box(9, 9, 40, 40)} `.repeat(3000) }] }),
    },
    {
      because: 'states are saved and never restored',
      name: 'a.pdf',
      bytes: () => pdf({ pages: [{ content: `${'q '.repeat(1000)} ${say('甲乙', 80, 80)}` }] }),
    },
    {
      because: 'many sheets name many columns',
      name: 'a.xlsx',
      bytes: () => book({ sheets: [{ ...plainSheet, cols: '<col min="1" max="1" hidden="1"/>'.repeat(20_000) }] }),
    },
    {
      because: 'styles rest on each other in a circle',
      name: 'a.docx',
      bytes: () =>
        word({ body: notice, styles: '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>' }),
    },
    {
      because: 'relations climb above the package',
      name: 'a.xlsx',
      bytes: () => book({ sheets: [plainSheet], relations: [{ id: 'x', type: 'worksheet', target: '../../../../etc/passwd' }] }),
    },
    {
      because: 'custom properties are many',
      name: 'a.docx',
      bytes: () => word({ body: notice, custom: '<property name="甲"><vt:lpwstr>乙</vt:lpwstr></property>'.repeat(50_000) }),
    },
    {
      because: 'a chunk of a picture unpacks to very much',
      name: 'a.xlsx',
      bytes: () => book({ sheets: [plainSheet], parts: { 'xl/comments1.xml': xml(`<comments>${'<comment><t>x</t></comment>'.repeat(60_000)}</comments>`) } }),
    },
  ])('ends soon where $because', async ({ name, bytes }) => {
    const file = { name, bytes: bytes() }
    const began = performance.now()
    const inspection = await inspectBytes(file)
    expect(['full', 'partly', 'not']).toContain(inspection.inspected)
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('is given up on its thread when it takes too long, and the next file gets a fresh one', async () => {
    const reader = openReader({ milliseconds: 1, megabytes: 256 })
    const file = { name: 'a.docx', bytes: word({ body: notice }) }
    expect(await reader.inspect(file)).toMatchObject({ inspected: 'not', because: 'too-slow' })
    expect(await reader.clean(file, 'properties')).toMatchObject({ as: 'refused', code: 'too-slow' })
    await reader.close()
  })
})
