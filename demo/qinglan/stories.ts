// Every document of the town, in the order in which it was published.
import type { Story } from './story.ts'
import { affairs } from './texts/affairs.ts'
import { countryside } from './texts/countryside.ts'
import { economy } from './texts/economy.ts'
import { emergency } from './texts/emergency.ts'
import { measureStories } from './texts/measures.ts'
import { moneyStories } from './texts/money.ts'
import { monitoring } from './texts/monitoring.ts'
import { peopleStories } from './texts/people-and-posts.ts'
import { platform } from './texts/platform.ts'
import { schools } from './texts/schools.ts'
import { workdayFrom } from './texts/workdays.ts'
import { works } from './texts/works.ts'
import { yearlyReports } from './texts/yearly-reports.ts'

const all: readonly Story[] = [
  ...affairs, ...countryside, ...economy, ...emergency, ...measureStories, ...moneyStories, ...monitoring, ...peopleStories, ...platform, ...schools, ...works, ...yearlyReports,
] // prettier-ignore

/** A document goes out on a working day, on or after the day on which it was made. */
export const publishedOn = (story: Story) => workdayFrom(story.publishedOn ?? story.draftedOn)

export const stories: readonly Story[] = all.toSorted((a, b) => publishedOn(a).localeCompare(publishedOn(b)))
