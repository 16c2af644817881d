// Sends a file along with the answer: a redacted copy is looked at first, another file is spoken for where the answer withholds something.
import { App, Checkbox, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { listFiles, putEnclosure, type RequestFileRow } from '../../../src/modules/requests/http/file-contract.ts'
import { fileBounds } from '../../../src/modules/requests/law/files.ts'
import { useSend } from '../../api/hooks.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'

interface Values {
  readonly declaration?: string
  readonly looked?: boolean
}

export function EncloseDialog(props: { readonly file: RequestFileRow | null; readonly requestId: string; readonly onClose: () => void }): ReactNode {
  const { file } = props
  const { message } = App.useApp()
  const send = useSend(putEnclosure, { until: listFiles })
  const toLookAt = file?.copy?.toLookAt ?? []
  return (
    <FormDialog<Values>
      open={file !== null}
      title={file ? `随答复送达：${file.name}` : ''}
      okText="随答复送达"
      initial={{ declaration: file?.enclosure?.declaration ?? '' }}
      note="送审以后不能再改，送审的文件就是送达的文件。"
      onClose={props.onClose}
      onSubmit={async ({ declaration = '', looked = false }) => {
        if (!file) return
        await send.mutateAsync({ params: { id: props.requestId, fileId: file.fileId }, body: { declaration, looked } })
        void message.success(`“${file.name}”随答复送达`)
      }}
    >
      {toLookAt.length > 0 && (
        <Form.Item
          name="looked"
          valuePropName="checked"
          extra="图片里的文字程序无法核验，请打开副本看过再勾选。"
          rules={[{ validator: (_rule, value) => (value === true ? Promise.resolve() : Promise.reject(new Error('请先查看'))) }]}
        >
          <Checkbox>已逐一查看{toLookAt.join('、')}，没有应当遮盖的内容</Checkbox>
        </Form.Item>
      )}
      {file?.copy === null && (
        <Form.Item name="declaration" label="没有不予公开内容的说明" extra="答复有不予公开内容的，没有遮盖的文件须在这里说明；说明以您的名义记入案卷。">
          <Input.TextArea rows={3} maxLength={fileBounds.declaration} placeholder="例：该目录已经主动公开，没有不予公开的内容" />
        </Form.Item>
      )}
      {file?.copy && toLookAt.length === 0 && <p>遮盖副本已经核验，不含遮盖的内容。</p>}
    </FormDialog>
  )
}
