// Where something was shown: channel, day, place, address; one row or several.
import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { AppearanceBody } from '../../../src/modules/channels/http/contract.ts'
import { channels, enteredChannels, type EnteredChannel } from '../../../src/modules/channels/law/channels.ts'
import { DayField } from '../../ui/DayField.tsx'

const options = enteredChannels.map((name) => ({ value: name, label: channels[name].title }))

/** `base` is the path of the row inside the form: empty where the form is one appearance. */
export function AppearanceFields(props: { readonly base: readonly (string | number)[]; readonly channel: EnteredChannel | undefined }): ReactNode {
  const { base, channel } = props
  const row = channel === undefined ? undefined : channels[channel]
  return (
    <div className="gk-appearance">
      <Form.Item name={[...base, 'channel']} label="渠道" rules={[{ required: true, message: '请选择渠道' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} placeholder="选择渠道" options={options} />
      </Form.Item>
      <Form.Item name={[...base, 'shownOn']} label="公开日期" rules={[{ required: true, message: '请选择日期' }]}>
        <DayField label="公开日期" allowClear={false} />
      </Form.Item>
      <Form.Item name={[...base, 'place']} label={row?.place ?? '位置'}>
        <Input maxLength={200} />
      </Form.Item>
      {(row === undefined || row.hasAddress) && (
        <Form.Item name={[...base, 'address']} label="网址">
          <Input maxLength={1000} placeholder="https://" />
        </Form.Item>
      )}
      <Form.Item name={[...base, 'note']} label="备注">
        <Input maxLength={500} />
      </Form.Item>
    </div>
  )
}

/** Rows of appearances, at least one. */
export function AppearanceList(props: { readonly today: string }): ReactNode {
  const values = Form.useWatch<Partial<AppearanceBody>[] | undefined>('appearances')
  return (
    <Form.List name="appearances">
      {(rows, { add, remove }) => (
        <>
          {rows.map((row, at) => (
            <fieldset key={row.key} className="gk-appearance-row">
              <legend>渠道{rows.length > 1 ? ` ${at + 1}` : ''}</legend>
              <AppearanceFields base={[row.name]} channel={values?.[row.name]?.channel} />
              {rows.length > 1 && (
                <Button size="small" type="text" onClick={() => remove(row.name)} aria-label={`去掉渠道 ${at + 1}`}>
                  去掉
                </Button>
              )}
            </fieldset>
          ))}
          {rows.length < 20 && <Button onClick={() => add({ shownOn: values?.at(-1)?.shownOn ?? props.today })}>再加一个渠道</Button>}
        </>
      )}
    </Form.List>
  )
}
