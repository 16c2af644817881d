// What may come along into a redacted Word file: elements with their attributes, and nothing else.
/** Properties by their names, with the attributes that are kept; what is not named here is dropped with all inside. */
export const properties: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'keepNext keepLines pageBreakBefore widowControl snapToGrid suppressAutoHyphens wordWrap kinsoku adjustRightInd autoSpaceDE autoSpaceDN contextualSpacing outlineLvl textAlignment jc b bCs i iCs strike dstrike caps smallCaps outline shadow color kern position sz szCs highlight vertAlign em w spacing ilvl numId tblLayout tblOverlap vAlign vMerge hMerge gridSpan noWrap textDirection cantSplit tblHeader gridBefore gridAfter titlePg type start numFmt lvlJc suff isLgl multiLevelType qFormat uiPriority bidiVisual tblStyleRowBandSize tblStyleColBandSize startOverride'
      .split(' ')
      .map((name) => [name, ['val']]),
  ),
  u: ['val', 'color'],
  spacing: ['val', 'before', 'after', 'line', 'lineRule', 'beforeLines', 'afterLines', 'beforeAutospacing', 'afterAutospacing'],
  ind: ['left', 'right', 'firstLine', 'hanging', 'leftChars', 'rightChars', 'firstLineChars', 'hangingChars'],
  shd: ['val', 'color', 'fill'],
  tabs: [],
  tab: ['val', 'pos', 'leader'],
  pBdr: [],
  tblBorders: [],
  tcBorders: [],
  ...Object.fromEntries(
    'top bottom left right start end insideH insideV between bar tl2br tr2bl bdr'
      .split(' ')
      .map((name) => [name, ['val', 'sz', 'space', 'color', 'w', 'type']]),
  ),
  tblCellMar: [],
  tcMar: [],
  tblW: ['w', 'type'],
  tblInd: ['w', 'type'],
  tcW: ['w', 'type'],
  trHeight: ['val', 'hRule'],
  tblpPr: ['leftFromText', 'rightFromText', 'topFromText', 'bottomFromText', 'vertAnchor', 'horzAnchor', 'tblpX', 'tblpY', 'tblpXSpec', 'tblpYSpec'],
  tblLook: ['val', 'firstRow', 'lastRow', 'firstColumn', 'lastColumn', 'noHBand', 'noVBand'],
  numPr: [],
  pgSz: ['w', 'h', 'orient'],
  pgMar: ['top', 'right', 'bottom', 'left', 'header', 'footer', 'gutter'],
  cols: ['num', 'space', 'equalWidth', 'sep'],
  col: ['w', 'space'],
  docGrid: ['type', 'linePitch', 'charSpace'],
  pgNumType: ['fmt', 'start'],
  gridCol: ['w'],
  rPr: [],
  pPr: [],
  tblPr: [],
  trPr: [],
  tcPr: [],
  sectPr: [],
  tblGrid: [],
  framePr: ['w', 'h', 'hRule', 'wrap', 'vAnchor', 'hAnchor', 'x', 'y', 'xAlign', 'yAlign'],
}

/** Elements whose tags go and whose inside stays: accepted changes, links, controls, boxes of text, formulas. */
export const unwrapped: ReadonlySet<string> = new Set(
  'document body hdr ftr ins moveTo hyperlink smartTag sdt sdtContent customXml fldSimple AlternateContent Choice pict object shape group rect roundrect oval line textbox drawing inline anchor graphic graphicData wsp wgp wpc txbx txbxContent pic blipFill ruby rubyBase bdo dir oMath oMathPara e num den sup sub f sSup sSub sSubSup sPre d rad deg nary func fName lim limLow limUpp m mr eqArr bar acc groupChr borderBox phant'.split(
    ' ',
  ),
)

const fonts =
  /^(?:(?:方正)?(?:仿宋|楷体|黑体|宋体|新宋体|小标宋|大标宋|书宋)(?:_GB2312|_GBK|简体)?|方正(?:小标宋|仿宋|楷体|黑体)(?:简体|_GBK)|华文(?:仿宋|楷体|宋体|中宋|细黑)|微软雅黑|等线(?: Light)?|隶书|幼圆|Times New Roman|Arial|Calibri(?: Light)?|Cambria(?: Math)?|Courier New|Verdana|Symbol|Wingdings|SimSun|SimHei|FangSong|KaiTi)$/
export const isUsualFont = (name: string): boolean => fonts.test(name)

const value = /^(?:-?\d{1,7}(?:\.\d{1,4})?%?|#?[0-9A-Fa-f]{6}|[A-Za-z]{1,24}\d?)$/
export const isPlainValue = (text: string): boolean => value.test(text)

export const builtInStyle =
  /^(?:Normal|Title|Subtitle|(?:heading|toc) [1-9]|header|footer|footnote text|footnote reference|Normal Table|Table Grid|List Paragraph|Body Text|Default Paragraph Font|No List)$/i

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const wordSpaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
