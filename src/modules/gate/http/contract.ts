// What the office may ask of the gate's own tables: wrong words, and how numbers of persons are shortened.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'

const severity = z.enum(['error', 'warning', 'remark'])
const words = (most: number) => z.string().trim().max(most, `不超过${most}个字`)

const word = z.object({
  wrong: z.string(),
  right: z.string(),
  except: z.array(z.string()),
  severity,
  note: z.string(),
  ended: z.boolean(),
  /** Stands in the system's list as it is. */
  starting: z.boolean(),
  changedByName: z.string().nullable(),
  changedAt: z.iso.datetime({ offset: true }).nullable(),
})
export type WordRow = z.infer<typeof word>

const filters = {
  q: z.string().trim().max(50).optional(),
  severity: severity.optional(),
  /** `own`: what the administrator added or changed; `ended`: what is no longer looked for. */
  origin: z.enum(['starting', 'own', 'ended']).optional(),
  sort: z.enum(['wrong', '-wrong', 'changedAt', '-changedAt', 'severity', '-severity']).optional(),
}

export const listWords = contract({
  method: 'GET',
  path: '/gate-words',
  title: '错敏词表',
  may: 'gate.words',
  query: z.object({ ...filters, page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }),
  answer: z.object({ rows: z.array(word), total: z.number().int() }),
})
export const exportWords = contract({
  method: 'GET',
  path: '/gate-words.csv',
  title: '导出错敏词表（CSV）',
  may: 'gate.words',
  query: z.object(filters),
  answer: 'file',
})
export const exportWordSheet = contract({
  method: 'GET',
  path: '/gate-words.xlsx',
  title: '导出错敏词表（Excel）',
  may: 'gate.words',
  query: z.object(filters),
  answer: 'file',
})
export const putWord = contract({
  method: 'PUT',
  path: '/gate-words',
  title: '新增或者修改一个错敏词',
  may: 'gate.words',
  body: z.object({
    wrong: words(20).min(2, '错误写法至少2个字'),
    right: words(40),
    except: z.array(words(40).min(1)).max(50).default([]),
    severity,
    note: words(200).default(''),
  }),
  answer: z.object({}),
})
export const putWordEnd = contract({
  method: 'PUT',
  path: '/gate-word-endings',
  title: '停用或者恢复一个错敏词',
  may: 'gate.words',
  body: z.object({ wrong: words(20), ended: z.boolean() }),
  answer: z.object({}),
})
/** The first sheet or the CSV in the layout of the export; `apply` false only tells what would change. */
export const postWordImport = contract({
  method: 'POST',
  path: '/gate-word-imports',
  title: '导入错敏词表（Excel或CSV）',
  may: 'gate.words',
  takes: 'multipart',
  body: z.object({ apply: z.stringbool().default(false) }),
  answer: z.object({
    applied: z.boolean(),
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    refused: z.array(z.object({ row: z.number().int(), wrong: z.string(), sentence: z.string() })),
  }),
})
export const postWordTrial = contract({
  method: 'POST',
  path: '/gate-word-trials',
  title: '用一段文字试一试错敏词表',
  may: 'gate.words',
  readOnly: true,
  body: z.object({ text: z.string().max(100_000) }),
  answer: z.object({ rows: z.array(z.object({ match: z.string(), suggestion: z.string(), severity, excerpt: z.string() })) }),
})

const maskKind = z.enum(['identity', 'mobile', 'bank-card'])
export const getMasks = contract({
  method: 'GET',
  path: '/gate-masks',
  title: '隐去格式',
  may: 'gate.words',
  answer: z.object({ rows: z.array(z.object({ kind: maskKind, form: z.string() })) }),
})
export const putMask = contract({
  method: 'PUT',
  path: '/gate-masks',
  title: '选择隐去格式',
  may: 'gate.words',
  body: z.object({ kind: maskKind, form: z.string().max(40) }),
  answer: z.object({}),
})
