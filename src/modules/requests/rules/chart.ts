// Draws the workflow from its rows: a state diagram, and the table of steps as a lawyer reads it.
import { articleTitle } from '../../../law/laws.ts'
import { actions } from '../../access/law/permissions.ts'
import { stateNames, states, type State } from '../law/states.ts'
import type { ClockEffect, Step } from '../law/steps.ts'
import { holdersOf } from './take-step.ts'

const idOf = (state: State): string => state.replaceAll('-', '_')

export const clockEffects: Readonly<Record<ClockEffect, string>> = {
  starts: '起算',
  restarts: '重新起算',
  stops: '停止计算',
  pauses: '开始不计',
  resumes: '恢复计算',
  extends: '延长',
  defers: '另定日期',
  ends: '终止',
}

/** Markdown with a Mermaid drawing. */
export function chartOf(steps: Readonly<Record<string, Step>>): string {
  const rows = Object.entries(steps)
  // What is offered aside leads nowhere: it would only hide the ways.
  const ways = rows.filter(([, { aside }]) => !aside)
  const moves = ways.flatMap(([, { from, to, title }]) =>
    from.map((state) => `  ${state === 'start' ? '[*]' : idOf(state)} --> ${idOf(to === 'same' ? state : to)}: ${title}`),
  )
  const drawn = stateNames.filter((state) => state !== 'start')
  const table = rows.map(([name, { title, from, to, automatic, applicant, action, needs, clock, article }]) => {
    const who = automatic ? '随前一步自动办理' : `${holdersOf(action)}${applicant ? '；申请人' : ''}`
    const law = Object.values(article).map(articleTitle)
    return `| \`${name}\` | ${title} | ${from.map((state) => states[state].title).join('、')} | ${to === 'same' ? '不变' : states[to].title} | ${who} | ${actions[action]} | ${needs.map((need) => `\`${need}\``).join(' ') || '–'} | ${clock ? clockEffects[clock] : '–'} | ${[...new Set(law)].join('<br>')} |`
  })
  return [
    '# 依申请公开办理流程',
    '',
    'Drawn from `src/modules/requests/law/steps.ts` by `npm run generate`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...drawn.map((state) => `  state "${states[state].title}" as ${idOf(state)}`),
    ...moves,
    ...drawn.filter((state) => states[state].end).map((state) => `  ${idOf(state)} --> [*]`),
    '```',
    '',
    '| Step | 名称 | 从 | 到 | 谁办 | 权限 | 须先满足 | 答复期限 | 依据（2008；2019） |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...table,
    '',
  ].join('\n')
}
