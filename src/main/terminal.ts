// What an operator sees on the terminal: progress, tables, questions.
import { createInterface } from 'node:readline/promises'
import { PlainFailure } from './plain-failure.ts'

/** One line of progress. */
export function tell(line: string): void {
  console.log(`· ${line}`)
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u

/** Columns that a text takes on the terminal: a Chinese character takes two. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)

/** Rows under a heading, in columns that line up. */
export function tableOf(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows]
  const widths = heading.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd()
  return all.map((row) => `  ${line(row)}`).join('\n')
}

/** Asks on the terminal until `check` finds nothing wrong; throws where nobody can answer. */
export async function ask(question: string, check: (answer: string) => string | undefined, preset = ''): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new PlainFailure(
      '没有终端可以提问：请用 --answers 文件 给出答案（格式见 docs/operations.md）。',
      'There is no terminal to ask on: give the answers with --answers FILE (docs/operations.md shows its shape).',
      { exitCode: 2 },
    )
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const ended = new Promise<never>((_, reject) => {
    terminal.once('SIGINT', () => reject(new PlainFailure('已取消。', 'Cancelled.', { exitCode: 130 })))
  })
  try {
    for (;;) {
      const answer = (await Promise.race([terminal.question(`${question}${preset === '' ? '' : `（直接回车为 ${preset}）`}：`), ended])).trim() || preset
      const wrong = check(answer)
      if (wrong === undefined) return answer
      console.log(`  ${wrong}`)
    }
  } finally {
    terminal.close()
  }
}
