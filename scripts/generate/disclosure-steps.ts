// Draws the workflow of an edition from its rows.
import { stepRows } from '../../src/modules/disclosure/law/steps.ts'
import { chartOf } from '../../src/modules/disclosure/rules/chart.ts'
import type { GeneratedFile } from './all.ts'

export function disclosureSteps(): GeneratedFile {
  return { path: 'docs/generated/disclosure-steps.md', text: chartOf(stepRows) }
}
