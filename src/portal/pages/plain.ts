// Small pages: contact, accessibility, site map, the notice before leaving to another site.
import { html } from 'ghtml'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import type { FrameColumn } from '../../modules/publication/queries/pages/frame.ts'
import { fileHref, href } from '../place.ts'
import { topColumns } from './tree.ts'
import { navigation } from '../shell/head.ts'
import { childrenOf, type Page, type View } from '../view.ts'

export function contactPage(view: View): Page {
  const { contact, sponsor, operator, application } = view.site
  const rows = (
    [
      ['主办单位', sponsor],
      ['承办单位', operator],
      ['联系电话', contact.telephone],
      ['电子邮箱', contact.email],
      ['地址', contact.address],
      ['邮政编码', contact.postcode],
      ['信息公开受理机构', application.office],
      ['信息公开咨询电话', application.telephone],
    ] as const
  ).filter(([, value]) => value !== '')
  return {
    title: '联系我们',
    dependsOn: [],
    crumbs: [{ title: '联系我们' }],
    body: html`<div class="wide narrow">
      <h1>联系我们</h1>
      <dl class="facts">
        !${rows.map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <p>
        网站内容有错漏，请<a href="${href(view.place, '/report-error')}">告诉我们</a>；要获取没有公开的信息，请看<a href="${href(view.place, '/apply')}"
          >依申请公开</a
        >。
      </p>
    </div>`,
  }
}

export const accessibilityPage = (view: View): Page => ({
  title: '无障碍说明',
  dependsOn: [],
  crumbs: [{ title: '无障碍说明' }],
  body: html`<div class="wide narrow">
    <h1>无障碍说明</h1>
    <div class="plain-text">
      <p>本站依照《中华人民共和国无障碍环境建设法》建设，全部功能可以只用键盘操作，不依赖脚本，适合读屏软件。</p>
      <p>每页顶部可以切换：繁體与简体；大字；高对比；长辈版（大字、宽行距、单栏）。选择写在网址里，收藏该网址即可保留。</p>
      <p>按 Tab 键逐项移动，按 Enter 键打开；每页第一项是“跳到正文”。</p>
      <p>
        阅读有困难的，可以到政务服务场所的查阅点查阅，工作人员提供帮助（条例第四十三条）。发现无障碍问题，请<a href="${href(view.place, '/report-error')}"
          >告诉我们</a
        >。
      </p>
    </div>
  </div>`,
})

export function siteMapPage(view: View, units: readonly UnitRow[]): Page {
  const branch = (columns: readonly FrameColumn[]): string =>
    html`<ul>
      !${columns.map((column) => {
        const below = childrenOf(view.columns, column.id)
        return html`<li><a href="${href(view.place, `/columns/${column.slug}`)}">${column.name}</a>!${below.length > 0 ? branch(below) : ''}</li>`
      })}
    </ul>`
  return {
    title: '网站地图',
    dependsOn: ['documents', 'units', 'catalogue'],
    crumbs: [{ title: '网站地图' }],
    body: html`<div class="wide content">
      <h1>网站地图</h1>
      <section class="block">
        <div class="block-head"><h2>主要页面</h2></div>
        <ul class="map-row">
          !${navigation(view).map((entry) => html`<li><a href="${href(view.place, entry.path)}">${entry.title}</a></li>`)}
          <li><a href="${href(view.place, '/latest')}">最新公开</a></li>
          <li><a href="${href(view.place, '/archive')}">按日期浏览</a></li>
          <li><a href="${href(view.place, '/reports')}">政府信息公开年报</a></li>
          <li><a href="${href(view.place, '/apply/disclosed')}">依申请公开转主动公开</a></li>
          <li><a href="${href(view.place, '/apply/figures')}">依申请公开年度数据</a></li>
          <li><a href="${href(view.place, '/search')}">检索</a></li>
          <li><a href="${href(view.place, '/deadline')}">期限计算器</a></li>
        </ul>
      </section>
      <section class="block">
        <div class="block-head"><h2>公开目录</h2></div>
        <div class="map">
          !${topColumns(view).map(
            (column) =>
              html`<section>
                <h3><a href="${href(view.place, `/columns/${column.slug}`)}">${column.name}</a></h3>
                !${branch(childrenOf(view.columns, column.id))}
              </section>`,
          )}
        </div>
      </section>
      <section class="block">
        <div class="block-head"><h2>机构</h2></div>
        <ul class="map-row">
          !${units.map((unit) => html`<li><a href="${href(view.place, `/units/${unit.slug}`)}">${unit.name}</a></li>`)}
        </ul>
      </section>
      <section class="block">
        <div class="block-head"><h2>订阅和数据</h2></div>
        <ul class="map-row">
          <li><a href="${fileHref(view.place, '/feed.atom')}">Atom</a></li>
          <li><a href="${fileHref(view.place, '/feed.json')}">JSON Feed</a></li>
          <li><a href="${fileHref(view.place, '/sitemap.xml')}">sitemap.xml</a></li>
          <li><a href="${fileHref(view.place, '/register/entries.jsonl')}">公开登记簿（JSON Lines）</a></li>
        </ul>
      </section>
    </div>`,
  }
}

/** `to` is a checked http(s) address. */
export const leavePage = (view: View, to: string): Page => ({
  title: '即将离开本站',
  unlisted: true,
  body: html`<div class="wide narrow problem">
    <h1>您即将离开本站</h1>
    <p>您要访问的网站不属于${view.site.name}，请注意保护个人信息和财产安全。</p>
    <p class="leaving code">${to}</p>
    <p class="row">
      <a class="button" href="${to}" rel="noopener noreferrer nofollow">继续访问</a><a class="button quiet" href="${href(view.place, '/')}">返回首页</a>
    </p>
  </div>`,
})
