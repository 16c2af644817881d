// 依申请公开: who may apply, how, where, within what time; the form to take away. No purpose is asked for (ogi-2019/29).
import { html } from 'ghtml'
import { applicationTerms, feeSentences, remedySentences } from '../../law/application-words.ts'
import { articleTitle } from '../../law/laws.ts'
import { fileHref, href } from '../place.ts'
import { firstOfKind, type Page, type View } from '../view.ts'
import { receivingOffice } from './receiving-office.ts'

export function applyPage(view: View): Page {
  const guide = firstOfKind(view.columns, 'guide')
  return {
    title: '依申请公开',
    dependsOn: [],
    section: '/apply',
    crumbs: [{ title: '依申请公开' }],
    body: html`<div class="wide">
      <div class="document">
        <div class="document-main content">
          <h1>依申请公开</h1>
          <p class="lead">
            公民、法人或者其他组织可以向行政机关申请获取政府信息，不需要说明用途。已经主动公开的信息，请先<a href="${href(view.place, '/search')}">检索</a>。
          </p>
          <section class="block">
            <div class="block-head"><h2>怎样申请</h2></div>
            <ol class="steps">
              <li>
                <strong>填写申请表</strong>
                <p>在线填写，或者下载申请表，或者自拟书面申请。书写确有困难的，可以当面口头提出，由受理机构代为填写。</p>
              </li>
              <li>
                <strong>附上身份证明</strong>
                <p>公民附身份证件复印件；法人或者其他组织附营业执照或者统一社会信用代码证书复印件，并写明联系人。</p>
              </li>
              <li>
                <strong>写清所需信息</strong>
                <p>写明信息的名称、文号，或者便于查询的其他特征；写明获取信息的方式和途径。一事一申请。</p>
              </li>
              <li>
                <strong>提交</strong>
                <p>在线提交、当面递交、邮寄（信封注明“政府信息公开申请”）、传真或者发送电子邮件。</p>
              </li>
            </ol>
            <p class="row">
              <a class="button" href="${href(view.place, '/apply/online')}">在线申请</a>
              <a class="button quiet" href="${href(view.place, '/apply/progress')}">申请查询</a>
              <a class="button quiet" href="${fileHref(view.place, '/apply/form.docx')}">下载申请表（Word）</a>
            </p>
          </section>
          <section class="block">
            <div class="block-head"><h2>多久答复</h2></div>
            <section class="scroll" aria-label="办理期限" tabindex="0">
              <table class="columns-table">
                <thead>
                  <tr>
                    <th scope="col">事项</th>
                    <th scope="col">期限</th>
                    <th scope="col">依据</th>
                  </tr>
                </thead>
                <tbody>
                  !${applicationTerms(view.today).map(
                    ({ what, within, article }) =>
                      html`<tr>
                        <td>${what}</td>
                        <td>${within}</td>
                        <td>${articleTitle(article)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </section>
          </section>
          <section class="block">
            <div class="block-head"><h2>收费和救济</h2></div>
            <div class="plain-text">
              !${[...feeSentences(view.today), ...remedySentences(view.today)].map((sentence) => html`<p>${sentence}</p>`)}
            </div>
          </section>
        </div>
        <aside class="rail" aria-label="受理机构">
          <section class="rail-block">
            <h2>受理机构</h2>
            !${receivingOffice(view, 'stacked')}
          </section>
          <section class="rail-block">
            <h2>相关</h2>
            <ul class="plain-links">
              !${guide ? html`<li><a href="${href(view.place, `/columns/${guide.slug}`)}">${guide.name}</a></li>` : ''}
              <li><a href="${href(view.place, '/units')}">向哪个机关申请：机构职能</a></li>
              <li><a href="${href(view.place, '/correct')}">更正本人信息：记录不准确</a></li>
              <li><a href="${href(view.place, '/deadline')}">期限计算器：哪一天到期</a></li>
              <li><a href="${href(view.place, '/apply/disclosed')}">依申请公开转主动公开的信息</a></li>
              <li><a href="${href(view.place, '/apply/figures')}">依申请公开年度数据</a></li>
              <li><a href="${href(view.place, '/reports')}">政府信息公开年报</a></li>
            </ul>
          </section>
        </aside>
      </div>
    </div>`,
  }
}
