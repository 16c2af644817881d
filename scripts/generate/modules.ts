// Draws who may call whom from architecture.mjs.
import { mayUse } from '../../architecture.mjs'
import type { GeneratedFile } from './all.ts'

export function modulesDrawing(): GeneratedFile {
  const rows = Object.entries(mayUse).map(([name, allowed]) => `| ${name} | ${allowed.length === 0 ? '–' : allowed.join(', ')} |`)
  return {
    path: 'docs/generated/modules.md',
    text: ['# Who may call whom', '', 'Drawn from `architecture.mjs` by `npm run generate`.', '', '| Module | may use |', '| --- | --- |', ...rows, ''].join(
      '\n',
    ),
  }
}
