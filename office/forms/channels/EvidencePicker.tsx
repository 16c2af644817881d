// Photographs and scans chosen for an entry, sent when the form is.
import { Upload, type UploadFile } from 'antd'
import type { ReactNode } from 'react'
import { postEvidence } from '../../../src/modules/channels/http/contract.ts'
import { upload } from '../../api/upload.ts'

export function EvidencePicker(props: { readonly files: readonly File[]; readonly onChange: (files: File[]) => void }): ReactNode {
  const list: UploadFile[] = props.files.map((file, at) => ({ uid: String(at), name: file.name, status: 'done' }))
  return (
    <Upload.Dragger
      multiple
      className="gk-dragger"
      accept="image/jpeg,image/png,image/webp,image/tiff,application/pdf,.ofd"
      fileList={list}
      beforeUpload={(_file, chosen) => {
        if (chosen[0] === _file) props.onChange([...props.files, ...chosen].slice(0, 20))
        return false
      }}
      onRemove={(gone) => props.onChange(props.files.filter((_file, at) => String(at) !== gone.uid))}
    >
      <p>点击选择照片、扫描件，或者拖到这里</p>
      <p className="gk-muted">JPG、PNG、WEBP、TIF、PDF、OFD。手机上可以直接拍照。几条登记可以共用一张照片。</p>
    </Upload.Dragger>
  )
}

/** Sends the files to every entry; returns what was not taken, as sentences. */
export async function sendEvidence(entryIds: readonly string[], files: readonly File[]): Promise<string[]> {
  if (entryIds.length === 0 || files.length === 0) return []
  const answer = await upload(postEvidence, {}, files, { entryIds: entryIds.join(',') }, () => {}).answer
  return answer.refused.map((one) => one.sentence)
}
