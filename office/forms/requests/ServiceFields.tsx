// 送达: by which way a letter or an answer reached the person, and what proves it.
import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { serviceWays, type ServiceWayName } from '../../../src/modules/requests/law/service.ts'

export function ServiceFields({ agreedOn }: { readonly agreedOn: string | null }): ReactNode {
  return (
    <>
      <Form.Item name={['service', 'way']} label="送达方式" rules={[{ required: true, message: '请选择送达方式' }]}>
        <Select
          options={(Object.keys(serviceWays) as ServiceWayName[]).map((value) => ({
            value,
            label: `${serviceWays[value].title}（以${serviceWays[value].day}计）`,
          }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {(form) => {
          const way = form.getFieldValue(['service', 'way']) as ServiceWayName | undefined
          return way ? (
            <>
              <Form.Item
                name={['service', 'proof']}
                label={serviceWays[way].proof}
                rules={[{ required: true, whitespace: true, message: `请填写${serviceWays[way].proof}` }]}
              >
                <Input maxLength={200} />
              </Form.Item>
              {way === 'electronic' && (
                <Form.Item
                  name={['service', 'consent']}
                  valuePropName="checked"
                  {...(agreedOn ? { extra: `申请人 ${agreedOn} 同意，邮箱见申请人身份。` } : {})}
                >
                  <Checkbox>申请人已经同意电子送达</Checkbox>
                </Form.Item>
              )}
            </>
          ) : null
        }}
      </Form.Item>
    </>
  )
}
