import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { states, type State } from '../law/states.ts'
import { stepRows, type Step } from '../law/steps.ts'
import { chartOf } from './chart.ts'

/** What a walker over the rows finds wrong. */
function faultsOf(rows: Readonly<Record<string, Step>>): string[] {
  const all = Object.keys(states) as State[]
  const steps = Object.values(rows)
  const reached = new Set<State>(['draft'])
  for (let before = -1; before !== reached.size;) {
    before = reached.size
    for (const { from, to } of steps) if (to !== 'same' && from.some((state) => reached.has(state))) reached.add(to)
  }
  const leaves = (state: State): boolean => steps.some(({ from, to }) => to !== 'same' && to !== state && from.includes(state))
  return [
    ...all.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...all.filter((state) => states[state].end && leaves(state)).map((state) => `${state} is an end and has an exit`),
    ...all.filter((state) => !states[state].end && !leaves(state)).map((state) => `${state} is no end and has no exit`),
  ]
}

describe('the workflow', () => {
  it('reaches every state, and only ends have no way out', () => {
    expect(faultsOf(stepRows)).toEqual([])
  })

  it.each(['submit', 'refer', 'file', 'discard', 'publish-internally'] as const)('would be broken without %s, and the walker sees it', (name) => {
    const { [name]: _removed, ...rest } = stepRows
    expect(faultsOf(rest)).not.toEqual([])
  })

  it('has somebody for every state that waits', () => {
    expect((Object.keys(states) as State[]).filter((state) => !states[state].end && states[state].turn === null)).toEqual(['published', 'published-internally'])
  })

  it('is drawn as it stands', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../../docs/generated/disclosure-steps.md'), 'utf8')).toBe(chartOf(stepRows))
  })
})
