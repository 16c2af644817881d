// Writes the guide of a unit from what is known of it and from the law of the day: the same facts on the same day give the same text.
import { html } from 'ghtml'
import type { Day } from '../../../kernel/day.ts'
import { applicationTerms, feeSentences, publicationTerm, remedySentences } from '../../../law/application-words.ts'
import { articleTitle } from '../../../law/laws.ts'
import type { BodyKind } from '../../requests/law/remedies.ts'
import { guideParts, type GuidePartName } from '../law/parts.ts'
import type { GuideFacts } from './facts.ts'

export interface GuidePart {
  readonly name: GuidePartName
  readonly html: string
}

const paragraphs = (sentences: readonly string[]): string => sentences.map((sentence) => html`<p>${sentence}</p>`).join('')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><tbody><tr>${head.map((cell) => html`<th><p>${cell}</p></th>`).join('')}</tr>${rows
    .map((row) => `<tr>${row.map((cell) => html`<td><p>${cell}</p></td>`).join('')}</tr>`)
    .join('')}</tbody></table>`

const list = (items: readonly string[]): string => `<ul>${items.map((item) => html`<li><p>${item}</p></li>`).join('')}</ul>`
const named = (label: string, value: string): string[] => (value === '' ? [] : [`${label}：${value}`])

function scope({ unit, columns, fields }: GuideFacts): string {
  return [
    paragraphs([`${unit.name}公开在履行行政管理职能过程中制作或者获取的，以一定形式记录、保存的政府信息。政府信息分为主动公开和依申请公开两类。`]),
    columns.length > 0 ? paragraphs([`主动公开的信息按法定主动公开内容分类（${articleTitle('ogi-2019/20')}）：${columns.join('、')}。`]) : '',
    fields.length > 0 ? paragraphs([`本机关公开目录所列的领域：${fields.join('、')}。`]) : '',
    paragraphs([
      '编排体系：每条信息有索引号，并标明名称、内容概述、生成日期、发布机构、主题分类、公文种类和效力状态，可以按索引号、文号、标题和正文检索。',
      `依法不予公开的信息除外（${['ogi-2019/14', 'ogi-2019/15', 'ogi-2019/16'].map((article) => articleTitle(article as 'ogi-2019/14')).join('、')}）。`,
    ]),
  ].join('')
}

const form = ({ site, channels }: GuideFacts): string =>
  paragraphs([
    `主动公开的信息在${site.name}的政府信息公开专栏${site.domain ? `（${site.domain}）` : ''}公开。`,
    ...(channels.length > 0 ? [`根据需要，还通过以下方式公开：${channels.join('、')}。`] : []),
  ])

function limit(on: Day): string {
  const term = publicationTerm(on)
  return term ? paragraphs([`属于主动公开范围的政府信息，${term.within}公开；法律、法规对公开期限另有规定的，从其规定（${articleTitle(term.article)}）。`]) : ''
}

const access = ({ site }: GuideFacts): string =>
  paragraphs([
    `主动公开：可以在${site.name}的政府信息公开专栏检索、查阅和下载，也可以到国家档案馆、公共图书馆、政务服务场所等处查阅（${articleTitle('ogi-2019/25')}）。`,
    `依申请公开：除主动公开的政府信息外，公民、法人或者其他组织可以向本机关申请获取，不需要说明用途（${articleTitle('ogi-2019/27')}）。`,
  ])

interface Receiving {
  readonly office: string
  readonly address: string
  readonly postcode: string
  readonly phone: string
  readonly hours: string
  readonly fax: string
  readonly email: string
}

/** What the unit says of its receiving office goes first, then what the site says for the unit that receives for all, then the unit's own page. */
export function receivingOf({ unit, particulars, site }: GuideFacts): Receiving {
  const whole = site.receiving
  const first = (...values: readonly (string | undefined)[]): string => values.find((value) => value !== undefined && value !== '') ?? ''
  return {
    office: first(particulars.receivingOffice, whole?.office, unit.name),
    address: first(particulars.receivingAddress, whole?.address, unit.address),
    postcode: first(whole?.postcode, unit.postcode),
    phone: first(particulars.receivingPhone, whole?.telephone, unit.phone),
    hours: first(particulars.receivingHours, whole?.hours, unit.hours),
    fax: first(whole?.fax, unit.fax),
    email: first(whole?.email, unit.email),
  }
}

function procedure(facts: GuideFacts, on: Day): string {
  const { office, address, postcode, fax, email } = receivingOf(facts)
  const ways = [
    ...(address
      ? [`当面提交：${address}`, `邮寄：${address}${postcode ? `（邮政编码 ${postcode}）` : ''}，收件人为“${office}”，信封注明“政府信息公开申请”`]
      : []),
    ...named('传真', fax),
    ...named('电子邮件', email),
    ...named('在线申请', facts.particulars.onlineAddress),
  ]
  return [
    paragraphs([
      `申请应当包括：申请人的姓名或者名称、身份证明、联系方式；申请公开的政府信息的名称、文号或者便于查询的其他特征性描述；获取信息的方式、途径等形式要求（${articleTitle('ogi-2019/29')}）。书写确有困难的，可以口头提出，由受理机构代为填写。`,
      '申请表可以在本网站“依申请公开”栏目下载，也可以到受理机构领取。',
    ]),
    ways.length > 0 ? paragraphs(['提交方式：']) + list(ways) : '',
    paragraphs(['办理期限：']),
    table(
      ['事项', '期限', '依据'],
      applicationTerms(on).map(({ what, within, article }) => [what, within, articleTitle(article)]),
    ),
  ].join('')
}

/** Whom the government above reviews: its departments, the governments below it, and what it has sent out. */
const reviewedAbove: readonly BodyKind[] = ['department', 'government', 'dispatched']

function remedies({ particulars, bodyKind, superior, site }: GuideFacts, on: Day): string {
  const reviewedBy = particulars.reconsiderationBody || (reviewedAbove.includes(bodyKind) ? superior : '')
  const supervisor = particulars.supervisor || site.sponsor
  return paragraphs([
    ...(supervisor ? [`政府信息公开工作主管部门：${supervisor}。`] : []),
    ...(particulars.supervisorPhone ? [`监督电话：${particulars.supervisorPhone}。`] : []),
    ...remedySentences(on, { kind: bodyKind, reviewedBy }),
  ])
}

function bodies(facts: GuideFacts): string {
  const { office, address, postcode, phone, hours, fax, email } = receivingOf(facts)
  const rows = ([['机构名称', office], ['办公地址', address], ['邮政编码', postcode], ['办公时间', hours], ['联系电话', phone], ['传真号码', fax], ['互联网联系方式', [email, facts.particulars.onlineAddress].filter(Boolean).join('，')]] as const).filter(([, value]) => value !== '') // prettier-ignore
  return table(['项目', '内容'], rows)
}

export function writeGuide(facts: GuideFacts, on: Day): GuidePart[] {
  const written: Readonly<Record<GuidePartName, string>> = {
    scope: scope(facts),
    form: form(facts),
    limit: limit(on),
    access: access(facts),
    procedure: procedure(facts, on),
    fees: paragraphs(feeSentences(on)),
    remedies: remedies(facts, on),
    bodies: bodies(facts),
  }
  return (Object.keys(guideParts) as GuidePartName[]).map((name) => ({ name, html: written[name] }))
}

/** What the law wants of the working body (ogi-2019/12) and what is not known of it. */
export function missingOf(facts: GuideFacts): string[] {
  const { address, phone, hours, fax, email } = receivingOf(facts)
  const online = email || facts.particulars.onlineAddress
  return ([['办公地址', address], ['办公时间', hours], ['联系电话', phone], ['传真号码', fax], ['互联网联系方式', online]] as const).filter(([, value]) => value === '').map(([name]) => name) // prettier-ignore
}

/** A part under its heading. */
export const headed = ({ name, html: body }: GuidePart): string => html`<h2>${guideParts[name].title}</h2>!${body}`
export const htmlOfGuide = (parts: readonly GuidePart[]): string => parts.map(headed).join('')
