// The page as the public would see it, in a frame of desktop or phone width.
import type { ReactNode } from 'react'
import { getPreview } from '../../../src/modules/disclosure/http/contract.ts'
import { addressOf } from '../../api/client.ts'

export function Preview(props: { readonly editionId: string; readonly version: number; readonly width: 'desktop' | 'phone' }): ReactNode {
  const address = `${addressOf(getPreview, { params: { editionId: props.editionId } })}?v=${props.version}`
  return (
    <div className={`gk-preview gk-preview-${props.width}`}>
      <iframe title={props.width === 'phone' ? '手机预览' : '电脑预览'} src={address} sandbox="allow-same-origin" />
    </div>
  )
}
