// Find published documents by title, index number or document number, and choose several.
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { listDocumentChoices } from '../../../src/modules/disclosure/http/contract.ts'
import { useAnswer } from '../../api/hooks.ts'

export interface ChosenDocument {
  readonly value: string
  readonly label: string
}

export function DocumentsSelect(props: {
  readonly id?: string
  readonly value?: readonly ChosenDocument[]
  readonly onChange?: (chosen: ChosenDocument[]) => void
}): ReactNode {
  const [words, setWords] = useState('')
  const answer = useAnswer(listDocumentChoices, { query: { q: words } }, { keep: true })
  const options = (answer.data?.rows ?? []).map((row) => ({ value: row.documentId, label: row.title, note: `${row.indexNumber} · ${row.unitName}` }))
  return (
    <Select<ChosenDocument[]>
      {...(props.id === undefined ? {} : { id: props.id })}
      mode="multiple"
      labelInValue
      showSearch={{ filterOption: false, onSearch: setWords }}
      value={[...(props.value ?? [])]}
      placeholder="输入标题、索引号或文号查找，可以选几条"
      loading={answer.isFetching}
      notFoundContent={words === '' ? '输入标题、索引号或文号查找' : '没有找到已发布的信息'}
      options={options}
      popupMatchSelectWidth={460}
      optionRender={(option) => (
        <>
          {option.data.label}
          <span className="gk-cell-sub">{option.data.note}</span>
        </>
      )}
      onChange={(chosen) => props.onChange?.(chosen.map(({ value, label }) => ({ value, label })))}
    />
  )
}
