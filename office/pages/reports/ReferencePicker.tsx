// The list of figures that a text may refer to: searched by words, chosen with the keyboard or the mouse, of this year, last year, or the change.
import { Input, Modal, Segmented, type InputRef } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { readExpression } from '../../../src/kernel/references.ts'
import type { ReportTextAnswer } from '../../../src/modules/reports/http/text-contract.ts'

type Cell = ReportTextAnswer['cells'][number]

const ways = { now: '本年', last: '上年', change: '比上年' } as const
type Way = keyof typeof ways

const mostShown = 60

interface Choice {
  readonly source: string
  readonly title: string
  readonly sub: string
  readonly value: string
}

const words = (text: string): string[] => text.toLowerCase().split(/\s+/).filter((one) => one !== '') // prettier-ignore

const matches = (cell: Cell, wanted: readonly string[]): boolean => {
  const text = `${cell.title}${cell.table}${cell.reference}`.toLowerCase()
  return wanted.every((one) => text.includes(one))
}

function choicesOf(cells: readonly Cell[], way: Way, search: string): Choice[] {
  const found = cells
    .filter((cell) => (way === 'now' || cell.last !== null) && matches(cell, words(search)))
    .slice(0, mostShown)
    .map((cell): Choice => ({
      source: way === 'now' ? cell.reference : way === 'last' ? `last.${cell.reference}` : `change:${cell.reference}`,
      title: cell.title,
      sub: cell.table,
      value:
        way === 'now'
          ? cell.shown && `${cell.shown}${/\d/.test(cell.shown) ? cell.unit : ''}`
          : way === 'last'
            ? (cell.last ?? '')
            : `${cell.last ?? ''} → ${cell.shown}`,
    }))
  // whoever knows the keys may write a sum or a share: share:a.total/b.total
  const typed = search.trim().replaceAll(/^\{|\}$/g, '')
  const formula = /[+\-/:]/.test(typed) && readExpression(typed) ? [{ source: typed, title: `公式 {${typed}}`, sub: '和、差、占比', value: '' }] : []
  return [...formula, ...found]
}

export function ReferencePicker(props: {
  readonly open: boolean
  readonly cells: readonly Cell[]
  readonly onChoose: (source: string) => void
  /** A brace was meant as a letter. */
  readonly onBrace: () => void
  readonly onClose: () => void
}): ReactNode {
  const { open, cells } = props
  const [search, setSearch] = useState('')
  const [way, setWay] = useState<Way>('now')
  const [at, setAt] = useState(0)
  const input = useRef<InputRef>(null)
  // whoever types on after the brace searches already: the field has the focus before the dialog has moved in
  useEffect(() => {
    if (open) input.current?.focus()
  }, [open])
  const choices = choicesOf(cells, way, search)
  const chosen = Math.min(at, Math.max(0, choices.length - 1))
  const reset = (): void => {
    setSearch('')
    setAt(0)
  }
  const take = (choice: Choice | undefined): void => {
    if (!choice) return
    reset()
    props.onChoose(choice.source)
  }
  const move = (to: number): void => {
    setAt(to)
    document.getElementById(`figure-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(Math.min(chosen + 1, choices.length - 1))
    else if (event.key === 'ArrowUp') move(Math.max(chosen - 1, 0))
    else if (event.key === 'Enter') take(choices[chosen])
    else if (event.key === '{' && search === '') {
      reset()
      props.onBrace()
    } else return
    event.preventDefault()
  }
  const hasLast = cells.some(({ last }) => last !== null)
  return (
    <Modal
      open={open}
      title="引用表格里的数字"
      footer={null}
      destroyOnHidden
      width={640}
      onCancel={() => {
        reset()
        props.onClose()
      }}
    >
      <p className="gk-follows">表格的数字改了，文字里的数字跟着改。上下键选择，回车插入；要写大括号本身，再按一次“{'{'}”。</p>
      <Input
        ref={input}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
        placeholder="栏目名称，如“新收 总计”；也可以写公式"
        aria-label="查找要引用的数字"
        role="combobox"
        aria-expanded
        aria-controls="figure-list"
        aria-activedescendant={choices.length > 0 ? `figure-${chosen}` : undefined}
        allowClear
      />
      {hasLast && (
        <Segmented
          className="gk-picker-ways"
          value={way}
          onChange={(next) => {
            setWay(next)
            setAt(0)
          }}
          options={Object.entries(ways).map(([value, label]) => ({ value: value as Way, label }))}
        />
      )}
      <div id="figure-list" role="listbox" aria-label="可以引用的数字" className="gk-picker-list">
        {choices.length === 0 && <p className="gk-muted">没有这样的数字。换个词，或者看看表格里有没有这一栏。</p>}
        {choices.map(({ source, title, sub, value }, index) => (
          // the keyboard walks the list from the field above
          <button
            key={source}
            id={`figure-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={index === chosen ? 'gk-picker-chosen' : undefined}
            onClick={() => take({ source, title, sub, value })}
          >
            <span>
              {title}
              <span className="gk-cell-sub">{sub}</span>
            </span>
            <span className="gk-picker-value">{value}</span>
          </button>
        ))}
      </div>
    </Modal>
  )
}
