// The office that receives applications, as the guide must name it (ogi-2019/12): address, hours, telephone, fax, ways on the internet.
import { html } from 'ghtml'
import type { View } from '../view.ts'

/** Its particulars, those that are set. */
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
  return html`<dl class="${dressed}">
    !${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}
