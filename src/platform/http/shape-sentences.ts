// What a schema found wrong, said in Chinese to the person at the form; a sentence in the schema itself goes first.
import type { z } from 'zod'

const units: Readonly<Record<string, string>> = { string: '个字', array: '项', set: '项', file: '字节' }
const formats: Readonly<Record<string, string>> = {
  date: '请填写正确的日期，例如2026-11-22',
  datetime: '请填写正确的时间',
  email: '请填写正确的电子邮箱',
  url: '请填写正确的网址',
  uuid: '编号不正确',
  regex: '格式不正确',
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'string' && Number(issue.minimum) === 1) return '请填写此项'
  if (issue.origin === 'array' && Number(issue.minimum) === 1) return '请至少选择一项'
  return units[issue.origin] ? `至少${issue.minimum}${units[issue.origin]}` : `不能小于${issue.minimum}`
}

const tooBig = (issue: z.core.$ZodIssueTooBig): string => (units[issue.origin] ? `不超过${issue.maximum}${units[issue.origin]}` : `不能大于${issue.maximum}`)

/** The error map given to every parse of the office API. */
export function shapeSentence(raw: z.core.$ZodRawIssue): string {
  const issue = raw as z.core.$ZodIssue & { input?: unknown }
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === '' ? '请填写此项' : '填写的内容类型不正确'
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return formats[issue.format] ?? '格式不正确'
    case 'not_multiple_of':
      return `须为${issue.divisor}的倍数`
    case 'invalid_value':
      return '请从给出的选项中选择'
    case 'unrecognized_keys':
      return `不认识的项目：${issue.keys.join('、')}`
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
      return '填写的内容不正确'
  }
}
