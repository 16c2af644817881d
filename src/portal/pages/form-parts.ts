// The pieces of a long form: a labelled field with its help and its fault, choices, and the list of what is wrong at the top.
import { html } from 'ghtml'

export interface Fault {
  readonly field: string
  readonly sentence: string
}

export const faultList = (faults: readonly Fault[]): string =>
  faults.length === 0
    ? ''
    : html`<div class="faults" role="alert">
        <h2>请先改正</h2>
        <ul>
          !${faults.map((one) => html`<li><a href="#${one.field}">${one.sentence}</a></li>`)}
        </ul>
      </div>`

const faultAt = (faults: readonly Fault[], field: string): string => {
  const own = faults.find((one) => one.field === field)
  return own ? html`<p class="fault" id="${field}-fault">${own.sentence}</p>` : ''
}

/** `aria-` marks of a field: its help always, its fault where there is one. */
const marks = (faults: readonly Fault[], field: string, help: string): string => {
  const wrong = faults.some((one) => one.field === field)
  const by = [help === '' ? '' : `${field}-help`, wrong ? `${field}-fault` : ''].filter((id) => id !== '').join(' ')
  return `${wrong ? ' aria-invalid="true"' : ''}${by === '' ? '' : ` aria-describedby="${by}"`}`
}

interface FieldAsked {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly most: number
  readonly help?: string
  readonly rows?: number
  readonly required?: boolean
  readonly complete?: string
}

export function textField(faults: readonly Fault[], { name, label, value, most, help = '', rows = 1, required = false, complete = '' }: FieldAsked): string {
  const same = `${marks(faults, name, help)}${required ? ' required' : ''}${complete === '' ? '' : ` autocomplete="${complete}"`}`
  return html`<div class="field">
    <label for="${name}">${label}${required ? '' : '（可以不填）'}</label>
    !${help === '' ? '' : html`<p class="help" id="${name}-help">${help}</p>`} !${faultAt(faults, name)}
    !${
      rows > 1
        ? html`<textarea id="${name}" name="${name}" rows="${rows}" maxlength="${most}" !${same}>${value}</textarea>`
        : html`<input type="text" id="${name}" name="${name}" value="${value}" maxlength="${most}" !${same} />`
    }
  </div>`
}

type Options = readonly (readonly [value: string, title: string])[]

export const choiceField = (faults: readonly Fault[], name: string, legend: string, value: string, options: Options): string =>
  html`<fieldset class="field" id="${name}">
    <legend>${legend}</legend>
    !${faultAt(faults, name)}
    <div class="choices">
      !${options.map(([one, title]) => html`<label><input type="radio" name="${name}" value="${one}" required !${one === value ? 'checked' : ''} /> ${title}</label>`)}
    </div>
  </fieldset>`

export const tickField = (name: string, legend: string, title: string, value: string): string =>
  html`<fieldset class="field">
    <legend>${legend}</legend>
    <div class="choices">
      <label><input type="checkbox" id="${name}" name="${name}" value="yes" !${value === 'yes' ? 'checked' : ''} /> ${title}</label>
    </div>
  </fieldset>`

export const selectField = (
  faults: readonly Fault[],
  { name, label, value, help = '' }: { readonly name: string; readonly label: string; readonly value: string; readonly help?: string },
  groups: readonly { readonly title: string; readonly options: Options }[],
): string =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    !${help === '' ? '' : html`<p class="help" id="${name}-help">${help}</p>`} !${faultAt(faults, name)}
    <select id="${name}" name="${name}" required!${marks(faults, name, help)}>
      <option value="">请选择</option>
      !${groups.map(
        (group) =>
          html`<optgroup label="${group.title}">
            !${group.options.map(([one, title]) => html`<option value="${one}" !${one === value ? 'selected' : ''}>${title}</option>`)}
          </optgroup>`,
      )}
    </select>
  </div>`

export const fileField = (faults: readonly Fault[], name: string, label: string, help: string, accept: string): string =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <p class="help" id="${name}-help">${help}</p>
    !${faultAt(faults, name)} <input type="file" id="${name}" name="${name}" accept="${accept}" required!${marks(faults, name, help)} />
  </div>`

export const hiddenFields = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)

/** A field that nobody sees: what fills it in is a machine. */
export const trap = html`<div class="trap" aria-hidden="true">
  <label for="website">请勿填写</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off" />
</div>`
