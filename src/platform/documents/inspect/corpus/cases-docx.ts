// Word: what its authors said to each other, and what Word keeps of them.
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { chunk, exif, gps, jpeg, png, tiffOf } from './build-images.ts'
import { book } from './build-xlsx.ts'
import { by, comment, longField, notice, paragraph, run, simpleField, word, type WordPlan } from './build-docx.ts'
import { negative, positive, xml, type InspectionCase } from './shape.ts'

const name = '通知.docx'
const plain = (plan: Partial<WordPlan>): Buffer => word({ body: notice, ...plan })
const withBody = (body: string, plan: Partial<WordPlan> = {}): Buffer => word({ body: notice + body, ...plan })
const vanish = '<w:vanish/>'

export const docxCases: readonly InspectionCase[] = [
  positive('comment', name, 'a comment stands at the margin', () => plain({ comments: comment(0, '这一段请法规股再看') })),
  positive(['comment', 'identity-number'], name, 'a comment holds an identity number', () => plain({ comments: comment(0, '当事人 11010519491231002X') })),
  positive('tracked-change', name, 'a sentence was inserted under tracking', () => withBody(paragraph(`<w:ins ${by(1)}>${run('新增的一句。')}</w:ins>`))),
  positive('tracked-change', name, 'a sentence was deleted under tracking', () =>
    withBody(paragraph(`${run('保留')}<w:del ${by(1)}><w:r><w:delText>补助对象赵小梅</w:delText></w:r></w:del>`)),
  ),
  positive(['tracked-change', 'identity-number'], name, 'a deleted sentence holds an identity number', () =>
    withBody(paragraph(`<w:del ${by(1)}><w:r><w:delText>证件440524188001010014</w:delText></w:r></w:del>`)),
  ),
  positive('tracked-change', name, 'a sentence was moved under tracking', () =>
    withBody(paragraph(`<w:moveFrom ${by(1)}>${run('移动的话')}</w:moveFrom>`) + paragraph(`<w:moveTo ${by(2)}>${run('移动的话')}</w:moveTo>`)),
  ),
  positive('tracked-change', name, 'a format was changed under tracking', () =>
    withBody(paragraph(`<w:r><w:rPr><w:b/><w:rPrChange ${by(1)}><w:rPr/></w:rPrChange></w:rPr><w:t>加粗</w:t></w:r>`)),
  ),
  positive('tracked-change', name, 'only a paragraph mark was deleted', () =>
    withBody(paragraph(run('甲'), `<w:rPr><w:del ${by(1)}/></w:rPr>`) + paragraph(run('乙'))),
  ),
  positive('tracked-change', name, 'a row of a table was deleted under tracking', () =>
    withBody(
      `<w:tbl><w:tr><w:trPr><w:del ${by(1)}/></w:trPr><w:tc>${paragraph(run('云溪镇'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('石门镇'))}</w:tc></w:tr></w:tbl>`,
    ),
  ),
  positive('tracked-change', name, 'a footnote was changed under tracking', () =>
    plain({ footnotes: `<w:footnote w:id="2">${paragraph(`<w:ins ${by(1)}>${run('注')}</w:ins>`)}</w:footnote>` }),
  ),
  positive('hidden-text', name, 'words are formatted as hidden', () => withBody(paragraph(run('（此件不公开部分：补助名单）', vanish)))),
  positive('hidden-text', name, 'words are hidden by a character style', () =>
    withBody(paragraph(run('内部口径', '<w:rStyle w:val="a9"/>')), {
      styles: `<w:style w:type="character" w:styleId="a9"><w:name w:val="隐藏"/><w:rPr>${vanish}</w:rPr></w:style>`,
    }),
  ),
  positive('hidden-text', name, 'words are hidden by a paragraph style that rests on another', () =>
    withBody(paragraph(run('内部口径'), '<w:pStyle w:val="b"/>'), {
      styles: `<w:style w:type="paragraph" w:styleId="a"><w:rPr>${vanish}</w:rPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>`,
    }),
  ),
  positive('hidden-text', name, 'words in the head of the page are hidden', () => plain({ header: paragraph(run('密级：内部', vanish)) })),
  positive('hidden-text', name, 'white words stand on the white page', () => withBody(paragraph(run('评分标准内部掌握', '<w:color w:val="FFFFFF"/>')))),
  positive('author-field', name, 'the head of the page prints the author', () => plain({ header: paragraph(simpleField(' AUTHOR ', '王建国')) })),
  positive('author-field', name, 'the foot of the page prints the folder of the file', () =>
    plain({ footer: paragraph(longField(' FILENAME \\p ', 'D:\\王建国\\通知.docx')) }),
  ),
  positive('author-field', name, 'the foot of the page prints who saved it last', () =>
    plain({ footer: paragraph(longField(' LASTSAVEDBY \\* MERGEFORMAT ', '王建国')) }),
  ),
  positive('embedded-file', name, 'a workbook is embedded', () =>
    plain({ parts: { 'word/embeddings/Microsoft_Excel____1.xlsx': book({ sheets: [{ name: '名单', rows: [['赵小梅']] }] }) } }),
  ),
  positive('embedded-file', name, 'a packed object is embedded', () => plain({ parts: { 'word/embeddings/oleObject1.bin': Buffer.alloc(600, 3) } })),
  positive('macro', name, 'a macro travels with the file', () => plain({ parts: { 'word/vbaProject.bin': Buffer.alloc(64, 1) } })),
  positive('external-link', name, 'a mail merge names its list of recipients', () =>
    plain({ settings: '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:connectString w:val="Data Source=D:\\名单.xlsx"/></w:mailMerge>' }),
  ),
  positive('property-person', name, 'the properties name the author', () => plain({ core: '<dc:creator>王建国</dc:creator>' })),
  positive('property-person', name, 'a program wrote the author', () =>
    Packer.toBuffer(new Document({ creator: '王建国', sections: [{ children: [new Paragraph({ children: [new TextRun('各乡镇：')] })] }] })),
  ),
  positive('property-organisation', name, 'the properties name a company', () => plain({ app: '<Company>青岚县印务公司</Company>' })),
  positive('property-path', name, 'the template lies in somebody’s folder', () =>
    plain({
      settings: '<w:attachedTemplate r:id="rId1"/>',
      settingsRelations: [{ id: 'rId1', type: 'attachedTemplate', target: 'file:///C:/Users/wangjianguo/模板.dotx', outside: true }],
    }),
  ),
  positive('property-note', name, 'the properties hold a remark', () => plain({ core: '<dc:description>据李局长口头意见改，勿外传</dc:description>' })),
  positive('property-custom', name, 'document variables of an office system', () =>
    plain({ settings: '<w:docVars><w:docVar w:name="拟稿人" w:val="王建国"/></w:docVars>' }),
  ),
  positive('property-place', name, 'a photo in it tells where it was taken', () => plain({ parts: { 'word/media/image1.jpeg': jpeg([exif(tiffOf([gps]))]) } })),
  positive('property-person', name, 'a picture in it names its author', () =>
    plain({ parts: { 'word/media/image1.png': png([chunk('tEXt', Buffer.from('Author\0Wang Jianguo', 'latin1'))]) } }),
  ),
  positive('thumbnail', name, 'a picture of an earlier state of its first page', () =>
    plain({
      parts: { 'docProps/thumbnail.jpeg': jpeg() },
      packageRelations: [
        { id: 'rIdT', type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail', target: 'docProps/thumbnail.jpeg' },
      ],
    }),
  ),

  negative(name, 'an ordinary notice', () => plain({})),
  negative(name, 'an ordinary notice of a program', () =>
    Packer.toBuffer(new Document({ creator: '', lastModifiedBy: '', sections: [{ children: [new Paragraph({ children: [new TextRun('各乡镇：')] })] }] })),
  ),
  negative(name, 'marks of editing sessions are no changes', () =>
    withBody('<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:r w:rsidRPr="00C12F3E"><w:t>正文</w:t></w:r></w:p>', {
      settings: '<w:rsids><w:rsidRoot w:val="00A77B3E"/><w:rsid w:val="00C12F3E"/></w:rsids>',
    }),
  ),
  negative(name, 'tracking is on but nothing was changed', () => plain({ settings: '<w:trackRevisions/>' })),
  negative(name, 'only the mark of a paragraph is hidden', () => withBody(paragraph(run('照常显示'), `<w:rPr>${vanish}</w:rPr>`))),
  negative(name, 'hidden is switched off again', () => withBody(paragraph(run('照常显示', '<w:vanish w:val="0"/>')))),
  negative(name, 'a table of contents hides its numbers on the web only', () => withBody(paragraph(run('一、总则　1', '<w:webHidden/>')))),
  negative(name, 'an index entry is a field, not words', () =>
    withBody(paragraph(`<w:r><w:rPr>${vanish}</w:rPr><w:instrText>XE "收储"</w:instrText></w:r>${run('收储')}`)),
  ),
  negative(name, 'white words stand in a dark cell', () =>
    withBody(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="0F4C94"/></w:tcPr>${paragraph(run('乡镇', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`,
    ),
  ),
  negative(name, 'white words stand on a shaded line', () =>
    withBody(paragraph(run('提示', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="B3261E"/>'))),
  ),
  negative(name, 'white words stand in a filled box', () =>
    withBody(
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph(run('标题', '<w:color w:val="FFFFFF"/>'))}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${paragraph(run('标题', '<w:color w:val="FFFFFF"/>'))}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ),
  ),
  negative(name, 'head and foot with name of the office, page and date', () =>
    plain({
      header: paragraph(run('青岚县农业农村局文件')),
      footer: paragraph(`${longField(' PAGE ', '1')}${simpleField(' NUMPAGES ', '3')}${simpleField(' DATE \\@ yyyy ', '2026')}`),
    }),
  ),
  negative(name, 'the name of the file without its folder', () => plain({ footer: paragraph(simpleField(' FILENAME ', '通知.docx')) })),
  negative(name, 'an empty list of comments', () => plain({ comments: '' })),
  negative(name, 'an empty comment part and an ordinary template', () =>
    plain({ comments: '', app: '<Template>Normal.dotm</Template><Application>WPS Office</Application>' }),
  ),
  negative(name, 'footnotes', () => plain({ footnotes: `<w:footnote w:id="2">${paragraph(run('数据来源：统计年鉴。'))}</w:footnote>` })),
  negative(name, 'a link to a public page', () =>
    plain({ relations: [{ id: 'rIdL', type: 'hyperlink', target: 'https://www.qinglan.gov.cn/', outside: true }] }),
  ),
  negative(name, 'properties that WPS writes of itself', () =>
    plain({
      custom:
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.18608</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="ICV"><vt:lpwstr>5B7A0C3D</vt:lpwstr></property>',
    }),
  ),
  negative(name, 'sources of a list of books', () =>
    plain({
      parts: {
        'customXml/item1.xml': xml('<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" SelectedStyle="\\APA.XSL"/>'),
      },
    }),
  ),
  negative(name, 'a chart without a file behind it', () =>
    plain({ parts: { 'word/charts/chart1.xml': xml('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>') } }),
  ),
  negative(name, 'a word like insertion in the text', () => withBody(paragraph(run('用 &lt;w:ins&gt; 标注')))),
]
