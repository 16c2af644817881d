// What other modules may ask of the release gate.
export { judge } from './actions/judge.ts'
export { examine } from './rules/checks.ts'
export { gateSentences } from './sentences.ts'
