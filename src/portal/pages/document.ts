// One published document: what it is, whether it still holds, its text, its files, and everything that shows it is genuine.
import { html } from 'ghtml'
import type { Connections } from '../../modules/publication/queries/pages/connections.ts'
import type { PageDocument } from '../../modules/publication/queries/pages/document-page.ts'
import type { FrameColumn } from '../../modules/publication/queries/pages/frame.ts'
import type { Topic } from '../../modules/publication/rules/topics.ts'
import { withNumberLinks } from '../../modules/publication/rules/citations.ts'
import { documentPath, fileHref, href, plainHref } from '../place.ts'
import { documentMeta } from '../shell/meta.ts'
import { longDay, minuteOf, shortDay } from '../time.ts'
import { pathTo, type Page, type View } from '../view.ts'
import { basisBand, citations } from './document-around.ts'
import { aboutDocuments, lifeLine } from './document-life.ts'
import { surveyOnPage } from './survey.ts'
import { documentBody } from './document-body.ts'
import { rail } from './document-rail.ts'
import { sizeOf, validities } from './parts.ts'
import { rootCrumb } from './tree.ts'

export function documentPage(view: View, document: PageDocument, around: Connections, qr: string): Page {
  const column = mainColumn(view, document)
  return {
    title: document.title,
    dependsOn: topicsOf(document, around),
    section:
      column?.kind === 'party' ? '/party' : column && (column.kind === 'policy' || column.kind === 'notices') ? `/columns/${column.slug}` : '/disclosure',
    meta: documentMeta(document, column, view.timeZone, `${view.origin}${plainHref(view.place, documentPath(document.id))}`),
    crumbs: [
      rootCrumb(column),
      ...(column
        ? pathTo(view.columns, column)
            .filter((one) => one.kind !== 'party' || one.parentId !== null)
            .map((one) => ({ title: one.name, path: `/columns/${one.slug}` as const }))
        : []),
      { title: '正文' },
    ],
    body: html`<div class="wide">
      !${validityBand(view, document)}!${basisBand(view, document, around)}
      <div class="document">
        <article class="document-main" aria-labelledby="document-title">
          !${facts(view, document, column?.kind === 'party')}
          <h1 class="document-title" id="document-title">${document.title}</h1>
          <p class="document-line">!${documentLine(view, document)}</p>
          <div class="text">
            !${text(view, document, around)}
          </div>
          !${attachments(view, document)} !${lifeLine(view, around)} !${surveyOnPage(view, document.id, around)} !${neighbours(view, document)} !${aboutDocuments(view, around)} !${citations(view, around)}
        </article>
        !${rail(view, document, qr)}
      </div>
    </div>`,
  }
}

/** Itself, what it names, and the numbers and names by which others cite it or are cited. */
const topicsOf = (document: PageDocument, { cites, citedBy, about, life, keys }: Connections): readonly Topic[] => [
  `unit/${document.unitId}`,
  ...[
    document.id,
    ...[...cites, ...citedBy, ...about, ...document.replaces, document.replacedBy, ...life.map((step) => step.document)].flatMap((one) =>
      one ? [one.id] : [],
    ),
  ].map((id): Topic => `document/${id}`),
  ...[...cites, ...citedBy].flatMap((one): Topic[] => (one.replacedBy ? [`document/${one.replacedBy.id}`] : [])),
  ...keys.map((key): Topic => `cited/${key}`),
]

/** The text, in which every number of a document that the site has leads to it. */
function text(view: View, document: PageDocument, { cites }: Connections): string {
  const body = documentBody(view, document.bodyHtml, { documentId: document.id, attachmentIds: document.attachments.map((one) => one.id) })
  const idOf = new Map(cites.flatMap((one) => (one.numberKey === null ? [] : [[one.numberKey, one.id] as const])))
  return withNumberLinks(body, (key) => {
    const id = idOf.get(key)
    return id === undefined ? undefined : href(view.place, documentPath(id))
  })
}

/** The column that names the page: the first in the order of the site. */
const mainColumn = (view: View, document: PageDocument): FrameColumn | undefined => {
  const own = view.columns.filter((column) => document.columnIds.includes(column.id))
  return own.find((column) => column.kind === 'policy' || column.kind === 'notices') ?? own[0]
}

function validityBand(view: View, { validity, replacedBy, expiresOn }: PageDocument): string {
  const next = replacedBy ? html`<a href="${href(view.place, documentPath(replacedBy.id))}">${replacedBy.title}</a>` : ''
  switch (validity) {
    case 'valid':
      return ''
    case 'amended':
      return html`<div class="band" role="note"><strong>已修改</strong><span>本文件部分内容已经修改!${next ? html`，见 !${next}` : ''}。</span></div>`
    case 'expired':
      return html`<div class="band ended" role="note">
        <strong>失效</strong
        ><span>本文件已经失效!${expiresOn ? html`，失效日期 ${longDay(expiresOn)}` : ''}，仅供查阅!${next ? html`。现行文件：!${next}` : ''}。</span>
      </div>`
    case 'repealed':
      return html`<div class="band ended" role="note">
        <strong>废止</strong><span>本文件已经废止，仅供查阅!${next ? html`。由 !${next} 取代` : ''}。</span>
      </div>`
  }
}

/** Label and value; closed to four lines on the phone. Empty values stay away: an unset day must not read as 1970. */
function facts(view: View, document: PageDocument, party: boolean): string {
  const unit = document.unitSlug ? html`<a href="${href(view.place, `/units/${document.unitSlug}`)}">${document.unitName}</a>` : html`${document.unitName}`
  const rows: readonly (readonly [label: string, value: string])[] = [
    [party ? '编号' : '索引号', html`<span class="code">${document.indexNumber}</span>`],
    ['发文字号', html`${document.documentNumber ?? ''}`],
    ['发布机构', unit],
    ['有效性', html`<span class="${document.validity === 'valid' ? 'good' : 'ended'}">${validities[document.validity]}</span>`],
    ['公文种类', html`${document.kind}`],
    ['主题分类', html`${document.theme ?? ''}`],
    ['成文日期', longDay(document.draftedOn)],
    ['发布日期', html`${longDay(document.originalPublishedOn) || longDay(shortDay(document.firstPublishedAt, view.timeZone))}`],
    ['实施日期', longDay(document.effectiveOn)],
    ['失效日期', longDay(document.expiresOn)],
    ['公开方式', party ? '党务公开' : '主动公开'],
    ['责任部门', html`${document.responsibleDepartment}`],
    ['关键词', html`${document.keywords.join('、')}`],
    ['入库日期', document.historic ? longDay(shortDay(document.firstPublishedAt, view.timeZone)) : ''],
    ['内容概述', html`${document.summary}`],
  ]
  const filled = rows.filter(([, value]) => value !== '')
  const lines = (some: typeof filled): string =>
    html`!${some.map(([label, value]) => html`<div!${label === '内容概述' ? ' class="whole"' : ''}><dt>${label}</dt><dd>!${value}</dd></div>`)}`
  return html`<section class="document-facts" aria-label="信息属性">
    <dl class="fact-grid">!${lines(filled.slice(0, 4))}</dl>
    <details class="fact-more">
      <summary>更多属性</summary>
      <dl class="fact-grid">!${lines(filled.slice(4))}</dl>
    </details>
    <dl class="fact-grid fact-rest">!${lines(filled.slice(4))}</dl>
  </section>`
}

function documentLine(view: View, document: PageDocument): string {
  const source = document.source || document.unitName
  const day = document.originalPublishedOn
    ? html`<span>${document.originalPublishedOn} 发布</span><span>历史信息，${shortDay(document.firstPublishedAt, view.timeZone)} 入库</span>`
    : html`<span>${minuteOf(document.firstPublishedAt, view.timeZone)}</span>`
  return html`!${day}<span>来源：!${document.sourceUrl ? html`<a href="${sourceHref(view, document.sourceUrl)}">${source}</a>` : html`${source}`}</span>`
}

const sourceHref = (view: View, address: string): string => (/^https?:\/\//i.test(address) ? href(view.place, `/leave?to=${encodeURIComponent(address)}`) : '#')

const kindOfFile = (name: string): string => /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '文件'

function attachments(view: View, document: PageDocument): string {
  if (document.attachments.length === 0) return ''
  return html`<section class="attachments" aria-labelledby="attachments-head">
    <h2 id="attachments-head">附件</h2>
    <ul>
      !${document.attachments.map((one) => html`<li><span class="file-kind">${kindOfFile(one.name)}</span><a href="${fileHref(view.place, `/documents/${document.id}/attachments/${one.id}`)}">${one.name}</a><span class="muted small">${sizeOf(one.bytes)}!${one.hasText ? '' : '，无文字层'}</span></li>`)}
    </ul>
  </section>`
}

function neighbours(view: View, { replaces, replacedBy }: PageDocument): string {
  const line = (label: string, one: { id: string; title: string; indexNumber: string }): string =>
    html`<li><span class="tag tag-blue">${label}</span><a href="${href(view.place, documentPath(one.id))}">${one.title}</a></li>`
  if (replaces.length === 0 && !replacedBy) return ''
  return html`<section class="neighbours" aria-label="相关文件">
    <h2>相关文件</h2>
    <ul>
      !${replacedBy ? line('被取代', replacedBy) : ''}!${replaces.map((one) => line('取代', one))}
    </ul>
  </section>`
}
