// Why a report could not be read, in a sentence that says what to do.
import type { Sentences } from '../../platform/http/routes.ts'
import type { ReadRefusal } from '../../platform/documents/read/read-document.ts'

export const unreadableSentences: Readonly<Record<ReadRefusal, string>> = {
  'file-empty': '文件是空的，请检查是否选错了文件。',
  'file-too-large': '文件文字过多，请只检查报告正文。',
  'file-broken': '文件已损坏，打不开：请用原来的程序打开后另存一份再检查。',
  'file-encrypted': '文件有密码保护，请去掉密码后再检查。',
  'file-disguised': '文件内容与扩展名不符，请用正确的程序另存后再检查。',
  'file-unsupported': '不能读取这种文件：请另存为网页（HTML）、纯文本（TXT）、Word（DOCX）或者有文字层的 PDF。',
  'file-too-expanded': '压缩内容过大，没有打开。',
  'file-unsafe-xml': '文件含有不安全的内容，没有打开。',
  'file-too-many-pages': '页数过多，请只检查报告正文。',
  'file-too-slow': '文件过于复杂，没有在规定时间内读完：请另存为 DOCX 或者 TXT 后再检查。',
  'file-without-words': '文件里没有文字（可能是扫描件）：请提供可以复制文字的版本。',
}

/** The same for the office: its own sentences tell an import of other things. */
export const reportsSentences: Sentences = {
  'one-report': '请选择一份报告，一次检查一个文件。',
  ...Object.fromEntries(Object.entries(unreadableSentences).map(([code, sentence]) => [`unreadable-${code}`, sentence])),
}
