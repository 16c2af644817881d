// 发布渠道 on the sheet of a document: the website by its own register, the rest from the ledger.
import { Button, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { getDocumentArchive } from '../../../src/modules/channels/http/archive-contract.ts'
import { getDocumentChannels } from '../../../src/modules/channels/http/contract.ts'
import { channels } from '../../../src/modules/channels/law/channels.ts'
import { paths } from '../../paths.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { EnterDialog } from '../../forms/channels/EnterDialog.tsx'
import { useSession } from '../../shell/session.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'

export function ChannelsPanel(props: { readonly documentId: string; readonly title: string }): ReactNode {
  const { may } = useSession()
  const navigate = useNavigate()
  const answer = useAnswer(getDocumentChannels, { params: { documentId: props.documentId } }, { enabled: may('channel.read') })
  const [entering, setEntering] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const { data } = answer
  if (!data || (data.website === null && data.entries.length === 0)) return null
  return (
    <Panel
      title="发布渠道"
      extra={
        data.mayEnter && (
          <span className="gk-pair-tools">
            <Button size="small" onClick={() => void navigate(paths.forms(props.documentId))}>
              一稿多发
            </Button>
            <Button size="small" onClick={() => setEntering(true)}>
              登记发布渠道
            </Button>
          </span>
        )
      }
    >
      <ul className="gk-rows">
        {data.website && (
          <li>
            <div className="gk-rows-main">
              政府网站
              <span className="gk-cell-sub">
                <a href={data.website.address} target="_blank" rel="noreferrer">
                  {data.website.indexNumber}
                </a>
              </span>
            </div>
            <span className="gk-figure">{data.website.shownOn}</span>
          </li>
        )}
        {data.entries.map((entry) => (
          <li key={entry.entryId}>
            <div className="gk-rows-main">
              <Button type="link" className="gk-cell-link" onClick={() => setOpened(entry.entryId)}>
                {channels[entry.channel].title}
              </Button>
              {entry.struckAt && <Tag>已作废</Tag>}
              <span className="gk-cell-sub">
                {entry.place || entry.address}
                {entry.evidence > 0 && ` · 佐证${entry.evidence}件`}
              </span>
            </div>
            <span className="gk-figure">{entry.shownOn}</span>
          </li>
        ))}
      </ul>
      {may('archive.export') && (
        <p>
          <a href={addressOf(getDocumentArchive, { params: { documentId: props.documentId } })} download>
            下载公开档案（ZIP）
          </a>
        </p>
      )}
      <p className="gk-muted">
        不同渠道和方式公开相同信息计1条。
        {data.same.length > 0 && `与${data.same.map((one) => `《${one.title}》（${one.unitName}）`).join('、')}为同一信息。`}
      </p>
      <EnterDialog open={entering} document={{ value: props.documentId, label: props.title }} onClose={() => setEntering(false)} />
      <EntryDrawer entryId={opened} onClose={() => setOpened(null)} />
    </Panel>
  )
}
