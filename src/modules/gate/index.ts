// What other modules may ask of the release gate.
export { judge, type Finding, type GateVerdict } from './actions/judge.ts'
export { examine, type ReleaseFacts } from './rules/checks.ts'
export { gateSentences } from './sentences.ts'
