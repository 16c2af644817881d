// Precision and recall of the reader of reports over its corpus, kind by kind.
import { corpus } from '../../src/modules/reports/corpus/corpus.ts'
import { heldOut } from '../../src/modules/reports/corpus/held-out.ts'
import { measured } from '../../src/modules/reports/corpus/measure.ts'
import { paperShapes } from '../../src/modules/reports/corpus/shape.ts'
import type { GeneratedFile } from './all.ts'

export async function reportQuality(): Promise<GeneratedFile> {
  const { scores, misses, files, planted } = await measured(corpus, ({ shapes = paperShapes }, at) => shapes[at % shapes.length] ?? 'html')
  const clean = corpus.filter((paper) => paper.finds.length === 0).length
  const text = [
    '# How well the reader of reports finds',
    '',
    `Measured by \`npm run generate\` over \`src/modules/reports/corpus\`: ${files} reports, ${clean} of them clean, ${planted} planted faults; each is printed as page, Word file, text with a cell a line`,
    'or text with bars, in turn (a test holds all four of each). Findings are counted one by one, so that a false alarm in any report counts.',
    '',
    '| Kind | Finding | Planted | Precision | Recall |',
    '| --- | --- | --: | --: | --: |',
    ...scores.map(({ code, title, planted: count, precision, recall }) => `| \`${code}\` | ${title} | ${count} | ${precision.toFixed(3)} | ${recall.toFixed(3)} |`),
    '',
    '## Reports that it had not seen',
    '',
    `${heldOut.length} further reports were written in two rounds when the reader worked. Its first runs found 21 of 25 and 6 of 11 planted faults, with one false alarm each (one of`,
    'them in a clean report, of eight). What was missed has been mended since, so these reports measure no longer; a test keeps them. Known to be missed still:',
    '',
    ...heldOut.flatMap(({ name, leaves = [] }) => leaves.map(([code, words]) => `- \`${code}\` in \`${name}\`: ${words}`)),
    '',
    ...(misses.length === 0
      ? []
      : ['## Where reader and corpus disagree', '', ...misses.map(({ paper, shape, code, found, fault }) => `- ${fault} \`${code}\` in \`${paper}\` (${shape}): ${found}`), '']),
  ] // prettier-ignore
  return { path: 'docs/generated/report-quality.md', text: text.join('\n') }
}
