// What the house forbids in a source file and no other tool sees: each rule finds its offences in one text.
export interface HouseRule {
  readonly name: string
  /** What to do instead. */
  readonly instead: string
  readonly appliesTo: (path: string) => boolean
  readonly pattern: RegExp
}

const isTest = (path: string): boolean => /\.test\.tsx?$|^test\//.test(path)
const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('docs/')
/** These two files hold the patterns and the planted offences themselves. */
const isTheTable = (path: string): boolean => /^test\/house-rules(\.test)?\.ts$/.test(path)
/** The release gate finds such marks in texts: what it looks for, and the texts that it is tried on. */
const looksForMarks = (path: string): boolean => path.startsWith('src/modules/gate/corpus/') || path === 'src/modules/gate/law/placeholders.ts'
const product = (path: string): boolean => isCode(path) && !isTest(path) && !path.endsWith('.mjs')

export const houseRules: readonly HouseRule[] = [
  {
    name: 'only platform/clock reads the time',
    instead: 'take `now` or `today` as an argument',
    appliesTo: (path) => product(path) && /^(src|demo)\//.test(path) && !path.startsWith('src/platform/clock/'),
    pattern: /\bnew Date\(\s*\)|\bDate\.now\(/,
  },
  {
    name: 'only store/ writes rows',
    instead: 'move the statement to store/',
    appliesTo: (path) => product(path) && path.startsWith('src/modules/') && !path.includes('/store/'),
    pattern: /\.(insertInto|updateTable|deleteFrom|mergeInto)\(|sql`\s*(insert into|update \w|delete from|truncate)/i,
  },
  {
    name: 'nothing is suppressed',
    instead: 'mend what the tool found',
    appliesTo: (path) => isCode(path) && !isTheTable(path),
    pattern: /@ts-(ignore|expect-error|nocheck)|oxlint-disable|eslint-disable|\bas any\b|:\s*any\b|\b(it|test|describe)\.(only|skip|todo)\b/,
  },
  {
    name: 'no mark is left behind',
    instead: 'do it, or file an issue',
    appliesTo: (path) => isCode(path) && !isTheTable(path) && !looksForMarks(path),
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
  },
  {
    name: 'no test sleeps',
    instead: 'wait for the event, not for the time',
    appliesTo: (path) => isTest(path) && !isTheTable(path),
    pattern: /waitForTimeout\(|setTimeout\(\s*(resolve|r|done)\s*,/,
  },
  {
    name: 'no folder of leftovers',
    instead: 'name the file after what it does and give it to the module that owns it',
    appliesTo: (path) => isCode(path) && /(^|\/)(utils?|helpers?|common|misc)(\/|\.tsx?$)/.test(path),
    pattern: /^/,
  },
  {
    name: 'no machine path in the project',
    instead: 'take the folder as an argument',
    appliesTo: (path) => isCode(path) && !isTheTable(path),
    pattern: /\/work\/(main|shared)|\.library\b/,
  },
]

const longest = 300
const mayBeLong = (path: string): boolean => /\/law\/|\.test\.tsx?$|^demo\/|generated/.test(path)

/** Every offence in one file, as sentences with the line number. */
export function offencesIn(path: string, text: string): string[] {
  const lines = text.split('\n')
  const offences: string[] = []
  for (const rule of houseRules.filter((one) => one.appliesTo(path))) {
    const line = lines.findIndex((one) => rule.pattern.test(one))
    if (line >= 0) offences.push(`${path}:${line + 1} ${rule.name}: ${rule.instead}`)
  }
  if (isCode(path) && !mayBeLong(path) && lines.length - 1 > longest) offences.push(`${path} has ${lines.length - 1} lines: split it`)
  return offences
}
