// Holidays as rows of name, first and last day, and the weekend days that are worked.
import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DayField } from '../../ui/DayField.tsx'

export function HolidayFields(): ReactNode {
  return (
    <>
      <Form.List name="off">
        {(rows, { add, remove }) => (
          <fieldset className="gk-fieldset">
            <legend>放假</legend>
            {rows.map(({ key, name }) => (
              <div className="gk-range-row" key={key}>
                <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: '请填写节日名称' }]}>
                  <Input maxLength={20} aria-label={`第${name + 1}个节日的名称`} placeholder="节日" />
                </Form.Item>
                <Form.Item name={[name, 'from']}>
                  <DayField label={`第${name + 1}个节日放假第一天`} placeholder="第一天" />
                </Form.Item>
                <Form.Item name={[name, 'to']}>
                  <DayField label={`第${name + 1}个节日放假最后一天`} placeholder="最后一天" />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={`删去第${name + 1}个节日`}>
                  删去
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ name: '', from: '', to: '' })}>增加一段放假</Button>
          </fieldset>
        )}
      </Form.List>
      <Form.List name="worked">
        {(rows, { add, remove }) => (
          <fieldset className="gk-fieldset">
            <legend>调休上班的周六、周日</legend>
            <div className="gk-worked-row">
              {rows.map(({ key, name }) => (
                <div key={key}>
                  <Form.Item name={name}>
                    <DayField label={`第${name + 1}个调休上班日`} />
                  </Form.Item>
                  <Button onClick={() => remove(name)} aria-label={`删去第${name + 1}个调休上班日`}>
                    删去
                  </Button>
                </div>
              ))}
            </div>
            <Button onClick={() => add('')}>增加一个上班日</Button>
          </fieldset>
        )}
      </Form.List>
    </>
  )
}
