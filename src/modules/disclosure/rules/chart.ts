// Draws the workflow from its rows: a state diagram, and the table of steps as a lawyer reads it.
import { articleTitle } from '../../../law/laws.ts'
import { actions } from '../../access/law/permissions.ts'
import { states, type State } from '../law/states.ts'
import type { Step } from '../law/steps.ts'
import { holdersOf } from './take-step.ts'

const idOf = (state: State): string => state.replaceAll('-', '_')
const isEnd = (state: State): boolean => states[state].end

/** Markdown with a Mermaid drawing; `steps` are the rows, the states stand in their own table. */
export function chartOf(steps: Readonly<Record<string, Step>>): string {
  const rows = Object.entries(steps)
  const moves = rows.flatMap(([, step]) => step.from.map((from) => `  ${idOf(from)} --> ${idOf(step.to === 'same' ? from : step.to)}: ${step.title}`))
  const used = (Object.keys(states) as State[]).filter((state) => rows.some(([, step]) => step.to === state || step.from.includes(state)))
  const table = rows.map(([name, step]) => {
    const from = step.from.map((state) => states[state].title).join('、')
    const to = step.to === 'same' ? '不变' : states[step.to].title
    const who = step.automatic ? '随前一步自动办理' : holdersOf(step.action)
    return `| \`${name}\` | ${step.title} | ${from} | ${to} | ${who} | ${actions[step.action]} | ${step.needs.map((need) => `\`${need}\``).join(' ') || '–'} | ${articleTitle(step.article)} |`
  })
  return [
    '# 信息办理流程',
    '',
    'Drawn from `src/modules/disclosure/law/steps.ts` by `npm run generate`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...used.map((state) => `  state "${states[state].title}" as ${idOf(state)}`),
    '  [*] --> draft',
    ...moves,
    ...used.filter(isEnd).map((state) => `  ${idOf(state)} --> [*]`),
    '```',
    '',
    '| Step | 名称 | 从 | 到 | 谁办 | 权限 | 须先满足 | 依据 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...table,
    '',
  ].join('\n')
}
