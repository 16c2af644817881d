// Leaders with titles that the unit's own data do not know.
import type { Hit, Leader, Subject } from '../subject.ts'
import { pronoun } from './units.ts'

const title = '(?:(?:党组|党委|党工委|党支部)?副?书记|副?(?:县长|区长|市长|镇长|乡长|局长|主任|院长|校长|站长|所长|科长|股长|厅长)|总工程师|总经济师)'
const titleAhead = new RegExp(`${title}\\s?$`)
const titleBehind = new RegExp(`^${title}`)
const ownTitle = new RegExp(`${title}$`)
const bareTitle = (written: string): string => written.replace(/^(?:党组|党委|党工委|党支部)/, '')
const formerly = /(?:时任|原|前任|历任|曾任|担任|任命|聘任|免去)[^，。；]{0,6}$/

const titlesOf = (leader: Leader): Set<string> =>
  new Set(
    leader.titles
      .flatMap((held) => held.split(/[、，,/兼]/))
      .flatMap((one) => ownTitle.exec(one.trim())?.[0] ?? [])
      .map(bareTitle),
  )

/** One of the posts that stand in a row before the name is held: 副县长、公安局局长. */
const heldAmong = (held: ReadonlySet<string>, ahead: string): boolean =>
  (/[^，。；：:\s]*\s?$/.exec(ahead)?.[0] ?? '')
    .split('、')
    .flatMap((one) => ownTitle.exec(one.trim())?.[0] ?? [])
    .some((one) => held.has(bareTitle(one)))

const placesOf = (text: string, name: string): number[] => {
  const found: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push(at)
  return found
}

/** Third letters that begin the verb and not the end of the name. */
const verbs = /[出主强指带率说要在到作陪参检深调介对就与和向为]/

export function* leaderTitles({ pieces, leaders }: Subject): Generator<Hit<'leader-title-wrong' | 'leader-unknown'>> {
  const held = leaders.map((leader) => ({ ...leader, held: titlesOf(leader) })).filter((leader) => leader.held.size > 0)
  if (held.length === 0) return
  const ours = new RegExp(`${pronoun}(${title})([\\p{Script=Han}]{2,3})`, 'gu')
  for (const [index, { text }] of pieces.entries()) {
    for (const leader of held)
      for (const at of placesOf(text, leader.name)) {
        const ahead = text.slice(Math.max(0, at - 24), at)
        const said = titleAhead.exec(ahead)?.[0]
        if (said !== undefined && !heldAmong(leader.held, ahead) && !formerly.test(ahead.slice(0, -said.length)))
          yield { code: 'leader-title-wrong', piece: index, at: at - said.length, match: `${said}${leader.name}`, suggestion: leader.titles.join('、') }
        const behind = said === undefined ? titleBehind.exec(text.slice(at + leader.name.length))?.[0] : undefined
        if (behind !== undefined && !leader.held.has(bareTitle(behind)))
          yield { code: 'leader-title-wrong', piece: index, at, match: `${leader.name}${behind}`, suggestion: leader.titles.join('、') }
      }
    for (const found of text.matchAll(ours)) {
      const [whole, said = '', letters = ''] = found
      const holders = held.filter((leader) => leader.held.has(bareTitle(said)))
      const name = letters.length === 3 && verbs.test(letters.charAt(2)) ? letters.slice(0, 2) : letters
      if (holders.length === 0 || held.some((leader) => text.startsWith(leader.name, found.index + whole.length - letters.length))) continue
      if (/[负的在要对办应和与是为会不]/.test(letters.charAt(0))) continue
      yield {
        code: 'leader-unknown',
        piece: index,
        at: found.index,
        match: whole.slice(0, whole.length - letters.length) + name,
        suggestion: holders.map((one) => one.name).join('、'),
      }
    }
  }
}
