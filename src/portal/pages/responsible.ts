// The register of responsible persons (第一责任人): who answers for disclosure in each unit, and whom to ask there.
import { html } from 'ghtml'
import type { ResponsibleRow } from '../../modules/publication/queries/pages/responsible.ts'
import { href } from '../place.ts'
import type { Page, View } from '../view.ts'
import { nothing } from './parts.ts'

export const responsiblePage = (view: View, rows: readonly ResponsibleRow[]): Page => ({
  title: '政务公开第一责任人名册',
  section: '/units',
  dependsOn: ['units'],
  crumbs: [{ title: '机构职能', path: '/units' }, { title: '第一责任人名册' }],
  body: html`<div class="wide"><div class="content">
    <h1>政务公开第一责任人名册</h1>
    <p class="lead">各单位主要负责人是本单位政务公开的第一责任人。日常事务请与联系人联系。</p>
    !${rows.length === 0 ? nothing('还没有公布的第一责任人。') : table(view, rows)}
  </div></div>`,
})

const table = (view: View, rows: readonly ResponsibleRow[]): string =>
  html`<section class="scroll" aria-label="第一责任人名册" tabindex="0">
    <table class="columns-table">
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">第一责任人</th>
          <th scope="col">职务</th>
          <th scope="col">联系人</th>
          <th scope="col">联系电话</th>
        </tr>
      </thead>
      <tbody>
        !${rows.map(
          ({ unitName, unitSlug, person }) =>
            html`<tr>
              <th scope="row"><a href="${href(view.place, `/units/${unitSlug}`)}">${unitName}</a></th>
              <td>${person.name}</td>
              <td>${person.post}</td>
              <td>${person.contact}</td>
              <td>${person.telephone}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
