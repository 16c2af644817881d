// Loads a list of wrong words: what would change is told first.
import { Alert, App, Button, Modal, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { postWordImport } from '../../../src/modules/gate/http/contract.ts'
import { upload } from '../../api/upload.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

type Loaded = AnswerOf<typeof postWordImport>

/** A list is read first and told; only then it is taken over. */
export function ImportWords(props: { readonly open: boolean; readonly onClose: () => void; readonly onDone: () => void }): ReactNode {
  const { message } = App.useApp()
  const [file, setFile] = useState<File | null>(null)
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const send = async (chosen: File, apply: boolean): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      const answer = await upload(postWordImport, {}, [chosen], { apply: String(apply) }, () => {}).answer
      if (!apply) return setLoaded(answer)
      void message.success(`已导入：新增${answer.added}条，修改${answer.changed}条`)
      props.onDone()
      close()
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  const close = (): void => {
    setFile(null)
    setLoaded(null)
    setError(null)
    props.onClose()
  }
  const changes = (loaded?.added ?? 0) + (loaded?.changed ?? 0)
  return (
    <Modal
      open={props.open}
      title="导入错敏词表"
      okText="确认导入"
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ disabled: file === null || changes === 0 }}
      onOk={() => file && void send(file, true)}
      onCancel={close}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <p className="gk-follows">使用导出的表格格式：错误写法、正确写法、例外、程度、备注。先列出变化，确认后才生效。</p>
      <ErrorNote error={error} />
      <Upload
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={{ showRemoveIcon: false }}
        beforeUpload={(chosen) => {
          setFile(chosen)
          void send(chosen, false)
          return false
        }}
      >
        <Button loading={busy}>选择文件（Excel或CSV）</Button>
      </Upload>
      {loaded && (
        <Alert
          className="gk-note-above"
          type={loaded.refused.length > 0 ? 'warning' : 'info'}
          showIcon
          title={`新增${loaded.added}条，修改${loaded.changed}条，${loaded.same}条没有变化，${loaded.refused.length}条不能导入。`}
          description={
            loaded.refused.length > 0 && (
              <ul className="gk-plain-list">
                {loaded.refused.slice(0, 10).map((row) => (
                  <li key={row.row}>
                    第{row.row}行“{row.wrong}”：{row.sentence}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
    </Modal>
  )
}
