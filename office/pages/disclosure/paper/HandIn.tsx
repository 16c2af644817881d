// Photographs and scans are handed in one after the other; of each it is said at once what became of it.
import { CameraOutlined, FileImageOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react'
import { Link } from 'react-router'
import { postPhotos, type HandedInRow } from '../../../../src/modules/disclosure/http/paper-contract.ts'
import { upload } from '../../../api/upload.ts'
import { paths } from '../../../paths.ts'
import { StateTag } from '../../../ui/StateTag.tsx'

const words = { filed: '已归入', unfiled: '待归入', twice: '重复', refused: '未接收' } as const
const tones = { filed: 'good', unfiled: 'soon', twice: 'neutral', refused: 'bad' } as const

interface Sent {
  readonly key: string
  readonly name: string
  /** Part that has arrived, 0 to 1; then it is being read. */
  readonly part: number
  readonly rows: readonly HandedInRow[] | null
}

const failed = (name: string, cause: unknown): HandedInRow => ({
  as: 'refused',
  name,
  sentence: cause instanceof Error ? cause.message : '上传失败，请重试。',
  code: null,
  photoId: null,
  filed: null,
})

export function HandIn(): ReactNode {
  const client = useQueryClient()
  const camera = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [busy, setBusy] = useState(false)
  const change = (key: string, values: Partial<Sent>): void => setSent((all) => all.map((one) => (one.key === key ? { ...one, ...values } : one)))

  const send = async (files: readonly File[]): Promise<void> => {
    const queue = files.map((file, at) => ({ file, key: `${Date.now()}-${at}` }))
    setSent((before) => [...queue.map(({ file, key }) => ({ key, name: file.name, part: 0, rows: null })), ...before])
    setBusy(true)
    for (const { file, key } of queue) {
      const rows = await upload(postPhotos, {}, [file], {}, (part) => change(key, { part })).answer.then(
        (answer) => answer.rows,
        (cause: unknown) => [failed(file.name, cause)],
      )
      change(key, { rows })
    }
    setBusy(false)
    await client.invalidateQueries()
  }
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    if (files.length > 0) void send(files)
  }
  return (
    <section className="gk-surface gk-hand-in" aria-label="上传签字的审查表">
      <div className="gk-hand-in-tools">
        <input ref={camera} type="file" accept="image/jpeg,image/png" capture="environment" aria-label="拍照" hidden onChange={chosen} />
        <input ref={folder} type="file" accept=".jpg,.jpeg,.png,.pdf" multiple aria-label="照片或者扫描件" hidden onChange={chosen} />
        <Button type="primary" icon={<CameraOutlined />} disabled={busy} onClick={() => camera.current?.click()}>
          拍照上传
        </Button>
        <Button icon={<FileImageOutlined />} disabled={busy} onClick={() => folder.current?.click()}>
          选择照片或者扫描件
        </Button>
        <span className="gk-muted">JPG、PNG照片或者PDF扫描件，可以一次选多个；右上角的二维码要拍全。</span>
      </div>
      {sent.length > 0 && (
        <ul className="gk-rows" aria-live="polite">
          {sent.map((one) =>
            one.rows === null ? (
              <li key={one.key}>
                <div className="gk-rows-main">{one.name}</div>
                <StateTag title={one.part < 1 ? `正在上传 ${Math.round(one.part * 100)}%` : '正在识别编号'} tone="neutral" />
              </li>
            ) : (
              one.rows.map((row, at) => (
                <li key={`${one.key} ${at}`}>
                  <div className="gk-rows-main">
                    {row.name}
                    <span className="gk-cell-sub">{row.sentence}</span>
                    {row.filed && (
                      <Link to={paths.edition(row.filed.editionId)}>{row.filed.nextTitle === null ? '查看信息' : `去办理“${row.filed.nextTitle}”`}</Link>
                    )}
                  </div>
                  <StateTag title={words[row.as]} tone={row.as === 'filed' && row.filed?.stand !== 'current' ? 'soon' : tones[row.as]} />
                </li>
              ))
            ),
          )}
        </ul>
      )}
    </section>
  )
}
