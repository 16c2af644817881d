// Draws the workflow of an application from its rows.
import { stepRows } from '../../src/modules/requests/law/steps.ts'
import { chartOf } from '../../src/modules/requests/rules/chart.ts'
import type { GeneratedFile } from './all.ts'

export function requestsSteps(): GeneratedFile {
  return { path: 'docs/generated/requests-steps.md', text: chartOf(stepRows) }
}
