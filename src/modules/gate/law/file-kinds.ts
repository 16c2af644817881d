// What an inspection of an attachment can tell, how much stands against it, and what to do about it.
import type { Article } from '../../../kernel/article.ts'
import type { HiddenKind, NotInspected, PropertyKind } from '../../../kernel/file-inspection.ts'

export type FileSeverity = 'error' | 'warning' | 'remark'

/** How it is mended: by a copy without properties (清除文件属性), a copy with changes accepted (接受修订并清除批注), or in the file itself. */
export type Mend = 'clean' | 'accept' | 'upload'

export interface FileKind {
  readonly title: string
  readonly severity: FileSeverity
  readonly mend: Mend
  readonly article?: Article
  /** `{file}`, `{place}`, `{count}` and `{value}` are filled in. */
  readonly sentence: string
}

const review = 'ogi-2019/17'
const privacy = 'ogi-2019/15'

export const hiddenKinds = {
  'hidden-sheet': {
    title: '隐藏的工作表',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”中{place}是隐藏的，公众下载后可以看到。请取消隐藏并核对内容，或者删除这个工作表后重新上传。',
  },
  'hidden-rows': {
    title: '隐藏的行',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”{place}共{count}行有内容但被隐藏。请取消隐藏并核对，或者删除后重新上传。',
  },
  'hidden-columns': {
    title: '隐藏的列',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”{place}共{count}列有内容但被隐藏。请取消隐藏并核对，或者删除后重新上传。',
  },
  'filtered-rows': {
    title: '被筛选掉的行',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”{place}共{count}行被筛选隐藏，公众取消筛选就能看到。请把要公开的行复制到新表格后重新上传。',
  },
  'hidden-slide': {
    title: '隐藏的幻灯片',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”{place}是隐藏的。请取消隐藏并核对，或者删除后重新上传。',
  },
  comment: {
    title: '批注',
    severity: 'error',
    mend: 'accept',
    article: review,
    sentence: '附件“{file}”有{count}条批注（{place}）。请删除批注后重新上传；Word 文档也可以点“接受修订并清除批注”。',
  },
  'tracked-change': {
    title: '修订痕迹',
    severity: 'error',
    mend: 'accept',
    article: review,
    sentence: '附件“{file}”的{place}有{count}处修订痕迹，公众能看到改动前的文字和修改人。请接受全部修订后重新上传；Word 文档也可以点“接受修订并清除批注”。',
  },
  'hidden-text': {
    title: '隐藏的文字',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”的{place}有{count}个看不见的字（隐藏文字、白色字或者不显示的单元格）。请显示出来核对，或者删除后重新上传。',
  },
  'pivot-cache': {
    title: '数据透视表缓存',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”保存着数据透视表的原始数据。请把透视表“选择性粘贴”为数值，删除透视表后重新上传。',
  },
  'named-data': {
    title: '名称里的数据',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”的{place}里存有数据。请在“公式—名称管理器”中删除后重新上传。',
  },
  'external-link': {
    title: '外部链接',
    severity: 'warning',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”有{place}，会透露内部文件或者数据库的位置，并可能带有缓存的数据。请断开链接后重新上传。',
  },
  'embedded-file': {
    title: '嵌入的文件',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”里嵌着另一个完整的文件（{place}），公众可以取出来。请改成图片或者删除后重新上传。',
  },
  macro: {
    title: '宏',
    severity: 'error',
    mend: 'upload',
    sentence: '附件“{file}”带有宏程序。请另存为不含宏的格式后重新上传。',
  },
  'author-field': {
    title: '打印作者的域',
    severity: 'warning',
    mend: 'upload',
    article: privacy,
    sentence: '附件“{file}”的{place}用域显示作者、修改者或者文件位置。请删除这个域后重新上传。',
  },
  'covered-text': {
    title: '被遮盖的文字',
    severity: 'error',
    mend: 'upload',
    article: privacy,
    sentence: '附件“{file}”{place}有{count}个字只是被色块或者图片盖住，复制就能看到。请在原稿中删去这些字，重新生成 PDF 后上传。',
  },
  'text-off-page': {
    title: '页面以外的文字',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”{place}有{count}个字在页面以外，看不到但能复制。请在原稿中删去，重新生成 PDF 后上传。',
  },
  'invisible-text': {
    title: '看不见的文字',
    severity: 'error',
    mend: 'upload',
    article: review,
    sentence: '附件“{file}”{place}有{count}个看不见的字（与底色相同或者没有着色）。请在原稿中删去，重新生成 PDF 后上传。',
  },
  script: {
    title: '脚本',
    severity: 'error',
    mend: 'upload',
    sentence: '附件“{file}”带有脚本，打开时会自动运行。请重新生成不带脚本的 PDF 后上传。',
  },
  thumbnail: {
    title: '预览图',
    severity: 'warning',
    mend: 'clean',
    article: review,
    sentence: '附件“{file}”里存有预览图，可能显示修改前的样子。请点“清除文件属性”。',
  },
} as const satisfies Record<HiddenKind, FileKind>

const told = '请点“清除文件属性”；不能清除的，请在原软件中删除后重新上传。'

export const propertyKinds = {
  person: { title: '人名', severity: 'warning', mend: 'clean', article: privacy, sentence: `附件“{file}”的文件属性写着{value}。${told}` },
  organisation: { title: '单位名称', severity: 'warning', mend: 'clean', article: review, sentence: `附件“{file}”的文件属性写着{value}。${told}` },
  path: { title: '文件位置', severity: 'warning', mend: 'clean', article: review, sentence: `附件“{file}”透露了内部电脑上的位置：{value}。${told}` },
  place: { title: '拍摄地点', severity: 'warning', mend: 'clean', article: privacy, sentence: `附件“{file}”带有{value}。${told}` },
  device: { title: '设备编号', severity: 'warning', mend: 'clean', article: privacy, sentence: `附件“{file}”带有{value}。${told}` },
  note: { title: '备注', severity: 'warning', mend: 'clean', article: review, sentence: `附件“{file}”的文件属性有备注：{value}。${told}` },
  custom: { title: '自定义属性', severity: 'warning', mend: 'clean', article: review, sentence: `附件“{file}”的文件属性有{value}。${told}` },
} as const satisfies Record<Exclude<PropertyKind, 'signature'>, FileKind>

const unseen = (severity: FileSeverity, sentence: string): FileKind => ({
  title: '无法检查',
  severity,
  mend: 'upload',
  article: review,
  sentence: `无法检查附件“{file}”：${sentence}`,
})

export const notInspectedReasons = {
  encrypted: unseen('error', '文件设了密码。请取消密码后重新上传。'),
  broken: unseen('error', '文件已损坏或者不完整，打不开。请重新生成后上传。'),
  'too-expanded': unseen('error', '压缩内容展开后过大。请精简后重新上传。'),
  'unsafe-xml': unseen('error', '文件含有不安全的实体声明。请用办公软件另存后重新上传。'),
  'too-many-pages': unseen('warning', '页数过多。请拆分后上传，或者由人工逐页核对。'),
  'too-slow': unseen('warning', '文件过于复杂，没能在时限内查完。请精简后重新上传，或者由人工核对。'),
  'too-large': unseen('warning', '内容过多，只检查了一部分。其余部分请由人工核对。'),
  'old-format': unseen(
    'warning',
    '旧格式（.doc、.xls、.ppt、旧版 .wps）只能读出部分文字，查不到隐藏内容和文件属性。请另存为 .docx、.xlsx 或者 PDF 后重新上传。',
  ),
  archive: unseen('warning', '压缩包里的文件没有检查。请解压后逐个上传，或者由人工核对。'),
  'layers-unchecked': unseen('remark', 'OFD 文件只检查文字、作者、附件和批注，不检查被遮盖的文字。有遮盖处理的，请由人工核对。'),
  'unknown-format': unseen('warning', '系统不认识这种格式。请改用 PDF、Word、Excel 等格式，或者由人工核对。'),
} as const satisfies Record<NotInspected, FileKind>

export const layerKinds = {
  none: {
    title: '没有文字层',
    severity: 'warning',
    mend: 'upload',
    sentence: '附件“{file}”是扫描件，没有文字层，公众查不到、读屏软件也读不出。请上传由原稿生成的 PDF，或者先做文字识别。',
  },
  partial: {
    title: '部分页没有文字层',
    severity: 'warning',
    mend: 'upload',
    sentence: '附件“{file}”{place}没有文字层，公众查不到、读屏软件也读不出。请替换这些页或者先做文字识别。',
  },
} as const satisfies Record<string, FileKind>

export const awaitingInspection: FileKind = {
  title: '尚未检查',
  severity: 'error',
  mend: 'upload',
  article: review,
  sentence: '附件“{file}”还没有检查完，请过一两分钟再试。',
}
