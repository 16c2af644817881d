// Fills the number and the text into what a gateway wants to be sent, escaped for its form: nothing that is filled in can end a value and begin another.

export interface Filling {
  readonly id: string
  readonly number: string
  readonly text: string
}

export type TemplateForm = 'json' | 'form'

const escapes: Readonly<Record<TemplateForm, (value: string) => string>> = {
  json: (value) => JSON.stringify(value).slice(1, -1),
  form: (value) => encodeURIComponent(value),
}

/** In one pass, so that braces in what is filled in stay what they are. */
export const fillTemplate = (template: string, form: TemplateForm, filling: Filling): string =>
  template.replaceAll(/\{(id|number|text)\}/g, (_, name: keyof Filling) => escapes[form](filling[name]))

export const formOfTemplate = (template: string): TemplateForm => (template.trimStart().startsWith('{') ? 'json' : 'form')

/** Whether it names number and text, and is whole once they are filled in. */
export function isTemplate(template: string): boolean {
  if (!template.includes('{number}') || !template.includes('{text}')) return false
  if (formOfTemplate(template) === 'form') return /^[^\s=&]+=[^\s]*$/.test(template)
  try {
    JSON.parse(fillTemplate(template, 'json', { id: '', number: '"\\', text: '"\\\n' }))
    return true
  } catch {
    return false
  }
}
