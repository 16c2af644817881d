// Links, pictures and metadata.
import type { Chapter } from './shape.ts'

const p = (inner: string): string => `<p>${inner}</p>`

export const parts: readonly Chapter[] = [
  {
    kind: 'link',
    wrong: [
      [p('见<a href="/documents/22222222-2222-4222-8222-222222222222">已撤下的文件</a>。'), ['/documents/22222222-2222-4222-8222-222222222222']],
      [p('见<a href="/documents/33333333-3333-4333-8333-333333333333">原文件</a>。'), ['/documents/33333333-3333-4333-8333-333333333333']],
      [p('见<a href="http://http://www.example.cn/">省网站</a>。'), ['http://http://www.example.cn/']],
      [p('见<a href="http://192.168.1.20/oa/view?id=3">内网页面</a>。'), ['http://192.168.1.20/oa/view?id=3']],
      [p('见<a href="http://localhost:8080/a.html">说明</a>。'), ['http://localhost:8080/a.html']],
      [p('见<a href="http://www，example.cn/">网站</a>。'), ['http://www，example.cn/']],
      [p('见<a href="https://">网站</a>。'), ['https://']],
      [p('见<a href="">附件下载</a>。'), ['']],
      [p('见<a href="http://10.0.3.7/gk/1.pdf">文件</a>。'), ['http://10.0.3.7/gk/1.pdf']],
    ],
    right: [
      p('见<a href="/documents/11111111-1111-4111-8111-111111111111">有关文件</a>。'),
      p('见<a href="https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm">条例全文</a>。'),
      p('来信请寄<a href="mailto:zwgk@qinglan.example.cn">公开邮箱</a>。'),
      p('拨打<a href="tel:07454224393">0745-4224393</a>。'),
      p('见<a href="/columns">栏目</a>。'),
      p('见<a href="#part2">第二部分</a>。'),
      p('见<a href="http://www.qinglan.example.cn:8080/a/b.html?x=1&amp;y=2">页面</a>。'),
    ],
  },
  {
    kind: 'picture',
    wrong: [
      ['<p>流程见图：<img src="/editions/a/attachments/b" /></p>', ['/editions/a/attachments/b']],
      ['<p>流程见图：<img src="/editions/a/attachments/c" alt="" /></p>', ['/editions/a/attachments/c']],
      ['<p>流程见图：<img src="/editions/a/attachments/d" alt="IMG_20200102.jpg" /></p>', ['/editions/a/attachments/d']],
      ['<p>流程见图：<img src="/editions/a/attachments/e" alt="图片" /></p>', ['/editions/a/attachments/e']],
      ['<p>流程见图：<img src="/editions/a/attachments/f" alt="微信图片_20210304" /></p>', ['/editions/a/attachments/f']],
      ['<p>流程见图：<img src="/editions/a/attachments/g" alt="image1.png" /></p>', ['/editions/a/attachments/g']],
    ],
    right: [
      '<p>流程见图：<img src="/editions/a/attachments/b" alt="公租房申请流程图：受理、审核、公示、配租" /></p>',
      '<p>流程见图：<img src="/editions/a/attachments/c" alt="办公楼外景" /></p>',
      '<p>流程见图：<img src="/editions/a/attachments/d" alt="2020年办件统计柱状图" /></p>',
      '<p>见图：<img src="/editions/a/attachments/e" alt="示意图" /></p>',
      '<p>本文没有插图，见附件图纸。</p>',
      '<p>流程见图：<img src="/editions/a/attachments/f" alt="领导检查工地" /></p>',
    ],
  },
  {
    kind: 'metadata',
    wrong: [
      ['现将有关事项通知如下。', ['title'], { title: '' }],
      ['现将有关事项通知如下。', ['kind'], { kind: '' }],
      ['现将有关事项通知如下。', ['columnIds'], { columnIds: [] }],
      ['', ['bodyHtml']],
      ['<p> </p>', ['bodyHtml']],
      ['现将有关事项通知如下。', ['unitName'], { unitName: '' }],
    ],
    right: [
      '现将有关事项通知如下。',
      ['各乡镇：现将有关事项通知如下。', { documentNumber: '青建发〔2021〕8号' }],
      ['各股室要抓好落实。', { kind: '函' }],
      ['请遵照执行。', { kind: '其他' }],
      ['请认真贯彻。', { title: '通知' }],
      ['特此公告。', { kind: '公告', documentNumber: '' }],
    ],
  },
]
