// 文件 on the page of an application: upload, redact, send along with the answer, delete.
import { Alert, App, Button, Tag, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { RequestSheet } from '../../../src/modules/requests/http/contract.ts'
import {
  deleteEnclosure,
  deleteFile,
  getFile,
  listFiles,
  postFiles,
  type RequestFileRow,
  type RequestFiles,
} from '../../../src/modules/requests/http/file-contract.ts'
import { outcomes } from '../../../src/modules/requests/law/outcomes.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { upload } from '../../api/upload.ts'
import { EncloseDialog } from '../../forms/requests/EncloseDialog.tsx'
import { paths } from '../../paths.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { bytesText, whenText } from '../../ui/format.ts'
import { Panel } from '../../ui/SheetPage.tsx'

function UploadButton(props: { readonly requestId: string; readonly onDone: () => void }): ReactNode {
  const { message } = App.useApp()
  const [part, setPart] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [refused, setRefused] = useState<readonly string[]>([])
  const send = async (files: readonly File[]): Promise<void> => {
    setPart(0)
    setError(null)
    setRefused([])
    try {
      const answer = await upload(postFiles, { params: { id: props.requestId } }, files, {}, setPart).answer
      setRefused(answer.refused.map(({ sentence }) => sentence))
      if (answer.added > 0) void message.success(`已上传 ${answer.added} 个文件`)
      props.onDone()
    } catch (cause) {
      setError(cause)
    } finally {
      setPart(null)
    }
  }
  return (
    <>
      <ErrorNote error={error} />
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          closable
          className="gk-request-note"
          title="有文件没有收下"
          description={refused.map((one) => (
            <p key={one}>{one}</p>
          ))}
        />
      )}
      <Upload
        multiple
        showUploadList={false}
        beforeUpload={(file, chosen) => {
          if (chosen[0] === file) void send(chosen)
          return false
        }}
      >
        <Button loading={part !== null}>{part === null ? '上传文件' : `正在上传 ${Math.round(part * 100)}%`}</Button>
      </Upload>
    </>
  )
}

/** Where something was removed, by ground, and what was checked. */
function CopyFacts({ copy }: { readonly copy: NonNullable<RequestFileRow['copy']> }): ReactNode {
  const byGround = Map.groupBy(copy.passages, ({ ground }) => ground)
  return (
    <>
      <span className="gk-cell-sub">
        遮盖自“{copy.of}”，{copy.boxes} 处。
        {[...byGround].map(([ground, all]) => `${outcomes[ground].title}：${[...new Set(all.map(({ place }) => place))].join('、')}`).join('；')}
      </span>
      {copy.toLookAt.length > 0 && <span className="gk-cell-sub gk-soon">请逐一查看：{copy.toLookAt.join('、')}</span>}
      <details className="gk-cell-sub">
        <summary>核验记录</summary>
        <ul className="gk-file-checks">
          {copy.checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
          {copy.dropped.length > 0 && <li>没有带入：{copy.dropped.join('、')}</li>}
        </ul>
      </details>
    </>
  )
}

interface RowProps {
  readonly file: RequestFileRow
  readonly sheet: RequestSheet
  readonly rights: Omit<RequestFiles, 'files'>
  readonly onEnclose: () => void
}

function FileRow({ file, sheet, rights, onEnclose }: RowProps): ReactNode {
  const params = { id: sheet.id, fileId: file.fileId }
  const remove = useSend(deleteFile, { until: listFiles })
  const takeBack = useSend(deleteEnclosure, { until: listFiles })
  const { enclosure } = file
  return (
    <li className={file.copy ? 'gk-file gk-file-copy' : 'gk-file'}>
      <div className="gk-rows-main">
        <a href={addressOf(getFile, { params })} download>
          {file.name}
        </a>{' '}
        {file.copy && <Tag>遮盖副本</Tag>}
        {enclosure && <Tag color="blue">随答复送达</Tag>}
        <span className="gk-cell-sub">
          {bytesText(file.bytes)} · {whenText(file.addedAt)} {file.addedByName}
          {file.copy ? '生成' : '上传'} · <span title={`SHA-256：${file.sha256}`}>校验值 {file.sha256.slice(0, 12)}</span>
        </span>
        {file.copy && <CopyFacts copy={file.copy} />}
        {enclosure && (
          <span className="gk-cell-sub">
            {enclosure.byName} {whenText(enclosure.at)} 确定随附
            {enclosure.declaration && `，说明：${enclosure.declaration}`}
            {enclosure.looked && '，图片页面已逐一查看'}
          </span>
        )}
      </div>
      <div className="gk-file-acts">
        {rights.mayHandle && file.redactable && <Link to={paths.requestRedaction(sheet.id, file.fileId)}>遮盖</Link>}
        {rights.mayEnclose && !enclosure && (
          <Button size="small" onClick={onEnclose}>
            随附
          </Button>
        )}
        {rights.mayEnclose && enclosure && (
          <>
            {file.copy === null && (
              <Button size="small" onClick={onEnclose}>
                改说明
              </Button>
            )}
            <ConfirmButton
              label="取消随附"
              question={`不再随答复送达“${file.name}”？`}
              follows="文件保留在这里，可以再次随附。"
              okText="取消随附"
              button={{ size: 'small' }}
              onConfirm={() => takeBack.mutateAsync({ params })}
            />
          </>
        )}
        {rights.mayDelete && !enclosure && file.copies === 0 && (
          <ConfirmButton
            danger
            label="删除"
            question={`删除“${file.name}”？`}
            follows="删除后不能恢复，需要时重新上传。"
            okText="删除"
            button={{ size: 'small' }}
            onConfirm={() => remove.mutateAsync({ params })}
          />
        )}
      </div>
    </li>
  )
}

export function FilesPanel(props: { readonly sheet: RequestSheet }): ReactNode {
  const { sheet } = props
  const answer = useAnswer(listFiles, { params: { id: sheet.id } })
  const [enclosing, setEnclosing] = useState<RequestFileRow | null>(null)
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return null
  const { files, ...rights } = answer.data
  if (files.length === 0 && !rights.mayHandle) return null
  const bare = files.filter((one) => one.enclosure && one.copy === null && one.enclosure.declaration === '')
  return (
    <Panel title="文件">
      {rights.mayEnclose && bare.length > 0 && (
        <p className="gk-muted">
          随附的{bare.map(({ name }) => `“${name}”`).join('、')}没有遮盖；答复有不予公开内容的，须随附遮盖副本或者作出说明，否则不能送审、送达。
        </p>
      )}
      {files.length === 0 ? (
        <p className="gk-muted">还没有文件。上传准备提供给申请人的文件（每个不超过 20MB），文本、docx 和 PDF 可以遮盖不予公开的内容后随答复送达。</p>
      ) : (
        <ul className="gk-rows">
          {files.map((file) => (
            <FileRow key={file.fileId} file={file} sheet={sheet} rights={rights} onEnclose={() => setEnclosing(file)} />
          ))}
        </ul>
      )}
      {rights.mayHandle && (
        <div className="gk-file-upload">
          <UploadButton requestId={sheet.id} onDone={() => void answer.refetch()} />
        </div>
      )}
      <EncloseDialog file={enclosing} requestId={sheet.id} onClose={() => setEnclosing(null)} />
    </Panel>
  )
}
