// What an edition changes against the one before it: fields, paragraphs, attachments.
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { getComparison, getEdition } from '../../../src/modules/disclosure/http/contract.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { untitled } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { ComparedText } from '../../ui/ComparedText.tsx'

export function ComparisonPage(): ReactNode {
  const { editionId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const other = search.get('with')
  const edition = useAnswer(getEdition, { params: { editionId } })
  const answer = useAnswer(getComparison, { params: { editionId }, query: other ? { with: other } : {} })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const { before, after, fields, paragraphs, attachments } = answer.data
  const others = (edition.data?.editions ?? []).filter((one) => one.editionId !== editionId)
  const nothing =
    before !== null && fields.length === 0 && attachments.added.length + attachments.removed.length === 0 && paragraphs.every((one) => one.kind === 'same')
  return (
    <>
      <PageHead
        title="版本比较"
        crumbs={[{ title: '信息管理', path: paths.editions }, { title: after.title || untitled, path: paths.edition(editionId) }, { title: '版本比较' }]}
        note={
          before
            ? `第${before.number}版（${before.stateTitle}，${whenText(before.updatedAt)}） → 第${after.number}版（${after.stateTitle}，${whenText(after.updatedAt)}）`
            : ''
        }
        main={
          others.length > 1 && (
            <Select
              aria-label="与哪一版比较"
              value={before?.editionId ?? null}
              options={others.map((one) => ({ value: one.editionId, label: `与第${one.number}版比较（${one.stateTitle}）` }))}
              onChange={(id: string | null) => id && setSearch({ with: id })}
            />
          )
        }
      />
      {before === null && <EmptyNote what="这是第一版，没有可以比较的上一版。" how="信息发布后，点“修订（新版本）”起草下一版，就可以在这里比较。" />}
      {nothing && <EmptyNote what="两版内容相同。" />}
      {fields.length > 0 && (
        <Panel title="要素">
          <div className="gk-scroll">
            <table className="gk-plain-table">
              <thead>
                <tr>
                  <th>要素</th>
                  <th>原来</th>
                  <th>现在</th>
                </tr>
              </thead>
              <tbody>
                {fields.map((field) => (
                  <tr key={field.field}>
                    <th scope="row">{field.title}</th>
                    <td>{field.before || <span className="gk-muted">（空）</span>}</td>
                    <td>{field.after || <span className="gk-muted">（空）</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
      {before !== null && paragraphs.length > 0 && (
        <Panel title="正文">
          <ComparedText paragraphs={paragraphs} />
        </Panel>
      )}
      {attachments.added.length + attachments.removed.length > 0 && (
        <Panel title="附件">
          <ul className="gk-plain-list">
            {attachments.added.map((name) => (
              <li key={`a${name}`}>
                新增 <ins>{name}</ins>
              </li>
            ))}
            {attachments.removed.map((name) => (
              <li key={`r${name}`}>
                去掉 <del>{name}</del>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
