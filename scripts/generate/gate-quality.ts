// Precision and recall of the gate's checks over the corpus, kind by kind.
import { tried } from '../../src/modules/gate/rules/quality.ts'
import type { GeneratedFile } from './all.ts'

export function gateQuality(): GeneratedFile {
  const { scores, misses } = tried()
  const total = (of: 'wrong' | 'right'): number => scores.reduce((count, score) => count + score[of], 0)
  const text = [
    '# How well the release gate finds',
    '',
    'Measured by `npm run generate` over `src/modules/gate/corpus`: places counted across all cases of all kinds, so that a false alarm in any text counts.',
    '',
    '| Kind | Check | Wrong texts | Right texts | Precision | Recall |',
    '| --- | --- | --: | --: | --: | --: |',
    ...scores.map(
      ({ kind, title, wrong, right, precision, recall }) => `| \`${kind}\` | ${title} | ${wrong} | ${right} | ${precision.toFixed(3)} | ${recall.toFixed(3)} |`,
    ),
    `| all | | ${total('wrong')} | ${total('right')} | | |`,
    '',
    ...(misses.length === 0
      ? []
      : ['## Where checks and corpus disagree', '', ...misses.map(({ kind, match, fault }) => `- ${fault} \`${kind}\`: ${match}`), '']),
  ]
  return { path: 'docs/generated/gate-quality.md', text: text.join('\n') }
}
