// Whom the applicant may turn to against an answer, within which terms: by what was withheld, the kind of body and the day (fact sheet 1.8).
import type { Article } from '../../../kernel/article.ts'
import type { Day } from '../../../kernel/day.ts'
import { versionOn } from '../../../kernel/term.ts'
import { articleTitle } from '../../../law/laws.ts'
import { lengthText } from '../../../law/ledger-words.ts'
import { terms } from '../../../law/terms.ts'
import { withholdingGrounds, type OutcomeName, type WithholdingGround } from '../law/outcomes.ts'
import { remedyVersions, type BodyKind } from '../law/remedies.ts'

export interface RemedyQuestion {
  readonly outcome: OutcomeName
  readonly withheldUnder: readonly WithholdingGround[]
  readonly body: BodyKind
  /** Day of the answer. */
  readonly on: Day
  /** It was served over the internet. */
  readonly electronic: boolean
}

export interface Remedy {
  /** Reconsideration must come before the court, for the whole answer or for what it withholds. */
  readonly reconsiderationFirst: 'all' | 'withheld-part' | 'no'
  readonly reviewedBy: string
  readonly articles: readonly Article[]
  /** The way over the internet must be told too. */
  readonly tellChannel: boolean
  /** The paragraph of the letter. */
  readonly text: string
}

const isGround = (name: OutcomeName): name is WithholdingGround => name in withholdingGrounds

export function remedyOf({ outcome, withheldUnder, body, on, electronic }: RemedyQuestion): Remedy {
  const version = remedyVersions.findLast(({ inForceFrom }) => inForceFrom <= on)
  const [reconsider, sue, sueAfter] = [terms.reconsideration, terms.lawsuit, terms['lawsuit-after-reconsideration']].map((term) => versionOn(term, on))
  if (!version || !reconsider || !sue || !sueAfter) throw new RangeError(`no remedy is known on ${on}`)
  const grounds: readonly WithholdingGround[] = isGround(outcome) ? [outcome] : outcome === 'partial' ? withheldUnder : []
  const first = grounds.some((ground) => version.firstReconsiderationFor.includes(withholdingGrounds[ground]))
  const reconsiderationFirst = first ? (outcome === 'partial' ? 'withheld-part' : 'all') : 'no'
  const reviewedBy = version.reviewedBy[body]

  const within = (length: string): string => length.replace('，遇休息日顺延', '')
  const toReview = `自收到本告知书之日起${within(lengthText(reconsider))}内向${reviewedBy}申请行政复议`
  const toCourt = `自收到本告知书之日起${within(lengthText(sue))}内向人民法院提起行政诉讼`
  const thenCourt = `对行政复议决定不服的，可以自收到行政复议决定书之日起${within(lengthText(sueAfter))}内向人民法院提起行政诉讼`
  const texts = {
    no: `如对本答复不服，可以${toReview}，或者${toCourt}。`,
    all: `如对本答复不服，应当先${toReview}；${thenCourt}。`,
    'withheld-part': `如对不予公开的部分不服，应当先${toReview}；${thenCourt}。如对其他部分不服，可以${toReview}，或者${toCourt}。`,
  } as const
  const tellChannel = electronic && version.channelArticle !== null
  const articles = [reconsider.article, version.article[body], sue.article, ...(first ? [sueAfter.article, version.firstArticle ?? []].flat() : []), ...(tellChannel && version.channelArticle ? [version.channelArticle] : [])] // prettier-ignore
  return {
    reconsiderationFirst,
    reviewedBy,
    articles,
    tellChannel,
    text: `${texts[reconsiderationFirst]}（${[...new Set(articles.map(articleTitle))].join('，')}）`,
  }
}
