// The foot with the identifiers that the norm asks for (site-guide-2017).
import { html } from 'ghtml'
import { fileHref, href } from '../place.ts'
import { firstOfKind, type View } from '../view.ts'

const pair = (label: string, value: string): string => (value ? html`<span>${label}：${value}</span>` : '')

export function foot(view: View): string {
  const { site, place } = view
  const { contact } = site
  return html`<footer class="foot">
      <div class="wide">
        <nav class="foot-links" aria-label="页脚">
          <a href="${href(place, '/site-map')}">网站地图</a>
          <a href="${href(place, '/report-error')}">我为政府网站找错</a>
          !${firstOfKind(view.columns, 'party') ? html`<a href="${href(place, '/party')}">党务公开</a>` : ''}
          <a href="${href(place, '/contact')}">联系我们</a>
          <a href="${href(place, '/accessibility')}">无障碍说明</a>
          <a href="${href(place, '/deadline')}">期限计算器</a>
          <a href="${href(place, '/register')}">公开登记簿</a>
          <a href="${fileHref(place, '/feed.atom')}">订阅（Atom）</a>
        </nav>
        <ul class="foot-lines">
          <li>!${pair('主办单位', site.sponsor)}!${pair('承办单位', site.operator)}!${pair('网站标识码', site.idCode)}</li>
          <li>!${pair('ICP备案号', site.icp)}!${pair('公安备案号', site.publicSecurity)}</li>
          <li>!${pair('联系电话', contact.telephone)}!${pair('电子邮箱', contact.email)}!${pair('地址', contact.address)}</li>
        </ul>
      </div>
    </footer>
    !${site.footerHtml ? `<div class="site-foot">${site.footerHtml}</div>` : ''}`
}
