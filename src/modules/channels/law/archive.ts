// What an archive of disclosure is made of (政务公开档案), and how large one may be asked for at once.
export const archiveFormat = 'gongkai-archive-1'
export const manifestName = '清单.json'
/** In the form that `sha256sum -c` reads. */
export const sumsName = '清单.sha256'
export const mostDocuments = 5000

export const readme = `这是政务公开档案，由政务公开系统按办理记录生成。

每条信息一个文件夹，以索引号命名：
  信息.json            公开的元数据
  回执.json            公开登记簿的记录，可以用索引号在网站“登记核验”页核对
  第N版/正文.html、正文.txt、元数据.json
  第N版/审查表.pdf、审查表.html
  第N版/办理过程.json   每一步由谁、何时、什么意见
  第N版/会签.json、门禁结论.json
  第N版/附件/
  渠道/登记.json、渠道/佐证/   在网站以外各渠道公开的登记和佐证

清单.json 列出全部文件的大小和 SHA-256；清单.sha256 内容相同，可以用 sha256sum -c 清单.sha256 核对，
也可以运行 npx gongkai archive check 文件名。同一状态的档案，每次导出的字节完全相同。
`
