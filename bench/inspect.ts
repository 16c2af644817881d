// How fast files are inspected and cleaned, in megabytes a second, and as a ratio to reading the same file.
// Usage: node bench/inspect.ts
import { cleanBytes } from '../src/platform/documents/clean/clean-file.ts'
import { comment, notice, paragraph, run, word } from '../src/platform/documents/inspect/corpus/build-docx.ts'
import { exif, gps, jpeg, tiffOf } from '../src/platform/documents/inspect/corpus/build-images.ts'
import { box, pdf, plainPage, say, wide } from '../src/platform/documents/inspect/corpus/build-pdf.ts'
import { book } from '../src/platform/documents/inspect/corpus/build-xlsx.ts'
import { inspectBytes } from '../src/platform/documents/inspect/inspect-file.ts'
import { readDocument } from '../src/platform/documents/read/read-document.ts'

const sentence = '秋粮收储关系农民增收，各乡镇要抓紧落实，确保颗粒归仓。'
const named = { core: '<dc:creator>王建国</dc:creator>' }
const rows = Array.from({ length: 20_000 }, (_, at) => [String(at), `第${at}户`, `云溪镇${at % 17}组`, String(at * 7)])
const page = { content: `${plainPage.content} ${Array.from({ length: 30 }, (_, at) => say(sentence, 40, 560 - at * 17, 12)).join(' ')} ${box(40, 20, 60, 10)}` }

const files = [
  {
    name: 'a.docx',
    bytes: word({
      body: notice + Array.from({ length: 20_000 }, (_, at) => paragraph(run(`${at * 7919}户，${sentence}${at % 113}`))).join(''),
      comments: comment(0, '再核'),
      ...named,
    }),
  },
  { name: 'a.xlsx', bytes: book({ sheets: [{ name: '名单', rows }], ...named }) },
  { name: 'a.pdf', bytes: pdf({ pages: Array.from({ length: 100 }, () => page), info: `/Author ${wide('王建国')}` }) },
  { name: 'a.jpg', bytes: jpeg([exif(tiffOf([gps]))], Buffer.alloc(4_000_000, 7)) },
]

const median = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[2] ?? 0
}

for (const file of files) {
  const reading = await median(() => readDocument(file))
  const inspecting = await median(() => inspectBytes(file))
  const cleaning = await median(() => cleanBytes(file, 'properties'))
  const speed = file.bytes.length / 1000 / inspecting
  console.log(
    `${file.name.padEnd(8)} ${(file.bytes.length / 1e6).toFixed(2)} MB  read ${reading.toFixed(0)} ms  inspect ${inspecting.toFixed(0)} ms (${speed.toFixed(1)} MB/s, ${(inspecting / Math.max(reading, 0.1)).toFixed(1)} × read)  clean ${cleaning.toFixed(0)} ms`,
  )
}
