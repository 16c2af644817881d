// How grave a finding in a report is, in words and colour.
import type { Severity } from '../../../src/modules/reports/law/findings.ts'
import type { Tone } from '../../theme.ts'

export const severities = {
  error: { title: '错误', tone: 'bad' },
  warning: { title: '存疑', tone: 'soon' },
  remark: { title: '提示', tone: 'neutral' },
} as const satisfies Record<Severity, { title: string; tone: Tone }>
