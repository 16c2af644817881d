// What other modules may ask of the release gate.
export { judge } from './actions/judge.ts'
export { inspectFiles, type Inspector } from './actions/inspect-files.ts'
export { fileInspections } from './queries/file-inspections.ts'
export { fileSetting } from './queries/file-setting.ts'
export { fileFindings, type FileFinding } from './rules/files/file-findings.ts'
export { examine } from './rules/checks.ts'
export { gateSentences } from './sentences.ts'
