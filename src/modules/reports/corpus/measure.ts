// How well the reader does over papers of the corpus: findings counted one by one, a false alarm in any paper against the kind that raised it.
import { readDocument } from '../../../platform/documents/read/read-document.ts'
import { checkFile } from '../actions/check-file.ts'
import { findingRows, type FindingCode } from '../law/findings.ts'
import { printed } from './print.ts'
import type { Paper, PaperShape } from './shape.ts'

export interface Miss {
  readonly paper: string
  readonly shape: PaperShape
  readonly code: FindingCode
  readonly found: string
  readonly fault: 'missed' | 'false alarm'
}

export interface Score {
  readonly code: FindingCode
  readonly title: string
  readonly planted: number
  readonly precision: number
  readonly recall: number
}

export interface Measured {
  readonly scores: readonly Score[]
  readonly misses: readonly Miss[]
  readonly files: number
  readonly planted: number
}

const codes = Object.keys(findingRows) as FindingCode[]

/** Where the reader and the author of a paper disagree, in one shape. */
export async function missesIn(paper: Paper, shape: PaperShape): Promise<readonly Miss[]> {
  const result = await checkFile({ read: readDocument }, await printed(paper, shape))
  if (!result.ok) throw new Error(`${paper.name} in ${shape} was not read: ${result.code}`)
  const left = [...paper.finds]
  const alarms = result.check.findings.filter(({ code, found }) => {
    const at = left.findIndex((one) => one[0] === code && one[1] === found)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const one = (code: FindingCode, found: string, fault: Miss['fault']): Miss => ({ paper: paper.name, shape, code, found, fault })
  return [...alarms.map(({ code, found }) => one(code, found, 'false alarm')), ...left.map(([code, found]) => one(code, found, 'missed'))]
}

/** Each paper in the shape that `shapeOf` gives it. */
export async function measured(papers: readonly Paper[], shapeOf: (paper: Paper, at: number) => PaperShape): Promise<Measured> {
  const misses: Miss[] = []
  for (const [at, paper] of papers.entries()) misses.push(...(await missesIn(paper, shapeOf(paper, at))))
  const finds = papers.flatMap((paper) => paper.finds)
  const scores = codes.map((code): Score => {
    const planted = finds.filter(([one]) => one === code).length
    const count = (fault: Miss['fault']): number => misses.filter((one) => one.code === code && one.fault === fault).length
    const good = planted - count('missed')
    return {
      code,
      title: findingRows[code].title,
      planted,
      precision: good / Math.max(1, good + count('false alarm')),
      recall: good / Math.max(1, planted),
    }
  })
  return { scores: scores.filter(({ planted, precision }) => planted > 0 || precision > 0), misses, files: papers.length, planted: finds.length }
}
