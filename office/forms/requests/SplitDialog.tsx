// 分案: the parts are written down, each gets a number and a query code, and the codes are shown this once.
import { Button, Form, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { getRequest, type RequestSheet } from '../../../src/modules/requests/http/contract.ts'
import { postSplit, type SplitAnswer } from '../../../src/modules/requests/http/related-contract.ts'
import { steps } from '../../../src/modules/requests/law/steps.ts'
import { useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'

interface Values {
  readonly text: string
  readonly parts: readonly { readonly subject: string; readonly description: string }[]
}

const needed = (message: string) => [{ required: true, whitespace: true, min: 2, message }]

export function SplitDialog(props: { readonly open: boolean; readonly sheet: RequestSheet; readonly onClose: () => void }): ReactNode {
  const { open, sheet, onClose } = props
  const send = useSend(postSplit, { until: getRequest })
  const [made, setMade] = useState<SplitAnswer['parts'] | null>(null)
  return (
    <>
      <FormDialog<Values>
        open={open}
        title={`分案：${sheet.number}`}
        okText="分案"
        width={720}
        initial={{ parts: [{ subject: '', description: '' }] }}
        note={steps.split.confirm}
        onClose={onClose}
        onSubmit={async ({ text, parts }) => {
          const named = parts.map((part) => ({ ...part, id: crypto.randomUUID() }))
          setMade((await send.mutateAsync({ params: { id: sheet.id }, body: { seen: sheet.seen, text, parts: named } })).parts)
        }}
      >
        <p className="gk-lines gk-muted gk-follows">{sheet.description}</p>
        <Form.Item name="text" label={steps.split.text} rules={needed('请写明理由和本件保留的内容')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={3000} />
        </Form.Item>
        <Form.List name="parts">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, at) => (
                <section key={field.key} className="gk-request-part" aria-label={`分出的第 ${at + 1} 件`}>
                  <h3 className="gk-request-head">
                    分出的第 {at + 1} 件
                    {fields.length > 1 && (
                      <Button type="link" size="small" onClick={() => remove(field.name)}>
                        去掉
                      </Button>
                    )}
                  </h3>
                  <Form.Item name={[field.name, 'subject']} label="内容概要" rules={needed('请填写内容概要')}>
                    <Input maxLength={200} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'description']} label="所需信息" rules={needed('请填写所需信息')}>
                    <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
                  </Form.Item>
                </section>
              ))}
              {fields.length < 9 && <Button onClick={() => add({ subject: '', description: '' })}>再分一件</Button>}
            </>
          )}
        </Form.List>
      </FormDialog>
      <Modal
        open={made !== null}
        title="已经分案"
        closable={false}
        footer={
          <Button type="primary" onClick={() => setMade(null)}>
            知道了
          </Button>
        }
      >
        <p className="gk-follows">请将编号和查询码告知申请人。查询码只显示这一次。</p>
        <ul className="gk-rows" aria-label="分出的申请">
          {made?.map(({ id, number, queryCode }) => (
            <li key={id}>
              <Link to={paths.request(id)} target="_blank" className="gk-figure">
                {number}
              </Link>
              <span>
                查询码 <strong className="gk-figure">{queryCode}</strong>
              </span>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  )
}
