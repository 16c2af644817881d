// Lists every article that the code names and where; on top the articles of the Regulation that nothing carries out yet.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Law } from '../../src/kernel/article.ts'
import { laws } from '../../src/law/laws.ts'
import type { GeneratedFile } from './all.ts'

const root = join(import.meta.dirname, '../..')
const articlesOfTheRegulation = 56
const word = new RegExp(`(${Object.keys(laws).join('|')})/[0-9][0-9.]*`, 'g')

function places(): Map<string, Set<string>> {
  const args = [
    'grep',
    '-nE',
    '--untracked',
    `(${Object.keys(laws).join('|')})/[0-9]`,
    '--',
    'src',
    'db',
    'office',
    ':!*.test.ts',
    ':!src/law/laws.ts',
    ':!src/kernel/article.ts',
  ]
  const found = new Map<string, Set<string>>()
  for (const line of execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 50_000_000 }).split('\n')) {
    const [path = '', , ...rest] = line.split(':')
    for (const [article] of rest.join(':').matchAll(word)) {
      const key = article.replace(/\.$/, '')
      found.set(key, (found.get(key) ?? new Set()).add(path))
    }
  }
  return found
}

const byPlace = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

export function lawIndex(): GeneratedFile {
  const found = places()
  const idle = Array.from({ length: articlesOfTheRegulation }, (_, index) => `ogi-2019/${index + 1}`).filter((article) => !found.has(article))
  const chapters = (Object.keys(laws) as Law[]).flatMap((law) => {
    const rows = [...found.keys()].filter((article) => article.startsWith(`${law}/`)).toSorted(byPlace)
    if (rows.length === 0) return []
    const lines = rows.map((article) => `| \`${article}\` | ${[...(found.get(article) ?? [])].toSorted().join('<br>')} |`)
    return ['', `## ${laws[law].title}`, '', '| Article | Named in |', '| --- | --- |', ...lines]
  })
  const text = [
    '# Where the law stands in the code',
    '',
    'Drawn by `npm run generate`. Not carried out by anything yet:',
    '',
    idle.map((article) => `\`${article}\``).join(' '),
    ...chapters,
    '',
  ]
  return { path: 'docs/generated/law-index.md', text: text.join('\n') }
}
