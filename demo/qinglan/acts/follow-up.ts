// What readers said some months later: one survey that is over, and one that is open today.
import { randomUUID } from 'node:crypto'
import { addDays, day, type Day } from '../../../src/kernel/day.ts'
import { reachOf } from '../../../src/modules/access/index.ts'
import { followUp, setSurvey, takeSurveyAnswer } from '../../../src/modules/followup/index.ts'
import { standingClock } from '../../../src/platform/clock/clock.ts'
import { publishedOn, stories } from '../stories.ts'
import { between, choose } from '../texts/words.ts'
import { handsOf } from './hands.ts'
import type { Work } from './perform.ts'
import { by, instantAt, must, type Stage } from './stage.ts'

const surveys: readonly {
  readonly key: string
  readonly months: number
  readonly days: number
  readonly answers: number
  readonly words: readonly string[]
}[] = [
  { key: 'oldhouses-2025', months: 6, days: 30, answers: 37, words: ['改造的房子已经住进去了，验收很快。', '补助到账比公示说的晚了一个月，希望写明时间。'] },
  { key: 'rental-plan-2026', months: 3, days: 60, answers: 9, words: ['摇号结果出来后什么时候能看房，没有说清楚。'] },
]

/** Most are content, some are not. */
const choicesOf = (key: string): object => ({
  known: choose(`${key}/known`, 'website', 'media', 'community', 'community'),
  done: choose(`${key}/done`, 'all', 'all', 'all', 'part', 'unclear'),
  effect: choose(`${key}/effect`, 'good', 'good', 'fair', 'poor', 'unclear'),
  content: choose(`${key}/content`, 'satisfied', 'satisfied', 'mostly', 'unsatisfied'),
})

export async function followUpResults(stage: Stage, published: ReadonlyMap<string, Work>): Promise<void> {
  for (const { key, months, days, answers, words } of surveys) {
    const story = stories.find((one) => one.key === key)
    const work = published.get(key)
    if (!story || !work) throw new Error(`no story is called ${key}`)
    const { opensOn } = await stage.database.transaction(async (tx) => {
      const leader = await by(stage, tx, handsOf(story.unit).leader, publishedOn(story), '17:00')
      return must(await setSurvey(tx, leader, reachOf(leader.actor, 'edition.publish'), { documentId: work.documentId, months, days }), key)
    })
    if (opensOn > stage.today) continue
    const on = (number: number): Day =>
      day([addDays(opensOn, between(`survey/${key}/${number}`, 0, days - 1)), addDays(stage.today, -1)].toSorted()[0] ?? opensOn)
    await stage.database.transaction(async (tx) => {
      for (let number = 0; number < answers; number += 1) {
        const row = { id: randomUUID(), body: { documentId: work.documentId, choices: choicesOf(`survey/${key}/${number}`), words: words[number] ?? '' } }
        must(await takeSurveyAnswer(tx, { ...row, receivedAt: instantAt(on(number), '19:20', stage.zone) }), key)
      }
    })
  }
  await followUp(stage.database, standingClock(stage.now, stage.zone))
}
