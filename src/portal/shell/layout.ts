// A whole page as text: head, body, foot, in the script that the reader chose.
import { html } from 'ghtml'
import { toTraditionalHtml } from '../../platform/chinese/script.ts'
import { fileHref, plainHref } from '../place.ts'
import type { Page, View } from '../view.ts'
import { foot } from './foot.ts'
import { crumbs, head } from './head.ts'
import { siteMeta } from './meta.ts'

export function layout(view: View, page: Page): string {
  const { place, site } = view
  const traditional = place.modes.includes('tw')
  const classes = place.modes.filter((mode) => mode !== 'tw').join(' ')
  const title = page.title === site.name ? `${site.name} 政府信息公开` : `${page.title} - ${site.name}`
  const text = html`<!doctype html>
<html lang="${traditional ? 'zh-Hant' : 'zh-Hans'}" !${classes ? html`class="${classes}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
!${[...siteMeta(view), ...(page.meta ?? [])].map(([name, content]) => html`<meta name="${name}" content="${content}" />`)}
<meta name="theme-color" content="#0f4c94">
!${page.unlisted ? '<meta name="robots" content="noindex">' : html`<link rel="canonical" href="${view.origin}${plainHref(place, place.path)}" />`}
<link rel="icon" type="image/svg+xml" href="${fileHref(place, '/favicon.svg')}">
<link rel="stylesheet" href="${view.assets.css}">
!${(page.feeds ?? []).map((feed) => html`<link rel="alternate" type="application/atom+xml" title="${feed.title}" href="${fileHref(place, feed.path)}" />`)}
<script src="${view.assets.script}" defer></script>
</head>
<body!${page.bare ? ' class="bare"' : ''}>
!${page.bare ? '' : head(view, page)}
<main id="content" tabindex="-1">
!${crumbs(view, page)}
!${page.body}
</main>
!${page.bare ? '' : foot(view)}
</body>
</html>
`
  return traditional ? toTraditionalHtml(text) : text
}
