// The fields of an edition beside its text, each with its rule and what the server finds wrong with it.
import { Cascader, Form, Input, Radio, Select, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { readDocumentNumber } from '../../../src/kernel/document-number.ts'
import { documentKinds } from '../../../src/law/document-kinds.ts'
import { themes } from '../../../src/law/themes.ts'
import type { EditionContent } from '../../../src/modules/disclosure/http/contract.ts'
import { disclosureModes, fieldTitles, modeArticles, validities, type ContentField } from '../../../src/modules/disclosure/law/metadata.ts'
import { articleText } from '../../ui/article.ts'
import { lineOfKind } from '../../../src/law/lines.ts'
import { useUnitNames } from '../../ui/UnitSelect.tsx'
import { ColumnsSelect } from '../../ui/ColumnSelect.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { DocumentSelect } from './DocumentSelect.tsx'

export interface Finding {
  readonly code: string
  readonly sentence: string
  readonly field?: string | undefined
}

export interface MetadataFormProps {
  readonly content: EditionContent
  readonly findings: readonly Finding[]
  readonly documentId: string
  readonly unitId: string
  readonly replacedByTitle: string | null
  /** From the second edition on, the public is told what changed. */
  readonly revises: boolean
  readonly change: (patch: Partial<EditionContent>) => void
}

const themeOptions = Object.entries(themes).map(([first, leaves]) => ({
  value: first,
  label: first,
  children: leaves.map((leaf) => ({ value: leaf, label: leaf })),
}))

/** Shown under the field once it has been touched: typing is not interrupted by complaints. */
function NumberField(props: { readonly value: string | null; readonly onChange: (value: string | null) => void }): ReactNode {
  const [note, setNote] = useState('')
  const settle = (): void => {
    const text = (props.value ?? '').trim()
    setNote('')
    if (text === '') return props.onChange(null)
    const read = readDocumentNumber(text)
    if (!read) return setNote('认不出这个文号，一般写作“青政办发〔2026〕12号”。')
    if (read.doubtful) setNote(`请核对：是不是“${read.text}”？`)
    else if (read.text !== text) setNote(`已规范为“${read.text}”。`)
    if (!read.doubtful) props.onChange(read.text)
  }
  return (
    <>
      <Input
        id="edition-documentNumber"
        value={props.value ?? ''}
        placeholder="青政办发〔2026〕12号"
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={settle}
      />
      {note !== '' && (
        <div className="gk-field-note" role="status">
          {note}
        </div>
      )}
    </>
  )
}

export function MetadataForm(props: MetadataFormProps): ReactNode {
  const { content, change, findings } = props
  const unit = useUnitNames().find((one) => one.id === props.unitId)
  const line = unit && lineOfKind(unit.kind)
  const found = (field: ContentField): string | undefined => findings.find((finding) => finding.field === field)?.sentence
  const item = (field: ContentField, control: ReactNode, extra?: ReactNode): ReactNode => {
    const wrong = found(field)
    return (
      <Form.Item label={fieldTitles[field]} htmlFor={`edition-${field}`} {...(wrong ? { validateStatus: 'warning' as const, help: wrong } : {})} extra={extra}>
        {control}
      </Form.Item>
    )
  }
  const proactive = content.disclosureMode === 'proactive' || content.disclosureMode === 'internal'
  return (
    <Form layout="vertical" component="div" className="gk-metadata">
      {props.revises && (
        <>
          <h3>修订</h3>
          {item(
            'changeNote',
            <Input.TextArea
              id="edition-changeNote"
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={500}
              value={content.changeNote}
              onChange={(event) => change({ changeNote: event.target.value })}
            />,
            '改了什么、为什么改；公众会在变更历史里看到。',
          )}
        </>
      )}
      <h3>分类</h3>
      {item(
        'kind',
        <Select
          id="edition-kind"
          showSearch
          value={content.kind}
          options={documentKinds.map((kind) => ({ value: kind, label: kind }))}
          onChange={(kind) => change({ kind })}
        />,
      )}
      {item(
        'theme',
        <Cascader
          id="edition-theme"
          value={content.theme?.split('\\') ?? []}
          options={themeOptions}
          showSearch
          placeholder="选到最末一级"
          displayRender={(labels) => labels.join(' / ')}
          onChange={(path) => change({ theme: path ? path.join('\\') : null })}
        />,
      )}
      {item('columnIds', <ColumnsSelect id="edition-columnIds" line={line} value={content.columnIds} onChange={(columnIds) => change({ columnIds })} />)}
      {item(
        'keywords',
        <Select
          id="edition-keywords"
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[' ', '，', ',', '；', ';', '、']}
          value={content.keywords}
          placeholder="输入后按回车"
          onChange={(keywords) => change({ keywords })}
        />,
      )}
      {item(
        'summary',
        <Input.TextArea
          id="edition-summary"
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          showCount
          value={content.summary}
          onChange={(event) => change({ summary: event.target.value })}
        />,
      )}
      <h3>文号与日期</h3>
      {item('documentNumber', <NumberField value={content.documentNumber} onChange={(documentNumber) => change({ documentNumber })} />)}
      {item(
        'draftedOn',
        <DayField id="edition-draftedOn" value={content.draftedOn} onChange={(draftedOn) => change({ draftedOn })} />,
        '落款的日期。发布日期由系统在发布时记录。',
      )}
      {item('effectiveOn', <DayField id="edition-effectiveOn" value={content.effectiveOn} onChange={(effectiveOn) => change({ effectiveOn })} />)}
      {item('expiresOn', <DayField id="edition-expiresOn" value={content.expiresOn} onChange={(expiresOn) => change({ expiresOn })} />)}
      {item(
        'validity',
        <Select
          id="edition-validity"
          value={content.validity}
          options={optionsOf(validities)}
          onChange={(validity) => change({ validity, ...(validity === 'valid' ? { replacedBy: null } : {}) })}
        />,
      )}
      {content.validity !== 'valid' &&
        item(
          'replacedBy',
          <DocumentSelect
            id="edition-replacedBy"
            value={content.replacedBy}
            title={props.replacedByTitle}
            except={props.documentId}
            onChange={(replacedBy) => change({ replacedBy })}
          />,
        )}
      <h3>公开方式</h3>
      {item(
        'disclosureMode',
        <Radio.Group
          id="edition-disclosureMode"
          value={content.disclosureMode}
          options={optionsOf(disclosureModes)}
          onChange={(event) => change({ disclosureMode: event.target.value as EditionContent['disclosureMode'] })}
        />,
      )}
      {!proactive &&
        item(
          'modeArticle',
          <Select
            id="edition-modeArticle"
            value={content.modeArticle}
            placeholder="选择条款"
            popupMatchSelectWidth={420}
            options={Object.entries(modeArticles).map(([value, title]) => ({ value, label: `${articleText(value)}：${title}` }))}
            onChange={(modeArticle) => change({ modeArticle })}
          />,
        )}
      {!proactive &&
        item(
          'modeReason',
          <Input.TextArea
            id="edition-modeReason"
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={content.modeReason}
            onChange={(event) => change({ modeReason: event.target.value })}
          />,
        )}
      {item(
        'important',
        <Switch
          id="edition-important"
          checked={content.important}
          checkedChildren="是"
          unCheckedChildren="否"
          onChange={(important) => change({ important })}
        />,
        '重要信息由分管领导同意后，报主要领导签发。',
      )}
      <h3>来源</h3>
      {item(
        'responsibleDepartment',
        <Input
          id="edition-responsibleDepartment"
          maxLength={100}
          value={content.responsibleDepartment}
          onChange={(event) => change({ responsibleDepartment: event.target.value })}
        />,
      )}
      {item(
        'source',
        <Input
          id="edition-source"
          maxLength={100}
          value={content.source}
          placeholder="转载的，写明来源单位"
          onChange={(event) => change({ source: event.target.value })}
        />,
      )}
      {item(
        'sourceUrl',
        <Input
          id="edition-sourceUrl"
          type="url"
          maxLength={500}
          value={content.sourceUrl ?? ''}
          placeholder="https://"
          onChange={(event) => change({ sourceUrl: event.target.value || null })}
        />,
      )}
    </Form>
  )
}
