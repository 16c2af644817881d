// The tables of this module say what the law and the guide say.
import { expect, it } from 'vitest'
import { standardColumns } from './standard-columns.ts'

it('standard columns name parents that stand before them, and path words that fit', () => {
  const slugs = standardColumns.map((column) => column.slug)
  expect(new Set(slugs).size).toBe(slugs.length)
  for (const [index, column] of standardColumns.entries()) {
    expect(column.slug).toMatch(/^[a-z0-9][a-z0-9-]{0,60}$/)
    expect([null, ...slugs.slice(0, index)]).toContain(column.parent)
  }
})
