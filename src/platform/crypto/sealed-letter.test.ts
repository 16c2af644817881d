// What is closed for the box is opened by it alone, for its purpose alone, and unchanged alone.
import { describe, expect, it } from 'vitest'
import { closeLetter, letterBox } from './sealed-letter.ts'

const box = letterBox(Buffer.alloc(32, 7))
const letter = closeLetter(box.publicKey, Buffer.from('吴敏'), 'application 1')

describe('a closed letter', () => {
  it('is opened by the box of the same key', () => {
    expect(letterBox(Buffer.alloc(32, 7)).open(letter, 'application 1').toString()).toBe('吴敏')
  })
  it('does not show what is in it, and looks different each time', () => {
    expect(letter.includes(Buffer.from('吴敏'))).toBe(false)
    expect(closeLetter(box.publicKey, Buffer.from('吴敏'), 'application 1').equals(letter)).toBe(false)
  })
  it.each([
    ['another key', () => letterBox(Buffer.alloc(32, 8)).open(letter, 'application 1')],
    ['another purpose', () => box.open(letter, 'application 2')],
    ['a changed letter', () => box.open(Buffer.concat([letter.subarray(0, -1), Buffer.of(0)]), 'application 1')],
    ['a cut letter', () => box.open(letter.subarray(0, 20), 'application 1')],
  ])('is not opened with %s', (_, open) => expect(open).toThrow())
})
