// Every term with every version it had, so that a lawyer can read them on one page.
import type { Term, TermVersion } from '../../src/kernel/term.ts'
import { articleTitle } from '../../src/law/laws.ts'
import { lengthText } from '../../src/law/ledger-words.ts'
import { terms } from '../../src/law/terms.ts'
import type { GeneratedFile } from './all.ts'

const marks: Readonly<Record<TermVersion['mark'], string>> = { found: '条文已核', known: '待核', own: '本机关自定' }
const eventsOf = (events: TermVersion['pausedBy'] = []): string => events.map(({ title, article }) => `${title}（\`${article}\`）`).join('<br>')

export function termsTable(): GeneratedFile {
  const rows = Object.entries<Term>(terms).flatMap(([name, { title, startsOn, versions }]) =>
    versions.map((version, index) => {
      const { inForceFrom, article, mark, pausedBy, restartedBy } = version
      const head = index === 0 ? `\`${name}\` | ${title} | ${startsOn}` : ' | | '
      return `| ${head} | ${inForceFrom} | ${lengthText(version)} | ${articleTitle(article)} \`${article}\` | ${eventsOf(pausedBy)} | ${eventsOf(restartedBy)} | ${marks[mark]} |`
    }),
  )
  const text = [
    '# 期限表 Terms',
    '',
    'Drawn from `src/law/terms.ts` by `npm run generate`. The day of the event is day 0 and is not counted; a term runs by the version in force on its day 0.',
    '',
    '| Term | 期限 | 起算（当日不计） | 施行 | 长度 | 依据 | 不计入 | 重新起算 | 核对 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ]
  return { path: 'docs/generated/terms.md', text: text.join('\n') }
}
