// A Word document as blocks: its headings, tables, lists and pictures; what mammoth cannot take along is named.
import mammoth from 'mammoth'
import { readHtml, type HtmlRead, type Picture } from './read-html.ts'
import type { ZipPackage } from './zip.ts'

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='heading 1'] => h2:fresh",
  "p[style-name='heading 2'] => h3:fresh",
  "p[style-name='heading 3'] => h4:fresh",
  "p[style-name='heading 4'] => h5:fresh",
  'b => strong',
  'i => em',
  "p[style-name='footnote text'] => p:fresh",
]

const kept = new Set(['image/png', 'image/jpeg', 'image/gif'])

export interface DocxRead extends HtmlRead {
  /** Parts of the file that did not come along, in words. */
  readonly leftOut: readonly string[]
  readonly properties: { readonly title: string | undefined }
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/^word\/embeddings\//, '嵌入对象'],
  [/^word\/charts\//, '图表'],
  [/^word\/diagrams\//, '智能图形'],
  [/^word\/comments\.xml$/, '批注'],
  [/^word\/vbaProject\.bin$/, '宏'],
]

export async function readDocx(bytes: Buffer, zip: ZipPackage): Promise<DocxRead> {
  const pictures: Picture[] = []
  const lost: string[] = []
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      styleMap,
      convertImage: mammoth.images.imgElement(async (image) => {
        if (!kept.has(image.contentType)) {
          lost.push(image.contentType)
          return { src: '' }
        }
        pictures.push({ mediaType: image.contentType, bytes: await image.readAsBuffer() })
        return { src: `picture:${pictures.length - 1}` }
      }),
    },
  )
  const page = readHtml(value)
  const document = zip.text('word/document.xml') ?? ''
  const leftOut = parts.filter(([shape]) => zip.names.some((name) => shape.test(name))).map(([, what]) => what)
  if (/<w:(?:ins|del)\s/.test(document)) leftOut.push('修订痕迹（按接受修订后的文字导入）')
  if (/<m:oMath\b/.test(document)) leftOut.push('公式')
  if (/<w:numPr>/.test(document)) leftOut.push('自动编号的数字')
  const title = /<dc:title>([^<]{2,200})<\/dc:title>/.exec(zip.text('docProps/core.xml') ?? '')?.[1]
  return { ...page, pictures, missingPictures: lost.map((type) => type.replace('image/', '').toUpperCase()), leftOut, properties: { title } }
}
