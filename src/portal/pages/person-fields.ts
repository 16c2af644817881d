// Who fills in a form: what the forms for an application and for a correction of records ask alike, and show again.
import { html } from 'ghtml'
import { applicationFields as fields, ownFields } from '../../modules/requests/law/application-fields.ts'
import { applicantKinds } from '../../modules/requests/law/applicants.ts'
import { identityDocuments, onlineLengths as most } from '../../modules/requests/law/online.ts'
import { choiceField, selectField, textField, type Fault } from './form-parts.ts'

export type PersonField = 'kind' | 'name' | 'document' | 'documentNumber' | 'contactPerson' | 'phone' | 'address' | 'email'

export type PersonForm = Readonly<Record<PersonField, string>>

export function personFields(faults: readonly Fault[], form: PersonForm, addressHelp = ''): string {
  const kinds = Object.entries(applicantKinds).map(([kind, { title, group }]) => [kind, group ? `${group}：${title}` : title] as const)
  const documents = [
    { title: '自然人', options: identityDocuments.person.map((one) => [one, one] as const) },
    { title: '法人或者其他组织', options: identityDocuments.organisation.map((one) => [one, one] as const) },
  ]
  return html`!${choiceField(faults, 'kind', fields.kind.title, form.kind, kinds)}
  !${textField(faults, { name: 'name', label: fields.name.title, value: form.name, most: most.name, required: true, complete: 'name' })}
  !${selectField(faults, { name: 'document', label: fields.document.title, value: form.document }, documents)}
  !${textField(faults, { name: 'documentNumber', label: fields.documentNumber.title, value: form.documentNumber, most: most.documentNumber, required: true, help: '加密保存，只有办理的人可以查看，每次查看都留下记录。' })}
  !${textField(faults, { name: 'contactPerson', label: fields.contactPerson.title, value: form.contactPerson, most: most.contactPerson, help: '法人或者其他组织须填写。' })}
  !${textField(faults, { name: 'phone', label: fields.phone.title, value: form.phone, most: most.phone, complete: 'tel', help: '地址、电话、电子邮箱至少填写一项，用于与您确认。' })}
  !${textField(faults, { name: 'address', label: fields.address.title, value: form.address, most: most.address, complete: 'address-line1', help: addressHelp })}
  !${textField(faults, { name: 'email', label: fields.email.title, value: form.email, most: most.email, complete: 'email' })}`
}

/** As it is looked over once more. */
export const personRows = (form: PersonForm): readonly (readonly [string, string])[] => [
  [fields.kind.title, applicantKinds[form.kind as keyof typeof applicantKinds]?.title ?? ''],
  ...ownFields.map((field) => [fields[field].title, form[field]] as const),
]

/** What was typed, without what was left empty. */
export const typedFacts = (rows: readonly (readonly [string, string])[]): string =>
  html`<dl class="facts">
    !${rows
      .filter(([, value]) => value.trim() !== '')
      .map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd class="as-typed">${value}</dd>
          </div>`,
      )}
  </dl>`

/** Number and query code, told this once. */
export const receiptBands = ({ number, queryCode }: { readonly number: string; readonly queryCode: string }): string =>
  html`<div class="band good" role="status"><strong>编号</strong><span class="code">${number}</span></div>
    <div class="band good"><strong>查询码</strong><span class="code" id="query-code">${queryCode}</span></div>
    <p><strong>请抄下或者打印编号和查询码。</strong>查询码只显示这一次，我们不保存原文，遗失后须持证件到受理机关查询。</p>`
