// How well the release gate judges files: the corpus is inspected, and each kind gets its precision and recall.
import { fileFindings } from '../../src/modules/gate/index.ts'
import { inspectionCases } from '../../src/platform/documents/inspect/corpus/cases.ts'
import { inspectBytes } from '../../src/platform/documents/inspect/inspect-file.ts'
import type { Told } from '../../src/kernel/file-inspection.ts'
import type { GeneratedFile } from './all.ts'

export interface KindQuality {
  readonly kind: string
  readonly cases: number
  readonly found: number
  readonly missed: number
  readonly wrong: number
  readonly precision: number
  readonly recall: number
}

export interface FileQuality {
  readonly positives: number
  readonly negatives: number
  readonly kinds: readonly KindQuality[]
  /** Every case that was not judged exactly, in words. */
  readonly differences: readonly string[]
}

/** Numbers that the corpus plants: what an inspection brings to light, the checks of the text can judge. */
const planted = /11010519491231002X|440524188001010014/

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

export async function measureFiles(): Promise<FileQuality> {
  const tally = new Map<Told, { cases: number; found: number; missed: number; wrong: number }>()
  const of = (kind: Told) => {
    const row = tally.get(kind) ?? { cases: 0, found: 0, missed: 0, wrong: 0 }
    tally.set(kind, row)
    return row
  }
  const differences: string[] = []
  for (const { because, fileName, make, tells } of inspectionCases) {
    const inspection = await inspectBytes({ name: fileName, bytes: await make() })
    const told = new Set<Told>(fileFindings(fileName, inspection).map((finding) => finding.code as Told))
    if (inspection.texts.some(({ text }) => planted.test(text))) told.add('identity-number')
    for (const kind of tells) {
      of(kind).cases += 1
      if (told.has(kind)) of(kind).found += 1
      else {
        of(kind).missed += 1
        differences.push(`${because}: ${kind} missed`)
      }
    }
    for (const kind of told) {
      if (tells.includes(kind)) continue
      of(kind).wrong += 1
      differences.push(`${because}: ${kind} told without reason`)
    }
  }
  const kinds = [...tally]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([kind, row]) => ({ kind, ...row, precision: share(row.found, row.found + row.wrong), recall: share(row.found, row.cases) }))
  return {
    positives: inspectionCases.filter((one) => one.tells.length > 0).length,
    negatives: inspectionCases.filter((one) => one.tells.length === 0).length,
    kinds,
    differences,
  }
}

export async function gateQualityFiles(): Promise<GeneratedFile> {
  const { positives, negatives, kinds } = await measureFiles()
  const rows = kinds.map(
    ({ kind, cases, missed, wrong, precision, recall }) => `| ${kind} | ${cases} | ${missed} | ${wrong} | ${precision.toFixed(2)} | ${recall.toFixed(2)} |`,
  )
  return {
    path: 'docs/generated/gate-quality-files.md',
    text: `# How well the release gate judges files

The corpus \`src/platform/documents/inspect/corpus\` holds ${positives} files that tell more than they show, and ${negatives} that do not. It is invented, and was committed before the inspectors;
files of the world will be judged less well.

| Kind | Cases | Missed | Told without reason | Precision | Recall |
| --- | --: | --: | --: | --: | --: |
${rows.join('\n')}
`,
  }
}
