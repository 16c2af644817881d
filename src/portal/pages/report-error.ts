// 我为政府网站找错: one short form; nobody need say who they are.
import { html } from 'ghtml'
import { errorKinds } from '../../modules/interaction/law/error-kinds.ts'
import { href } from '../place.ts'
import type { Page, View } from '../view.ts'

export interface ErrorForm {
  readonly page: string
  readonly kind: string
  readonly description: string
  readonly contact: string
}

export interface FormFault {
  readonly field: keyof ErrorForm
  readonly sentence: string
}

export function errorFormPage(view: View, form: ErrorForm, faults: readonly FormFault[]): Page {
  const fault = (field: keyof ErrorForm): string => {
    const one = faults.find((each) => each.field === field)
    return one ? html`<p class="fault" id="${field}-fault">${one.sentence}</p>` : ''
  }
  const marks = (field: keyof ErrorForm): string =>
    faults.some((one) => one.field === field) ? html` aria-invalid="true" aria-describedby="${field}-fault"` : ''
  return {
    title: '我为政府网站找错',
    unlisted: faults.length > 0,
    crumbs: [{ title: '我为政府网站找错' }],
    body: html`<div class="wide narrow">
      <h1>我为政府网站找错</h1>
      <p class="lead">内容有误、链接打不开、信息没有更新，请告诉我们。咨询、投诉和信访事项不在这里受理。</p>
      !${
        faults.length > 0
          ? html`<div class="faults" role="alert">
              <h2>请先改正</h2>
              <ul>
                !${faults.map((one) => html`<li><a href="#${one.field}">${one.sentence}</a></li>`)}
              </ul>
            </div>`
          : ''
      }
      <form class="form" method="post" action="${href(view.place, '/report-error')}">
        <div class="field">
          <label for="page">出错的页面</label>
          <p class="help" id="page-help">网址，或者写明是哪一页。</p>
          !${fault('page')} <input type="text" id="page" name="page" value="${form.page}" maxlength="500" required!${marks('page')} />
        </div>
        <fieldset class="field" id="kind">
          <legend>问题类型</legend>
          !${fault('kind')}
          <div class="choices">
            !${Object.entries(errorKinds).map(([kind, title]) => html`<label><input type="radio" name="kind" value="${kind}" required !${form.kind === kind ? 'checked' : ''} /> ${title}</label>`)}
          </div>
        </fieldset>
        <div class="field">
          <label for="description">问题描述</label>
          <p class="help">写明哪里错了、应当是什么，10 到 1000 字。</p>
          !${fault('description')}
          <textarea id="description" name="description" rows="6" maxlength="1000" required!${marks('description')}>${form.description}</textarea>
        </div>
        <div class="field">
          <label for="contact">联系方式（可以不填）</label>
          <p class="help">填写电话或者邮箱，便于我们回复；只用于处理这个问题。</p>
          !${fault('contact')}
          <input type="text" id="contact" name="contact" value="${form.contact}" maxlength="100" autocomplete="email" !${marks('contact')} />
        </div>
        <div class="trap" aria-hidden="true">
          <label for="website">请勿填写</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off" />
        </div>
        <p class="muted small">提交后会得到一个编号。我们核实后改正，留下联系方式的，会告知结果。</p>
        <p class="row"><button class="button" type="submit">提交</button></p>
      </form>
    </div>`,
  }
}

export const errorThanksPage = (view: View, number: string): Page => ({
  title: '已经收到',
  unlisted: true,
  crumbs: [{ title: '我为政府网站找错', path: '/report-error' }, { title: '已经收到' }],
  body: html`<div class="wide narrow">
    <h1>已经收到，谢谢您</h1>
    <div class="band good" role="status"><strong>编号</strong><span class="code">${number}</span></div>
    <p>我们会尽快核实改正。请记下编号，来电询问时使用!${view.site.contact.telephone ? html`，电话 ${view.site.contact.telephone}` : ''}。</p>
    <p class="row"><a class="button quiet" href="${href(view.place, '/')}">返回首页</a></p>
  </div>`,
})
