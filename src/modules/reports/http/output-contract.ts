// What comes out of a report: its files, and its draft for publication.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { reportFileFormNames } from '../law/file-forms.ts'

export const getReportFile = contract({
  method: 'GET',
  path: '/reports/:reportId/files/:form',
  title: '下载一份报告',
  may: 'report.read',
  params: z.object({ reportId: z.uuid(), form: z.enum(reportFileFormNames) }),
  query: z.object({ redHead: z.stringbool().default(false) }),
  answer: 'file',
})

export const getReportPublication = contract({
  method: 'GET',
  path: '/reports/:reportId/publication',
  title: '一份报告的发布情况',
  may: 'report.read',
  params: z.object({ reportId: z.uuid() }),
  answer: z.object({
    /** By when it must be public, and whether that was kept. */
    publishBy: z.iso.date().nullable(),
    late: z.boolean(),
    draft: z
      .object({
        editionId: z.uuid(),
        documentId: z.uuid(),
        byName: z.string(),
        at: z.iso.datetime(),
        /** The report has changed since. */
        behind: z.boolean(),
      })
      .nullable(),
    published: z.object({ at: z.iso.datetime(), indexNumber: z.string(), address: z.string() }).nullable(),
    mayDraft: z.boolean(),
    /** Why not, in a sentence; empty where it may be. */
    whyNot: z.string(),
  }),
})

/** What the public reads of a revision whose maker wrote nothing. */
export const changeNoteUnlessTold = '按修改后的年度报告更新'

export const postReportDraft = contract({
  method: 'POST',
  path: '/reports/:reportId/draft',
  title: '生成年度报告的发布稿',
  may: 'report.write',
  params: z.object({ reportId: z.uuid() }),
  body: z.object({ version: z.int().min(1), redHead: z.boolean().default(false), changeNote: z.string().trim().max(200).default('') }),
  answer: z.object({ editionId: z.uuid(), documentId: z.uuid() }),
})
