// Ways of looking, the band with the site's name, and the navigation; on the phone one line with a menu.
import { html } from 'ghtml'
import { href, hrefSwitched, modes, type Mode } from '../place.ts'
import { firstOfKind, type Page, type View } from '../view.ts'

const modeTitles: Readonly<Record<Mode, { on: string; off: string }>> = {
  tw: { off: '繁體', on: '简体' },
  large: { off: '大字', on: '标准字号' },
  contrast: { off: '高对比', on: '标准配色' },
  elder: { off: '长辈版', on: '标准版' },
}

const mark = `<svg viewBox="0 0 56 56" aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"><circle cx="28" cy="28" r="26"/><path d="M28 19c-4-3.2-9-4-14-3v21c5-1 10-.2 14 3 4-3.2 9-4 14-3V16c-5-1-10-.2-14 3zM28 19v21"/></g></svg>`

interface Entry {
  readonly title: string
  readonly path: `/${string}`
}

/** Entries of the navigation: only what the site has. */
export function navigation(view: View): readonly Entry[] {
  const policy = firstOfKind(view.columns, 'policy')
  const notices = firstOfKind(view.columns, 'notices')
  return [
    { title: '首页', path: '/' },
    { title: '政府信息公开', path: '/disclosure' },
    ...(policy ? [{ title: policy.name, path: `/columns/${policy.slug}` } as const] : []),
    ...(notices ? [{ title: notices.name, path: `/columns/${notices.slug}` } as const] : []),
    ...(firstOfKind(view.columns, 'party') ? [{ title: '党务公开', path: '/party' } as const] : []),
    { title: '依申请公开', path: '/apply' },
    { title: '机构职能', path: '/units' },
    { title: '公开登记簿', path: '/register' },
  ]
}

const waysOfLooking = (view: View): string =>
  html`<ul>
    !${modes
      .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
      .map((mode) => {
        const on = view.place.modes.includes(mode)
        return html`<li><a href="${hrefSwitched(view.place, mode)}" rel="nofollow">${on ? modeTitles[mode].on : modeTitles[mode].off}</a></li>`
      })}
  </ul>`

const order: readonly Mode[] = ['tw', 'large', 'contrast', 'elder']

const entries = (view: View, section: string | undefined): string =>
  html`<ul>
    !${navigation(view).map(
      (entry) => html`<li><a href="${href(view.place, entry.path)}" !${entry.path === section ? 'aria-current="page"' : ''}>${entry.title}</a></li>`,
    )}
  </ul>`

const mainSite = ({ site }: View): string =>
  site.homeUrl ? html`<a href="${site.homeUrl}">${site.name}网站首页</a>` : html`<span class="muted">公开是常态，不公开是例外</span>`

/** All above the page itself. Where the surrounding site brings its own head, ours keeps to one band below it. */
export function head(view: View, page: Page): string {
  const { site, place } = view
  const brand = html`<a class="brand" href="${href(place, '/')}"
    >!${mark}<span><strong>${site.name}</strong><span>政府信息公开</span></span></a
  >`
  return html`<a class="skip" href="#content">跳到正文</a>
    !${site.headerHtml ? `<div class="site-head">${site.headerHtml}</div>` : ''}
    <header>
      <div class="ways">
        <div class="wide">
          !${mainSite(view)}
          <nav aria-label="浏览方式">!${waysOfLooking(view)}</nav>
        </div>
      </div>
      <div class="head">
        <div class="wide">
          !${brand} !${page.section === '/' || page.section === '/search' ? '' : searchBox(view)}
          <details class="menu">
            <summary>菜单</summary>
            <nav aria-label="菜单" class="menu-panel">!${entries(view, page.section)}!${waysOfLooking(view)}</nav>
          </details>
        </div>
      </div>
      <nav class="nav" aria-label="主导航"><div class="wide">!${entries(view, page.section)}</div></nav>
    </header>`
}

const searchBox = (view: View): string =>
  html`<form class="head-search" action="${href(view.place, '/search')}" role="search" aria-label="站内检索">
    <input type="search" name="q" aria-label="检索词" placeholder="标题、正文、文号、索引号" maxlength="100" />
    <button type="submit">检索</button>
  </form>`

/** Where the page stands. */
export function crumbs(view: View, page: Page): string {
  if (!page.crumbs) return ''
  const all = [{ title: '首页', path: '/' as const }, ...page.crumbs]
  return html`<nav class="crumbs wide" aria-label="当前位置">
    <ol>
      !${all.map((crumb) => html`<li>!${crumb.path ? html`<a href="${href(view.place, crumb.path)}">${crumb.title}</a>` : html`<span aria-current="page">${crumb.title}</span>`}</li>`)}
    </ol>
  </nav>`
}
