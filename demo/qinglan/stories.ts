// Every document of the town, in the order in which it was published.
import type { Day } from '../../src/kernel/day.ts'
import type { Story } from './story.ts'
import { affairs } from './texts/affairs.ts'
import { countryside } from './texts/countryside.ts'
import { economy } from './texts/economy.ts'
import { emergency } from './texts/emergency.ts'
import { lifeLines } from './texts/life-lines.ts'
import { measureStories } from './texts/measures.ts'
import { moneyStories } from './texts/money.ts'
import { monitoring } from './texts/monitoring.ts'
import { notices } from './texts/notices.ts'
import { partyStories } from './texts/party.ts'
import { peopleStories } from './texts/people-and-posts.ts'
import { platform } from './texts/platform.ts'
import { schools } from './texts/schools.ts'
import { p, table } from './texts/words.ts'
import { workdayFrom, workdaysAfter } from './texts/workdays.ts'
import { works } from './texts/works.ts'
import { yearlyReports } from './texts/yearly-reports.ts'

/** A document goes out on a working day, on or after the day on which it was made. */
export const publishedOn = (story: Story): Day => workdayFrom(story.publishedOn ?? story.draftedOn)

/** Put out twice by mistake, and taken back on the next working day: only number, time and a neutral reason stay. */
const twice = (story: Story): Story => ({
  ...story,
  key: `${story.key}-twice`,
  columns: ['tongzhi'],
  files: [],
  withdrawal: { on: workdaysAfter(publishedOn(story), 1), reason: 'duplicate', note: '同一文件重复发布，保留第一次发布的一条。' },
})

/** Put out once more by the county office, word for word: the same information, which somebody is asked about. */
const passedOn = (story: Story): Story => ({
  ...story,
  key: `${story.key}-passed-on`,
  unit: 'zfb',
  columns: ['tongzhi'],
  files: [],
  publishedOn: workdaysAfter(publishedOn(story), 2),
})

/** A list that named households: withdrawn the same week, because personal privacy weighs more. */
const named = (story: Story): Story => ({
  ...story,
  key: `${story.key}-named`,
  title: `${story.title}（逐户名单）`,
  files: [],
  body:
    p('各镇、街道保障对象逐户名单。') +
    table(
      ['镇（街道）', '户主', '人数'],
      [
        ['城关街道', '张某某', 2],
        ['河口镇', '李某某', 3],
        ['清源镇', '王某某', 1],
      ],
    ),
  withdrawal: { on: workdaysAfter(publishedOn(story), 2), reason: 'personal-privacy', note: '名单涉及个人隐私，改为只公布户数、人数和资金。' },
})

const all: readonly Story[] = [
  ...affairs, ...countryside, ...economy, ...emergency, ...lifeLines, ...measureStories, ...moneyStories, ...monitoring, ...notices, ...partyStories, ...peopleStories, ...platform, ...schools, ...works, ...yearlyReports,
] // prettier-ignore

export const stories: readonly Story[] = [
  ...all,
  ...all.filter(({ key }) => key === 'enrol-2026').map(twice),
  ...all.filter(({ key }) => key === 'enrol-2026').map(passedOn),
  ...all.filter(({ key }) => key === 'relief-2024q2').map(named),
].toSorted((a, b) => publishedOn(a).localeCompare(publishedOn(b)))
