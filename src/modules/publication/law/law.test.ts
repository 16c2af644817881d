// The tables of this module say what the law and the guide say.
import { describe, expect, it } from 'vitest'
import { documentKinds } from './document-kinds.ts'
import { standardColumns } from './standard-columns.ts'
import { readTheme, themePaths, themes } from './themes.ts'

describe('themes', () => {
  it('are 22 classes', () => expect(themes).toHaveLength(22))

  it('have paths of their own', () => expect(new Set(themePaths).size).toBe(themePaths.length))

  it.each([
    ['综合政务\\政务公开', '综合政务/政务公开'],
    ['综合政务', '综合政务'],
    ['民政、扶贫、救灾\\社会福利', '民政、乡村振兴、救灾/社会福利'],
    ['国务院组织机构', '政府机构职能'],
    ['政务公开', '综合政务/政务公开'],
    ['农业、林业、水利 / 农业、畜牧业、渔业', '农业、林业、水利/农业、畜牧业、渔业'],
    ['财政、金融、审计\\货币（含外汇）', '财政、金融、审计/货币（含外汇）'],
    ['城乡建设、环境保护 > 没有的', '城乡建设、环境保护'],
    ['其他', '其他'],
    ['没有这个主题', undefined],
  ])('%s is read as %s', (written, path) => expect(readTheme(written)).toBe(path))
})

it('there are fifteen kinds of official documents, and the rest', () => {
  expect(documentKinds).toHaveLength(16)
  expect(documentKinds.at(-1)).toBe('其他')
})

it('standard columns name parents that stand before them, and path words that fit', () => {
  const slugs = standardColumns.map((column) => column.slug)
  expect(new Set(slugs).size).toBe(slugs.length)
  for (const [index, column] of standardColumns.entries()) {
    expect(column.slug).toMatch(/^[a-z0-9][a-z0-9-]{0,60}$/)
    expect([null, ...slugs.slice(0, index)]).toContain(column.parent)
  }
})
