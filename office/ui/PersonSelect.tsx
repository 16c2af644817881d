// Find a person of the register by name.
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { getPeople } from '../../src/modules/organization/http/contract.ts'
import { useAnswer } from '../api/hooks.ts'

export function PersonSelect(props: {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | undefined) => void
  readonly known?: { readonly id: string; readonly name: string } | undefined
}): ReactNode {
  const [words, setWords] = useState('')
  const answer = useAnswer(getPeople, { query: { q: words, size: 50, sort: 'name' } }, { keep: true })
  const options = (answer.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: row.name,
    note: row.posts.map((post) => `${post.unitName} ${post.title}`).join('；'),
  }))
  if (props.known && !options.some((option) => option.value === props.known?.id)) options.unshift({ value: props.known.id, label: props.known.name, note: '' })
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      value={props.value ?? null}
      placeholder="输入姓名查找"
      notFoundContent="没有找到这个人，先登记人员"
      options={options}
      optionRender={(option) => (
        <>
          {option.data.label}
          <span className="gk-cell-sub">{option.data.note}</span>
        </>
      )}
      onChange={(value: string | null | undefined) => props.onChange?.(value ?? undefined)}
    />
  )
}
