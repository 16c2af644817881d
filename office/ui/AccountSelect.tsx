// Find an account by name or login.
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { listAccountNames } from '../../src/modules/access/http/contract.ts'
import { useAnswer } from '../api/hooks.ts'

export function AccountSelect(props: {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | undefined) => void
  readonly placeholder?: string
}): ReactNode {
  const [words, setWords] = useState('')
  const answer = useAnswer(listAccountNames, { query: { q: words } }, { keep: true })
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      value={props.value ?? null}
      placeholder={props.placeholder ?? '输入姓名或登录名查找'}
      aria-label={props.placeholder ?? '查找账号'}
      notFoundContent="没有找到这个账号"
      options={(answer.data?.rows ?? []).map((row) => ({ value: row.accountId, label: row.name, note: row.unitNames.join('、') }))}
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
