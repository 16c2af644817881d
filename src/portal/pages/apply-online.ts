// 在线申请: what is public already, the form, the page on which it is looked over once more, and the receipt. No purpose is asked for (ogi-2019/29).
import { html } from 'ghtml'
import { applicationFields as fields, tickWords } from '../../modules/requests/law/application-fields.ts'
import { deliveries, wishedForms } from '../../modules/requests/law/applicants.ts'
import { noticeWayNames, noticeWays, type NoticeWay } from '../../modules/requests/law/notice-ways.ts'
import { onlineLengths as most } from '../../modules/requests/law/online.ts'
import type { OnlineForm } from '../../modules/requests/rules/online-application.ts'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { fileHref, href } from '../place.ts'
import type { Page, View } from '../view.ts'
import { finder, type Found } from './already-public.ts'
import { choiceField, faultList, fileField, hiddenFields, selectField, textField, tickField, trap, type Fault } from './form-parts.ts'
import { personFields, personRows, receiptBands, typedFacts } from './person-fields.ts'

const crumbs = [{ title: '依申请公开', path: '/apply' }, { title: '在线申请' }] as const
const options = (table: Readonly<Record<string, string>>): [string, string][] => Object.entries(table)

export interface Filling {
  readonly secret: string
  readonly form: OnlineForm
}

interface Offered {
  readonly units: readonly UnitRow[]
  /** In which the office can tell of what happens. */
  readonly ways: readonly NoticeWay[]
}

export interface LookedFor {
  readonly question: string
  readonly found: Found
}

export function onlineFormPage(view: View, { units, ways }: Offered, { secret, form }: Filling, faults: readonly Fault[], asked?: LookedFor): Page {
  return {
    title: '在线申请',
    section: '/apply',
    unlisted: faults.length > 0 || asked !== undefined,
    personal: true,
    crumbs,
    body: html`<div class="wide narrow">
      <h1>在线申请</h1>
      <p class="lead">申请公开政府信息，不需要说明用途。提交后得到编号和查询码；工作人员与您确认之日，开始计算答复期限。</p>
      !${faultList(faults)} !${faults.length > 0 ? '' : finder(view, asked?.question ?? '', asked?.found)}
      <form class="form" method="post" action="${href(view.place, '/apply/online')}">
        <input type="hidden" name="secret" value="${secret}" />
        <h2>一、所需信息</h2>
        !${selectField(
          faults,
          {
            name: 'unitId',
            label: fields.unitId.title,
            value: form.unitId,
            help:
              asked && form.unitId !== ''
                ? '按照查到的信息，已经选好可能负责的机关，可以另选。'
                : '由制作或者保存该信息的机关负责公开；选错了，收到的机关会告诉您应当向谁申请。',
          },
          [{ title: '机关', options: units.map((unit) => [unit.id, unit.name] as const) }],
        )}
        !${textField(faults, { name: 'subject', label: fields.subject.title, value: form.subject, most: most.subject, required: true, help: '例如：2025年城关小学学区划分方案。一事一申请。' })}
        <div class="found" aria-live="polite" data-finds="${href(view.place, '/apply/online/found')}" data-of="subject"></div>
        !${textField(faults, { name: 'description', label: fields.description.title, value: form.description, most: most.description, rows: 5, required: true, help: '写明发文机关、时间、内容等，越具体越容易找到。' })}
        !${choiceField(faults, 'wishedForm', fields.wishedForm.title, form.wishedForm, options(wishedForms))}
        !${choiceField(faults, 'delivery', fields.delivery.title, form.delivery, options(deliveries))}
        <h2>二、申请人</h2>
        !${personFields(faults, form, '选择邮寄的须填写。')}
        !${ways.map((way) => tickField(noticeWays[way].mark, noticeWays[way].title, noticeWays[way].offer, form[noticeWays[way].mark]))}
        !${textField(faults, { name: 'agent', label: fields.agent.title, value: form.agent, most: most.agent, help: '委托他人申请的，写明代理人的姓名和电话；委托书在确认时提交。' })}
        !${textField(faults, { name: 'others', label: fields.others.title, value: form.others, most: most.others, rows: 3, help: '两人以上共同申请的，每行写一人的姓名和证件号码。' })}
        !${tickField('eService', fields.eService.title, tickWords.eService, form.eService)}
        !${tickField('needsHelp', fields.needsHelp.title, tickWords.needsHelp, form.needsHelp)}
        !${trap}
        <p class="muted small">下一步核对内容，附上证件复印件，然后提交。</p>
        <p class="row"><button class="button" type="submit">下一步：核对</button></p>
      </form>
      <section class="block">
        <div class="block-head"><h2>不便在网上填写</h2></div>
        <div class="plain-text">
          <p>
            可以<a href="${fileHref(view.place, '/apply/form.docx')}">下载申请表</a>填写后当面递交、邮寄或者传真；书写有困难的，可以当面口头申请，由工作人员代填。地址和电话见<a
              href="${href(view.place, '/apply')}"
              >依申请公开</a
            >。
          </p>
        </div>
      </section>
    </div>`,
  }
}

export function onlinePreviewPage(view: View, unitName: string, { secret, form }: Filling, faults: readonly Fault[]): Page {
  const rows: readonly (readonly [string, string])[] = [
    ['受理机关', unitName],
    [fields.subject.title, form.subject],
    [fields.description.title, form.description],
    [fields.wishedForm.title, wishedForms[form.wishedForm as keyof typeof wishedForms] ?? ''],
    [fields.delivery.title, deliveries[form.delivery as keyof typeof deliveries] ?? ''],
    ...personRows(form),
    [fields.agent.title, form.agent],
    [fields.others.title, form.others],
    ...noticeWayNames.map((way) => [noticeWays[way].title, form[noticeWays[way].mark] === 'yes' ? '需要' : way === 'mail' ? '不需要' : ''] as const),
    [fields.eService.title, form.eService === 'yes' ? '同意' : '没有同意'],
    [fields.needsHelp.title, form.needsHelp === 'yes' ? '是' : ''],
  ]
  const kept = hiddenFields({ secret, ...form })
  return {
    title: '核对并提交',
    section: '/apply',
    unlisted: true,
    personal: true,
    crumbs: [{ title: '依申请公开', path: '/apply' }, { title: '在线申请', path: '/apply/online' }, { title: '核对并提交' }],
    body: html`<div class="wide narrow">
      <h1>核对并提交</h1>
      !${faultList(faults)}
      !${typedFacts(rows)}
      <form class="form" method="post" action="${href(view.place, '/apply/online')}">
        !${kept}<input type="hidden" name="edit" value="yes" />
        <p class="row"><button class="button quiet" type="submit">返回修改</button></p>
      </form>
      <form class="form" method="post" enctype="multipart/form-data" action="${href(view.place, '/apply/online/submit')}">
        !${kept} !${fileField(faults, 'proof', '证件复印件', 'JPG、PNG 图片或者 PDF 文件，不超过 2MB。加密保存，只用于核对身份。', '.jpg,.jpeg,.png,.pdf')} !${trap}
        <p class="muted small">提交后，工作人员当日与您联系确认；双方确认之日为收到申请之日，答复期限自次日起计算。</p>
        <p class="row"><button class="button" type="submit">确认提交</button></p>
      </form>
    </div>`,
  }
}

export const onlineReceiptPage = (view: View, unitName: string, receipt: { readonly number: string; readonly queryCode: string }): Page => ({
  title: '申请已经提交',
  section: '/apply',
  unlisted: true,
  personal: true,
  crumbs: [{ title: '依申请公开', path: '/apply' }, { title: '申请已经提交' }],
  body: html`<div class="wide narrow">
    <h1>申请已经提交</h1>
    !${receiptBands(receipt)}
    <p>受理机关：${unitName}。工作人员当日与您联系确认，确认之日为收到申请之日，答复期限自次日起计算。</p>
    <p class="row">
      <button class="button with-script" type="button" data-print>打印</button
      ><a class="button quiet" href="${href(view.place, '/apply/progress')}">查询进度</a>
    </p>
  </div>`,
})

export const onlineClosedPage = (view: View): Page => ({
  title: '暂时不能在线申请',
  section: '/apply',
  unlisted: true,
  crumbs,
  body: html`<div class="wide narrow problem">
    <h1>暂时不能在线申请</h1>
    <p>系统还没有准备好。请稍后再试，或者下载申请表当面递交、邮寄。</p>
    <p class="row"><a class="button" href="${fileHref(view.place, '/apply/form.docx')}">下载申请表（Word）</a><a class="button quiet" href="${href(view.place, '/apply')}">其他申请方式</a></p>
  </div>`,
})

export const uploadFaultPage = (view: View, sentence: string): Page => ({
  title: '申请没有提交',
  section: '/apply',
  unlisted: true,
  personal: true,
  crumbs,
  body: html`<div class="wide narrow problem">
    <h1>申请没有提交</h1>
    <p role="alert">${sentence}</p>
    <p>请用浏览器的“后退”回到核对页，填好的内容还在。</p>
    <p class="row"><a class="button quiet" href="${href(view.place, '/apply/online')}">重新填写</a></p>
  </div>`,
})
