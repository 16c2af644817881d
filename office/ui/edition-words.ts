// How states and values of an edition look on the screen; never what they allow: the server says that.
import type { State } from '../../src/modules/disclosure/law/states.ts'
import type { Tone } from '../theme.ts'

export const stateTones: Readonly<Record<State, Tone>> = {
  draft: 'neutral',
  'section-review': 'work',
  'secrecy-review': 'work',
  referred: 'soon',
  confirming: 'work',
  signing: 'work',
  'signing-important': 'work',
  signed: 'soon',
  returned: 'bad',
  published: 'good',
  'published-internally': 'good',
  superseded: 'neutral',
  withdrawn: 'bad',
  filed: 'good',
  discarded: 'neutral',
}

export const roleTitles = { attachment: '附件', original: '导入的原文件', 'signed-sheet': '签批扫描件', picture: '正文图片' } as const

export const optionsOf = <Key extends string>(titles: Readonly<Record<Key, string>>): { value: Key; label: string }[] =>
  (Object.entries(titles) as [Key, string][]).map(([value, label]) => ({ value, label }))

export const untitled = '（尚无标题）'
