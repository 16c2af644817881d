// The report of one imported file: what was recognised, what is doubtful, what was lost, what was left out.
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { getImportOriginal, type postImports } from '../../../src/modules/disclosure/http/import-contract.ts'
import { importFormats } from '../../../src/modules/disclosure/law/import-formats.ts'
import { addressOf } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { bytesText } from '../../ui/format.ts'
import { Facts } from '../../ui/SheetPage.tsx'
import { OutcomeTag } from './import-words.tsx'

export type ImportResult = AnswerOf<typeof postImports>['reports'][number]
type Finding = ImportResult['report']['recognised'][number]

/** By the ending of the name, else as it was found. */
function formatTitle(name: string, format: string): string {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  return Object.entries(importFormats).find(([key]) => key === ending)?.[1].title ?? format
}

function Findings(props: { readonly title: string; readonly tone: 'good' | 'soon' | 'bad' | 'muted'; readonly findings: readonly Finding[] }): ReactNode {
  if (props.findings.length === 0) return null
  return (
    <section className="gk-findings">
      <h3 className={`gk-${props.tone}`}>
        {props.title}（{props.findings.length}）
      </h3>
      <ul className="gk-plain-list">
        {props.findings.map((finding) => (
          <li key={finding.code + finding.quote + finding.sentence}>{finding.sentence}</li>
        ))}
      </ul>
    </section>
  )
}

export function ImportReport(props: { readonly result: ImportResult }): ReactNode {
  const { report, importId, editionId, sameAs } = props.result
  const { structure, file } = report
  return (
    <div className="gk-report">
      {report.refusal && <Alert className="gk-note" type="error" showIcon title={report.refusal.sentence} />}
      {sameAs && (
        <Alert
          className="gk-note"
          type="warning"
          showIcon
          title={
            <>
              内容完全相同的文件以前导入过：{sameAs.editionId ? <Link to={paths.edition(sameAs.editionId)}>{sameAs.title || '查看'}</Link> : sameAs.title}
              。这次仍然生成了一条，重复的请作废。
            </>
          }
        />
      )}
      <Facts
        rows={[
          ['结果', <OutcomeTag key="outcome" outcome={report.outcome} />],
          ['标题', editionId ? <Link to={paths.edition(editionId)}>{report.title || '（没有认出标题）'}</Link> : report.title],
          ['成文日期', report.draftedOn],
          ['发文字号', report.documentNumber],
          ['落款', report.signedBy],
          [
            '格式',
            [
              formatTitle(file.name, file.format),
              file.encoding,
              file.pages === null ? null : `${file.pages} 页`,
              bytesText(file.bytes),
              file.hasText ? null : '无文字层',
            ]
              .filter(Boolean)
              .join(' · '),
          ],
          [
            '结构',
            report.outcome === 'draft'
              ? `${structure.characters} 字，${structure.headings} 个标题，${structure.paragraphs} 段，${structure.tables} 张表，${structure.lists} 个列表，${structure.pictures} 张图，接上断行 ${structure.joinedLines} 处`
              : '—',
          ],
          [
            '原文件',
            report.outcome === 'refused' ? (
              '没有收下'
            ) : (
              <a href={addressOf(getImportOriginal, { params: { importId } })} download>
                下载原文件
              </a>
            ),
          ],
          [
            'SHA-256',
            <code key="hash" className="gk-hash">
              {file.sha256}
            </code>,
          ],
        ]}
      />
      {report.fields.length > 0 && (
        <section className="gk-findings">
          <h3>原网页上的要素</h3>
          <Facts rows={report.fields.map((field) => [field.label, field.value] as const)} />
        </section>
      )}
      <Findings title="需要核对" tone="soon" findings={report.doubtful} />
      <Findings title="没有保留下来" tone="bad" findings={report.lost} />
      <Findings title="认出来的" tone="good" findings={report.recognised} />
      <Findings title="略去的页面部件" tone="muted" findings={report.dropped} />
      {structure.outline.length > 0 && (
        <section className="gk-findings">
          <h3>目录</h3>
          <ul className="gk-outline">
            {structure.outline.map((heading, at) => (
              // headings may repeat; their place tells them apart
              <li key={`${at}-${heading.text}`} className={`gk-outline-${Math.min(heading.level, 4)}`}>
                {heading.text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
