// 更正本人信息 (ogi-2019/41): who may ask, the form, the page on which it is looked over once more, and the receipt.
import { html } from 'ghtml'
import { onlineLengths as most } from '../../modules/requests/law/online.ts'
import { recordArticle, recordLengths } from '../../modules/requests/law/record-corrections.ts'
import type { RecordForm } from '../../modules/requests/rules/online-record-correction.ts'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { articleTitle } from '../../law/laws.ts'
import { href } from '../place.ts'
import type { Page, View } from '../view.ts'
import { faultList, fileField, hiddenFields, selectField, textField, trap, type Fault } from './form-parts.ts'
import { personFields, personRows, receiptBands, typedFacts } from './person-fields.ts'

const title = '更正本人信息'
const above = { title: '依申请公开', path: '/apply' } as const
const crumbs = [above, { title }] as const
const kinds = '.jpg,.jpeg,.png,.pdf'

export interface RecordFilling {
  readonly secret: string
  readonly form: RecordForm
}

export const correctFormPage = (view: View, units: readonly UnitRow[], { secret, form }: RecordFilling, faults: readonly Fault[]): Page => ({
  title,
  section: '/apply',
  unlisted: faults.length > 0,
  personal: true,
  crumbs,
  body: html`<div class="wide narrow">
    <h1>${title}</h1>
    <p class="lead">有证据证明行政机关提供的与您（单位）自身相关的政府信息记录不准确的，可以要求更正。</p>
    !${faultList(faults)}
    <div class="plain-text">
      <p>
        有权更正的机关审核属实的，予以更正并告知您；不属于收到的机关职能范围的，转送有权更正的机关处理并告知您，或者告知您向哪个机关提出（${articleTitle(recordArticle)}）。条例没有规定办理期限。
      </p>
      <p>想要获取信息的，请<a href="${href(view.place, '/apply/online')}">在线申请</a>；网页上的错别字、打不开的链接，请用<a href="${href(view.place, '/report-error')}">网站找错</a>。</p>
    </div>
    <form class="form" method="post" action="${href(view.place, '/correct')}">
      <input type="hidden" name="secret" value="${secret}" />
      <h2>一、哪条记录</h2>
      !${selectField(faults, { name: 'unitId', label: '由哪个机关更正', value: form.unitId, help: '选记录这条信息的机关；不知道的，选提供信息给您的机关。' }, [
        { title: '机关', options: units.map((unit) => [unit.id, unit.name] as const) },
      ])}
      !${textField(faults, { name: 'subject', label: '有关记录', value: form.subject, most: recordLengths.subject, required: true, help: '例如：本人2025年度城乡居民医保参保记录。这里不写证件号码。' })}
      !${textField(faults, { name: 'wrong', label: '哪里不准确', value: form.wrong, most: recordLengths.wrong, rows: 4, required: true, help: '现在是怎样记录的，什么时候从哪里得到。' })}
      !${textField(faults, { name: 'wanted', label: '应当怎样记录', value: form.wanted, most: recordLengths.wanted, rows: 4, required: true })}
      !${textField(faults, { name: 'applicationNumber', label: '公开申请的编号', value: form.applicationNumber, most: 40, help: '记录是通过申请公开得到的，填写那件申请的编号；不是的不填。' })}
      <h2>二、申请人</h2>
      !${personFields(faults, form, '告知书邮寄到这里。')}
      !${textField(faults, { name: 'agent', label: '代理人', value: form.agent, most: most.agent, help: '委托他人提出的，写明代理人的姓名和电话。' })} !${trap}
      <p class="muted small">下一步核对内容，附上证件和证据，然后提交。</p>
      <p class="row"><button class="button" type="submit">下一步：核对</button></p>
    </form>
  </div>`,
})

export function correctPreviewPage(view: View, unitName: string, { secret, form }: RecordFilling, faults: readonly Fault[]): Page {
  const rows: readonly (readonly [string, string])[] = [
    ['由哪个机关更正', unitName],
    ['有关记录', form.subject],
    ['哪里不准确', form.wrong],
    ['应当怎样记录', form.wanted],
    ['公开申请的编号', form.applicationNumber],
    ...personRows(form),
    ['代理人', form.agent],
  ]
  const kept = hiddenFields({ secret, ...form })
  return {
    title: '核对并提交',
    section: '/apply',
    unlisted: true,
    personal: true,
    crumbs: [above, { title, path: '/correct' }, { title: '核对并提交' }],
    body: html`<div class="wide narrow">
      <h1>核对并提交</h1>
      !${faultList(faults)} !${typedFacts(rows)}
      <form class="form" method="post" action="${href(view.place, '/correct')}">
        !${kept}<input type="hidden" name="edit" value="yes" />
        <p class="row"><button class="button quiet" type="submit">返回修改</button></p>
      </form>
      <form class="form" method="post" enctype="multipart/form-data" action="${href(view.place, '/correct/submit')}">
        !${kept} !${fileField(faults, 'proof', '证件复印件', 'JPG、PNG 图片或者 PDF 文件，不超过 2MB。加密保存，只用于核对身份。', kinds)}
        !${fileField(faults, 'evidence', '证明记录不准确的材料', 'JPG、PNG 图片或者 PDF 文件，不超过 2MB；有多页的，请合成一个 PDF。加密保存。', kinds)} !${trap}
        <p class="row"><button class="button" type="submit">确认提交</button></p>
      </form>
    </div>`,
  }
}

export const correctReceiptPage = (view: View, unitName: string, receipt: { readonly number: string; readonly queryCode: string }): Page => ({
  title: '更正申请已经提交',
  section: '/apply',
  unlisted: true,
  personal: true,
  crumbs: [above, { title: '更正申请已经提交' }],
  body: html`<div class="wide narrow">
    <h1>更正申请已经提交</h1>
    !${receiptBands(receipt)}
    <p>受理机关：${unitName}。核对以后书面告知您结果。</p>
    <p class="row">
      <button class="button with-script" type="button" data-print>打印</button
      ><a class="button quiet" href="${href(view.place, '/apply/progress')}">查询进度</a>
    </p>
  </div>`,
})

/** Nothing can be sealed yet, or a file could not be read. */
export const correctStoppedPage = (
  view: View,
  { heading, sentence, back }: { readonly heading: string; readonly sentence: string; readonly back: string },
): Page => ({
  title: heading,
  section: '/apply',
  unlisted: true,
  personal: true,
  crumbs,
  body: html`<div class="wide narrow problem">
    <h1>${heading}</h1>
    <p role="alert">${sentence}</p>
    <p>${back}</p>
    <p class="row"><a class="button quiet" href="${href(view.place, '/apply')}">依申请公开</a></p>
  </div>`,
})
