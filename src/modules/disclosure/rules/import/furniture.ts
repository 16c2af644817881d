// Takes away what belongs to the page a document stood on and not to the document: tools, scan code, related links, position, footer.
import { textOf, type TextBlock } from '../../../../kernel/text-block.ts'
import { fold } from './fold.ts'
import { finding, type Finding } from './report.ts'
import type { FindingCode } from './sentences.ts'

interface Furniture {
  readonly code: FindingCode
  readonly shape: RegExp
  /** `line`: goes wherever it stands; `head`, `tail`: only there; `widget`: at the end, with all that follows. */
  readonly where: 'line' | 'head' | 'tail' | 'widget'
}

const tool =
  '打印本页|打印|关闭窗口|关闭本页|关闭|收藏|分享|保存|下载|返回|返回顶部|回到顶部|返回上页|返回列表|纠错|繁体|简体|听全文|朗读|大|中|小|字体|字号|复制链接|邮件|微信|微博|QQ空间|加入收藏|设为首页|我要纠错|无障碍'

/** Shapes are matched against the line in simplified script. */
const furniture: readonly Furniture[] = [
  { code: 'scan-code', where: 'line', shape: /^[[【(（]?(?:扫一扫|扫描(?:上方|下方|右侧|左侧)?二维码|用?手机扫|微信扫).{0,25}$/ },
  { code: 'page-tools', where: 'line', shape: /^.{0,6}在手机(?:上)?(?:打开|查看|浏览)(?:当前|本)页面?.{0,4}$/ },
  { code: 'page-tools', where: 'line', shape: new RegExp(`^[\\s|·:：\\[\\]【】()（）/、—-]*(?:(?:${tool})[\\s|·:：\\[\\]【】()（）/、—-]*){2,}$`) },
  { code: 'page-tools', where: 'line', shape: /^[[【(（]\s*(?:打印本页|打印|关闭窗口|关闭|返回顶部|加入收藏)\s*[\]】)）]$/ },
  { code: 'page-tools', where: 'line', shape: /^(?:分享到|分享至|一键分享|字[体号][:：]).{0,40}$/ },
  { code: 'page-tools', where: 'tail', shape: /^(?:打印|关闭|收藏|分享|返回|返回顶部|回到顶部|返回列表|打印本页|关闭窗口|加入收藏)$/ },
  { code: 'page-tools', where: 'head', shape: /^(?:打印|关闭|收藏|分享|返回|打印本页|关闭窗口|加入收藏|设为首页)$/ },
  { code: 'breadcrumb', where: 'head', shape: /^(?:您?(?:的|现在的|当前的|所在的)?(?:当前|所在|现在)?位置(?:是|为)?|您在这里|您所在的位置)\s*[:：].*$/ },
  { code: 'breadcrumb', where: 'head', shape: /^(?:网站)?首页\s*(?:>|＞|»|›|\/|→|-|—|·).*$/ },
  {
    code: 'related-links',
    where: 'widget',
    shape: /^(?:相关(?:信息|链接|文章|新闻|阅读|文档|内容|推荐|稿件|解读)|延伸阅读|推荐阅读|热点(?:新闻|推荐)|猜你喜欢|最新(?:信息|文章|发布))\s*[:：]?$/,
  },
  { code: 'related-links', where: 'tail', shape: /^(?:没有|暂无)(?:关键[字词])?相关(?:信息|链接|内容|文章|新闻)?[!！。]?$/ },
  { code: 'related-links', where: 'tail', shape: /^[[【]?(?:上一[篇条页则]|下一[篇条页则]|上篇|下篇)[\]】]?\s*[:：].*$/ },
  {
    code: 'footer',
    where: 'tail',
    shape:
      /^(?:版权所有|copyright|©|主办单位?\s*[:：]|承办单位?\s*[:：]|技术支持|网站地图|关于我们|联系我们|网站标识码|政府网站标识码|.{0,4}ICP备|.{0,3}公网安备).*$/i,
  },
  { code: 'footer', where: 'tail', shape: /^.*(?:ICP备\s*\d+|公网安备\s*\d+|网站标识码\s*[:：]?\s*\w+).*$/i },
  { code: 'mark-lost', where: 'line', shape: /^[?？\uFFFD]$/ },
  { code: 'rule', where: 'line', shape: /^[-—–_=*·•|.…~～]{1,}$/ },
]

const headLines = 12
const tailLines = 25
/** A widget of related links is short, and stands in the last part. */
const longestWidget = 15

const lineOf = (block: TextBlock): string | undefined =>
  block.kind === 'line' || block.kind === 'paragraph' || block.kind === 'heading' ? fold(textOf(block).trim()) : undefined

const looksLikeProse = (text: string): boolean => text.length > 50 || /[。；]$/.test(text)

/** Where a related-links widget starts, if all after it looks like one. */
function widgetStart(blocks: readonly TextBlock[]): number | undefined {
  for (let at = Math.max(0, blocks.length - longestWidget); at < blocks.length; at += 1) {
    const text = lineOf(blocks[at] as TextBlock)
    if (text === undefined || !furniture.some((row) => row.where === 'widget' && row.shape.test(text))) continue
    const rest = blocks.slice(at + 1)
    if (rest.every((block) => block.kind === 'list' || !looksLikeProse(textOf(block)))) return at
  }
  return undefined
}

export function stripFurniture(blocks: readonly TextBlock[]): { blocks: TextBlock[]; dropped: Finding[] } {
  const dropped: Finding[] = []
  let rules = 0
  const widget = widgetStart(blocks)
  if (widget !== undefined) dropped.push(finding('related-links', blocks.slice(widget).map(textOf).join(' ')))
  const rest = blocks.slice(0, widget)
  const kept: TextBlock[] = []
  for (const [at, block] of rest.entries()) {
    const text = lineOf(block)
    const found =
      text === undefined
        ? undefined
        : furniture.find(
            (row) =>
              (row.where === 'line' || (row.where === 'head' && at < headLines) || (row.where === 'tail' && at >= rest.length - tailLines)) &&
              row.shape.test(text),
          )
    if (!found) kept.push(block)
    else if (found.code === 'rule') rules += 1
    else dropped.push(finding(found.code, textOf(block)))
  }
  if (rules > 0) dropped.push(finding('rule', '', { facts: { count: rules } }))
  return { blocks: kept, dropped }
}
