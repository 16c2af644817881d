// What the page on applications and the guide say alike: terms, fees and remedies of the day, in the words of the tables.
import type { Article } from '../kernel/article.ts'
import type { Day } from '../kernel/day.ts'
import { versionOn, type TermVersion } from '../kernel/term.ts'
import { feeMethods, feesInForceFrom, type FeeMethod } from '../modules/requests/law/fees.ts'
import { remedyVersions, type BodyKind } from '../modules/requests/law/remedies.ts'
import { articleTitle } from './laws.ts'
import { terms, type TermName } from './terms.ts'

export interface TermSaid {
  readonly what: string
  readonly within: string
  readonly article: Article
}

const units = { 'working-days': '个工作日', 'calendar-days': '日', months: '个月' } as const
const count = ({ length }: TermVersion, number?: number): string => (length.unit === 'fixed' ? '' : `${number ?? length.count} ${units[length.unit]}`)

const inForce = (name: TermName, on: Day): TermVersion | undefined => versionOn(terms[name], on)

/** The terms of an application that are in force on the day; what the law of the day does not set is left out. */
export function applicationTerms(on: Day): TermSaid[] {
  const [reply, correction, third, maker, fee] = (['reply', 'correction-notice', 'third-party-opinion', 'co-maker-opinion', 'fee-payment'] as const).map(
    (name) => inForce(name, on),
  )
  const said = (version: TermVersion | undefined, what: string, words: (version: TermVersion) => string): TermSaid[] =>
    version ? [{ what, within: words(version), article: version.article }] : []
  return [
    ...said(reply, '答复申请人', (version) => `能当场答复的当场答复；不能的，收到申请之日起 ${count(version)}内`),
    ...(reply?.extendableBy ? said(reply, '延长答复', (version) => `最多 ${count(version, version.extendableBy)}，并告知申请人`) : []),
    ...said(correction, '申请内容不明确', (version) => `收到申请之日起 ${count(version)}内一次性告知补正；答复期限自收到补正的申请之日起计算`),
    ...said(third, '征求第三方意见', (version) => `第三方收到征求意见书之日起 ${count(version)}内提出意见，所需时间不计算在答复期限内`),
    ...said(maker, '征求共同制作机关意见', (version) => `收到征求意见书之日起 ${count(version)}内提出意见，逾期未提出视为同意公开，所需时间不计算在答复期限内`),
    ...said(fee, '缴纳信息处理费', (version) => `收到收费通知书之日起 ${count(version)}内；逾期未缴纳视为放弃申请，缴费后答复期限重新起算`),
  ]
}

/** The term of publication on one's own motion, of the day. */
export function publicationTerm(on: Day): TermSaid | undefined {
  const version = inForce('publish', on)
  return version && { what: terms.publish.title, within: `自政府信息形成或者变更之日起 ${count(version)}内`, article: version.article }
}

function bandsOf(method: FeeMethod): string {
  const { bands, beyond, unit } = feeMethods[method]
  let from = 1
  const said = bands.map(({ to, yuan }) => {
    const words = `${from}—${to}${unit}，${yuan === 0 ? '不收费' : `每${unit} ${yuan} 元`}`
    from = to + 1
    return words
  })
  const above =
    beyond.step === 0 ? `每${unit} ${beyond.first} 元` : `每增加 ${beyond.size} ${unit}为一档，自每${unit} ${beyond.first} 元起每档提高 ${beyond.step} 元`
  return [...said, `${from}${unit}以上，${above}`].join('；')
}

/** What an application costs on the day: usually nothing. */
export function feeSentences(on: Day): string[] {
  if (on < feesInForceFrom.day) return [`依申请提供政府信息，可以收取检索、复制、邮寄等成本费用（${articleTitle('ogi-2008/27')}）。`]
  const methods = Object.keys(feeMethods) as FeeMethod[]
  return [
    `提供政府信息不收取费用。申请公开政府信息的数量、频次明显超过合理范围的，可以收取信息处理费（${articleTitle('ogi-2019/42')}）。`,
    `信息处理费按件或者按量计收，每件申请只用其中一种，均为超额累进（${articleTitle('fee-2020/3')}）。`,
    ...methods.map((method) => {
      const { title, counts, article } = feeMethods[method]
      return `${title}（${counts}）：${bandsOf(method)}（${articleTitle(article)}）。`
    }),
  ]
}

const spoken = (version: TermVersion): string => count(version)

/** Whom an applicant may turn to on the day. `reviewedBy` names the body; else the words of the law for the kind of body, or for each of the usual kinds. */
export function remedySentences(on: Day, { kind, reviewedBy }: { readonly kind?: BodyKind; readonly reviewedBy?: string } = {}): string[] {
  const version = remedyVersions.findLast(({ inForceFrom }) => inForceFrom <= on)
  const [reconsider, sue, after] = (['reconsideration', 'lawsuit', 'lawsuit-after-reconsideration'] as const).map((name) => inForce(name, on))
  if (!version || !reconsider || !sue || !after) return []
  const body =
    reviewedBy ||
    (kind
      ? version.reviewedBy[kind]
      : `行政复议机关（对政府工作部门不服的，为${version.reviewedBy.department}；对人民政府不服的，为${version.reviewedBy.government}；对派出机关不服的，为${version.reviewedBy.dispatched}）`)
  const article = version.article[kind ?? 'department']
  const first =
    version.firstArticle === null
      ? []
      : [
          `对不予公开（${version.firstReconsiderationFor.map(articleTitle).join('、')}）的答复不服的，应当先申请行政复议；对行政复议决定不服的，可以自收到决定书之日起 ${spoken(after)}内向人民法院提起行政诉讼（${articleTitle(version.firstArticle)}，${articleTitle(after.article)}）。`,
        ]
  return [
    `认为行政机关在政府信息公开工作中侵犯其合法权益的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼（${articleTitle('ogi-2019/51')}）。`,
    `申请行政复议的，自知道或者应当知道答复之日起 ${spoken(reconsider)}内向${body}提出（${articleTitle(reconsider.article)}，${articleTitle(article)}）；直接提起行政诉讼的，自知道或者应当知道之日起 ${spoken(sue)}内向人民法院提出（${articleTitle(sue.article)}）。`,
    ...first,
  ]
}
