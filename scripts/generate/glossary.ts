// Our word, the statutory term and the article, from the titles in the law tables, so that the two cannot drift.
import type { Term } from '../../src/kernel/term.ts'
import { terms } from '../../src/law/terms.ts'
import { actions, permissions, roles } from '../../src/modules/access/law/permissions.ts'
import { states } from '../../src/modules/disclosure/law/states.ts'
import { steps } from '../../src/modules/disclosure/law/steps.ts'
import { outcomeRows } from '../../src/modules/requests/law/outcomes.ts'
import { states as requestStates } from '../../src/modules/requests/law/states.ts'
import { remedyKinds, remedyResults, remedyStates, remedyStepRows } from '../../src/modules/requests/law/remedy-cases.ts'
import { stepRows } from '../../src/modules/requests/law/steps.ts'
import { withdrawalReasons } from '../../src/modules/publication/law/withdrawal-reasons.ts'
import type { GeneratedFile } from './all.ts'

interface Row {
  readonly title: string
  readonly article?: string
}

function chapter(heading: string, table: Readonly<Record<string, Row | string>>): string[] {
  const rows = Object.entries(table).map(([word, row]) => {
    const { title, article = '' } = typeof row === 'string' ? { title: row } : row
    return `| \`${word}\` | ${title} | ${article === '' ? '' : `\`${article}\``} |`
  })
  return ['', `## ${heading}`, '', '| Word | Term | Article |', '| --- | --- | --- |', ...rows]
}

/** Rows that name an article for each Regulation, or each kind, with the last of them. */
function newest(table: Readonly<Record<string, { title: string; article: Readonly<Record<string, string | undefined>> }>>): Record<string, Row> {
  return Object.fromEntries(Object.entries(table).map(([word, { title, article }]) => [word, { title, article: Object.values(article).at(-1) ?? '' }]))
}

export function glossary(): GeneratedFile {
  const text = [
    '# Glossary',
    '',
    'Drawn from the law tables by `npm run generate`.',
    ...chapter('Roles', roles),
    ...chapter('Actions', actions),
    ...chapter(
      'Terms',
      Object.fromEntries(Object.entries<Term>(terms).map(([name, { title, versions }]) => [name, { title, article: versions.at(-1)?.article ?? '' }])),
    ),
    ...chapter('States of an edition', states),
    ...chapter('Steps of an edition', steps),
    ...chapter('States of an application', requestStates),
    ...chapter('Steps of an application', newest(stepRows)),
    ...chapter('Outcomes of an application', newest(outcomeRows)),
    ...chapter('Remedies after an application', remedyKinds),
    ...chapter('States of a remedy', remedyStates),
    ...chapter('Steps of a remedy', newest(remedyStepRows)),
    ...chapter('Results of a remedy', newest(remedyResults)),
    ...chapter('Reasons of a withdrawal', withdrawalReasons),
    '',
  ]
  return { path: 'docs/glossary.md', text: text.join('\n') }
}

const scopeTitles = { 'own-section': '本科室', 'own-unit': '本单位', 'units-below': '本单位及下级', all: '全部', 'this-task': '仅本件' } as const

/** Role × action as a table that a security officer can sign. */
export function permissionTable(): GeneratedFile {
  const columns = Object.keys(roles) as (keyof typeof roles)[]
  const rows = Object.entries(actions).map(([action, title]) => {
    const cells = columns.map((role) =>
      permissions
        .filter((row) => row.role === role && row.action === action)
        .map((row) => scopeTitles[row.scope])
        .join('、'),
    )
    return `| ${title} | ${cells.join(' | ')} |`
  })
  const text = [
    '# 角色权限表',
    '',
    'Drawn from `src/modules/access/law/permissions.ts` by `npm run generate`.',
    '',
    `| 操作 | ${columns.map((role) => roles[role].title).join(' | ')} |`,
    `| --- |${' --- |'.repeat(columns.length)}`,
    ...rows,
    '',
  ]
  return { path: 'docs/generated/permissions.md', text: text.join('\n') }
}
