// A calendar day in a form: shown by Ant Design's picker, held as `YYYY-MM-DD`.
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'

export function DayField(props: {
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  readonly onBlur?: () => void
  readonly id?: string
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly label?: string
  readonly allowClear?: boolean
}): ReactNode {
  const day = props.value ? dayjs(props.value) : null
  return (
    <DatePicker
      {...(props.id === undefined ? {} : { id: props.id })}
      className="gk-wide"
      value={day}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日']}
      disabled={props.disabled ?? false}
      allowClear={props.allowClear ?? true}
      placeholder={props.placeholder ?? '年-月-日'}
      aria-label={props.label}
      onBlur={props.onBlur}
      onChange={(next) => props.onChange?.(next ? next.format('YYYY-MM-DD') : null)}
    />
  )
}
