// What the units of a round wrote under one heading, gathered into the text of the office that collects: each with the name of its unit.
import { printText } from '../../../../kernel/references.ts'
import type { Sentence } from './starting/shape.ts'

export interface UnitText {
  readonly reportId: string
  readonly unitName: string
  /** By ordinal of the part, as it is read: figures of another report's table are no references here. */
  readonly parts: ReadonlyMap<number, string>
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** Lines of one part; a unit that wrote nothing there has none. */
export const compiled = (part: number, units: readonly UnitText[]): readonly Sentence[] =>
  units.flatMap(({ reportId, unitName, parts }) =>
    linesOf(parts.get(part) ?? '').map((line, at): Sentence => ({
      part,
      said: printText([{ kind: 'text', text: at === 0 ? `${unitName}：${line}` : line }]),
      article: 'ogi-2019/46',
      sources: [{ title: unitName, path: `/reports/${reportId}/text` }],
    })),
  )

/** Behind what stands there already. */
export const appended = (body: string, sentences: readonly Sentence[]): string =>
  [...(body.trim() === '' ? [] : [body.trim()]), ...sentences.map(({ said }) => said)].join('\n')
