// The README says what is true: every demo account, every module, and files that exist.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoAccounts, demoPassword } from '../demo/qinglan/accounts.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  it('lists every demo account with its name and the password', () => {
    for (const { login, name: person } of demoAccounts) expect(read(name)).toContain(`| \`${login}\` | ${person} |`)
    expect(read(name)).toContain(demoPassword)
  })

  it('maps every module', () => {
    for (const module of readdirSync(join(root, 'src/modules'))) expect(read(name)).toContain(`src/modules/${module}/README.md`)
  })

  it('leads only to files that are there', () => {
    const links = [...read(name).matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})
