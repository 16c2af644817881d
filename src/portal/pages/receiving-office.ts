// The office that receives applications, as the guide must name it (ogi-2019/12): address, hours, telephone, fax, ways on the internet.
import { html } from 'ghtml'
import { href } from '../place.ts'
import type { View } from '../view.ts'

/** Its particulars, those that are set; where there is no way to reach it yet, says whom to ask instead. */
export function receivingOffice(view: View, dressed: 'facts' | 'stacked'): string {
  const { application: office, sponsor } = view.site
  const rows = (
    [
      ['受理机构', office.office || sponsor],
      ['通信地址', office.address],
      ['邮政编码', office.postcode],
      ['办公时间', office.hours],
      ['联系电话', office.telephone],
      ['传真号码', office.fax],
      ['电子邮箱', office.email],
    ] as const
  ).filter(([, value]) => value !== '')
  const reachable = [office.address, office.telephone, office.email].some((way) => way !== '')
  return html`<dl class="${dressed}">
    !${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>
  !${reachable ? '' : html`<p>地址和电话还没有公布。请向要申请的机关直接联系，联系方式见<a href="${href(view.place, '/units')}">机构职能</a>。</p>`}`
}
