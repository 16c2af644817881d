// What may be imported, by the ending of the name: read by the import rules, the upload page and the manual.
export interface ImportFormat {
  readonly title: string
  /** `text` becomes the body of a draft; `attachment` is attached to a draft, with its text where it can be read. */
  readonly as: 'text' | 'attachment'
  readonly largestBytes: number
}

const megabyte = 1024 * 1024

export const importFormats = {
  txt: { title: '纯文本', as: 'text', largestBytes: 10 * megabyte },
  md: { title: 'Markdown', as: 'text', largestBytes: 10 * megabyte },
  html: { title: '网页', as: 'text', largestBytes: 20 * megabyte },
  htm: { title: '网页', as: 'text', largestBytes: 20 * megabyte },
  docx: { title: 'Word 文档', as: 'text', largestBytes: 50 * megabyte },
  pdf: { title: 'PDF 文档', as: 'text', largestBytes: 50 * megabyte },
  doc: { title: 'Word 97 文档', as: 'attachment', largestBytes: 50 * megabyte },
  wps: { title: 'WPS 文字', as: 'attachment', largestBytes: 50 * megabyte },
  xls: { title: 'Excel 97 表格', as: 'attachment', largestBytes: 50 * megabyte },
  xlsx: { title: 'Excel 表格', as: 'attachment', largestBytes: 50 * megabyte },
  ofd: { title: 'OFD 版式文件', as: 'attachment', largestBytes: 50 * megabyte },
  jpg: { title: '扫描图片', as: 'attachment', largestBytes: 30 * megabyte },
  jpeg: { title: '扫描图片', as: 'attachment', largestBytes: 30 * megabyte },
  png: { title: '扫描图片', as: 'attachment', largestBytes: 30 * megabyte },
  tif: { title: '扫描图片', as: 'attachment', largestBytes: 50 * megabyte },
  tiff: { title: '扫描图片', as: 'attachment', largestBytes: 50 * megabyte },
} as const satisfies Record<string, ImportFormat>

export type ImportExtension = keyof typeof importFormats

/** What became of a file. */
export const importOutcomes = {
  draft: { title: '已导入为草稿' },
  'attachment-only': { title: '已作为附件收下' },
  refused: { title: '未导入' },
} as const

export type ImportOutcome = keyof typeof importOutcomes
