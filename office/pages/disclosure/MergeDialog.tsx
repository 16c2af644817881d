// Two people changed the same field: both stand side by side, one chooses, and nothing is lost.
import { Modal, Radio } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { EditionContent } from '../../../src/modules/disclosure/http/contract.ts'
import { disclosureModes, fieldTitles, validities } from '../../../src/modules/disclosure/law/metadata.ts'
import type { Conflict, Field } from '../../editor/merge.ts'

type Choice = 'mine' | 'theirs' | 'both'

const plainText = (html: string): string => new DOMParser().parseFromString(html.replace(/<\/(p|h[1-6]|li|tr)>/g, '$&\n'), 'text/html').body.textContent ?? ''

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function valueText(field: Field, value: unknown): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '（空）'
  if (field === 'bodyHtml') return plainText(textOf(value))
  if (field === 'disclosureMode') return disclosureModes[value as keyof typeof disclosureModes]
  if (field === 'validity') return validities[value as keyof typeof validities]
  if (field === 'columnIds' && Array.isArray(value)) return `${value.length} 个栏目`
  if (typeof value === 'boolean') return value ? '是' : '否'
  return Array.isArray(value) ? value.join('、') : textOf(value)
}

/** Texts and lists can be kept both: mine first, the other's after it. */
const joinable = (conflict: Conflict): boolean => Array.isArray(conflict.mine) || ['bodyHtml', 'summary', 'modeReason', 'changeNote'].includes(conflict.field)

function chosen({ field, mine, theirs }: Conflict, choice: Choice): unknown {
  if (choice === 'mine') return mine
  if (choice === 'theirs') return theirs
  if (Array.isArray(mine) && Array.isArray(theirs)) return [...new Set([...mine, ...theirs])]
  return [textOf(mine), textOf(theirs)].join(field === 'bodyHtml' ? '' : '\n')
}

export function MergeDialog(props: { readonly conflicts: readonly Conflict[]; readonly onSettle: (choices: Partial<EditionContent>) => void }): ReactNode {
  const { conflicts } = props
  const [choices, setChoices] = useState<Partial<Record<Field, Choice>>>({})
  useEffect(() => setChoices({}), [conflicts])
  const settled = conflicts.every((conflict) => choices[conflict.field] !== undefined)
  return (
    <Modal
      open={conflicts.length > 0}
      title="有人同时改了这几处，请选择留下哪一份"
      okText="按选择合并并保存"
      okButtonProps={{ disabled: !settled }}
      footer={(_, { OkBtn }) => <OkBtn />}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={960}
      onOk={() => props.onSettle(Object.fromEntries(conflicts.map((conflict) => [conflict.field, chosen(conflict, choices[conflict.field] ?? 'mine')])))}
    >
      <p className="gk-follows">其他修改已经自动合并。在您选择之前，不会覆盖任何一方的内容。</p>
      {conflicts.map((conflict) => (
        <section key={conflict.field} className="gk-conflict" aria-label={fieldTitles[conflict.field]}>
          <h3>{fieldTitles[conflict.field]}</h3>
          <div className="gk-conflict-sides">
            <div>
              <p className="gk-muted">我改的</p>
              <pre>{valueText(conflict.field, conflict.mine)}</pre>
            </div>
            <div>
              <p className="gk-muted">对方改的</p>
              <pre>{valueText(conflict.field, conflict.theirs)}</pre>
            </div>
          </div>
          <Radio.Group
            value={choices[conflict.field]}
            onChange={(event) => setChoices((before) => ({ ...before, [conflict.field]: event.target.value as Choice }))}
            options={[
              { value: 'mine', label: '留我的' },
              { value: 'theirs', label: '用对方的' },
              ...(joinable(conflict) ? [{ value: 'both', label: '两份都留（对方的接在后面）' }] : []),
            ]}
          />
        </section>
      ))}
    </Modal>
  )
}
