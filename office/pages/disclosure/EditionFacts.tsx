// The fields of an edition as facts, with what still has to be put right.
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { EditionAnswer } from '../../../src/modules/disclosure/http/contract.ts'
import { disclosureModes, validities } from '../../../src/modules/disclosure/law/metadata.ts'
import { listColumns } from '../../../src/modules/publication/http/contract.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { articleText } from '../../ui/article.ts'
import { whenText } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/SheetPage.tsx'

export function EditionFacts(props: { readonly edition: EditionAnswer }): ReactNode {
  const { edition } = props
  const columns = useAnswer(listColumns, {}).data?.rows
  const columnNames = columns && edition.columnIds.map((columnId) => columns.find((column) => column.id === columnId)?.name ?? '（已删除的栏目）').join('、')
  return (
    <>
      {edition.editable && edition.findings.length > 0 && (
        <Alert
          className="gk-note"
          type="warning"
          showIcon
          title="提交审核前还要补正："
          description={
            <ul className="gk-plain-list">
              {edition.findings.map((finding) => (
                <li key={finding.code + (finding.field ?? '')}>{finding.sentence}</li>
              ))}
            </ul>
          }
          action={<Link to={paths.editionWork(edition.editionId)}>去编辑</Link>}
        />
      )}
      <Panel title="信息要素">
        <Facts
          rows={[
            ['索引号', edition.live?.indexNumber ?? '发布时自动编排'],
            ['发文字号', edition.documentNumber],
            ['公文种类', edition.kind],
            ['主题分类', edition.theme?.replace('\\', ' / ')],
            ['栏目', columnNames],
            ['关键词', edition.keywords.join('、')],
            ['成文日期', edition.draftedOn],
            ['发布日期', edition.live ? whenText(edition.live.publishedAt) : '发布时自动记录'],
            ['实施日期', edition.effectiveOn],
            ['失效日期', edition.expiresOn],
            [
              '有效性',
              <>
                {validities[edition.validity]}
                {edition.replacedByTitle && `，由《${edition.replacedByTitle}》替代`}
              </>,
            ],
            [
              '公开方式',
              `${disclosureModes[edition.disclosureMode]}${edition.modeReason ? `：${edition.modeReason}` : ''}${edition.modeArticle ? `（${articleText(edition.modeArticle)}）` : ''}`,
            ],
            ['责任部门', edition.responsibleDepartment],
            [
              '来源',
              edition.sourceUrl ? (
                <a href={edition.sourceUrl} target="_blank" rel="noreferrer">
                  {edition.source || edition.sourceUrl}
                </a>
              ) : (
                edition.source
              ),
            ],
            ['重要信息', edition.important ? '是，由主要领导签发' : '否'],
            ...(edition.changeNote ? ([['修订说明', edition.changeNote]] as const) : []),
            ...(edition.historic
              ? ([
                  ['原发布日期', edition.historic.originalPublishedOn],
                  ['原索引号', edition.historic.originalIndexNumber],
                  ['原地址', edition.historic.originalAddress],
                ] as const)
              : []),
            ['内容概述', edition.summary],
          ]}
        />
      </Panel>
    </>
  )
}
