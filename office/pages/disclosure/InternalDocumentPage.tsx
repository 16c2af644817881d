// One piece of information that is disclosed inside; opening it is what counts as reading.
import { useEffect, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { getInternal, getInternalAttachment, getInternalPage, putInternalReading } from '../../../src/modules/disclosure/http/internal-contract.ts'
import { internalReaches } from '../../../src/modules/disclosure/law/internal-reach.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { bytesText, whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel, SheetPage } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

export function InternalDocumentPage(): ReactNode {
  const { documentId = '' } = useParams()
  const answer = useAnswer(getInternal, { params: { documentId } })
  const { mutate } = useSend(putInternalReading, { quiet: true })
  const editionId = answer.data?.editionId
  useEffect(() => {
    if (editionId !== undefined) mutate({ params: { documentId } })
  }, [documentId, editionId, mutate])
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const { title, unitName, reach, publishedAt, readAt, attachments } = answer.data
  return (
    <SheetPage
      head={<PageHead title={title} crumbs={[{ title: '内部公开', path: paths.internal }, { title: '信息' }]} />}
      side={
        <Panel>
          <Facts
            narrow
            rows={[
              ['单位', unitName],
              ['公开范围', internalReaches[reach]],
              ['发布', whenText(publishedAt)],
              ['本人阅读', readAt ? whenText(readAt) : '现在'],
            ]}
          />
        </Panel>
      }
    >
      <Panel title="正文">
        <div className="gk-preview gk-preview-desktop">
          <iframe title="正文" src={addressOf(getInternalPage, { params: { documentId } })} sandbox="allow-same-origin" />
        </div>
      </Panel>
      {attachments.length > 0 && (
        <Panel title="附件">
          <ul className="gk-rows">
            {attachments.map((one) => (
              <li key={one.attachmentId}>
                <div className="gk-rows-main">
                  <a href={addressOf(getInternalAttachment, { params: { documentId, attachmentId: one.attachmentId } })} download>
                    {one.name}
                  </a>
                  <span className="gk-cell-sub">{bytesText(one.bytes)}</span>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </SheetPage>
  )
}
