// Controls of a filter row, bound to the list's state in the address.
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState, type ReactNode } from 'react'
import type { ListState } from './list-state.ts'
import { UnitSelect } from './UnitSelect.tsx'

export function WordsFilter(props: { readonly state: ListState; readonly name?: string; readonly placeholder: string }): ReactNode {
  const name = props.name ?? 'q'
  const current = props.state.value(name)
  const [words, setWords] = useState(current)
  useEffect(() => setWords(current), [current])
  return (
    <Input.Search
      className="gk-filter-wide"
      value={words}
      allowClear
      placeholder={props.placeholder}
      aria-label={props.placeholder}
      onChange={(event) => {
        setWords(event.target.value)
        if (event.target.value === '') props.state.set({ [name]: undefined })
      }}
      onSearch={(value) => props.state.set({ [name]: value.trim() })}
    />
  )
}

export function ChoiceFilter(props: {
  readonly state: ListState
  readonly name: string
  readonly placeholder: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}): ReactNode {
  return (
    <Select
      value={props.state.value(props.name) || null}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={props.placeholder}
      aria-label={props.placeholder}
      options={[...props.options]}
      onChange={(value: string | null | undefined) => props.state.set({ [props.name]: value ?? undefined })}
    />
  )
}

export function UnitFilter(props: { readonly state: ListState; readonly placeholder?: string }): ReactNode {
  return <UnitSelect value={props.state.value('unitId')} placeholder={props.placeholder ?? '单位'} onChange={(unitId) => props.state.set({ unitId })} />
}

export function DaysFilter(props: { readonly state: ListState; readonly from: string; readonly to: string; readonly label: string }): ReactNode {
  const day = (name: string): dayjs.Dayjs | null => (props.state.value(name) ? dayjs(props.state.value(name)) : null)
  return (
    <DatePicker.RangePicker
      className="gk-filter-days"
      aria-label={props.label}
      placeholder={[`${props.label}从`, '到']}
      value={[day(props.from), day(props.to)]}
      allowEmpty={[true, true]}
      onChange={(days) => props.state.set({ [props.from]: days?.[0]?.format('YYYY-MM-DD'), [props.to]: days?.[1]?.format('YYYY-MM-DD') })}
    />
  )
}
