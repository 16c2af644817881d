// Find a published document by title, index number or document number.
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { listDocumentChoices } from '../../../src/modules/disclosure/http/contract.ts'
import { useAnswer } from '../../api/hooks.ts'

export function DocumentSelect(props: {
  readonly id?: string
  readonly value: string | null
  readonly title: string | null
  readonly except: string
  readonly onChange: (documentId: string | null) => void
}): ReactNode {
  const [words, setWords] = useState('')
  const answer = useAnswer(listDocumentChoices, { query: { q: words, except: props.except } }, { keep: true })
  const rows = answer.data?.rows ?? []
  const options = rows.map((row) => ({ value: row.documentId, label: row.title, note: `${row.indexNumber} · ${row.unitName}` }))
  if (props.value && props.title && !rows.some((row) => row.documentId === props.value)) options.unshift({ value: props.value, label: props.title, note: '' })
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      value={props.value}
      placeholder="输入标题、索引号或文号查找"
      loading={answer.isFetching}
      notFoundContent={words === '' ? '输入标题、索引号或文号查找' : '没有找到已发布的信息'}
      options={options}
      popupMatchSelectWidth={420}
      optionRender={(option) => (
        <>
          {option.data.label}
          <span className="gk-cell-sub">{option.data.note}</span>
        </>
      )}
      onChange={(value: string | undefined) => props.onChange(value ?? null)}
    />
  )
}
