// How long the portal's pages take, one reader after another, as times and as ratios to the bare answer of /healthz in the same run.
// Usage: node bench/pages.ts http://127.0.0.1:8080/   (a portal on this machine that is running)
const base = new URL(process.argv[2] ?? 'http://127.0.0.1:8080/')
if (!['127.0.0.1', 'localhost', '[::1]'].includes(base.hostname)) throw new Error('the bench asks only a portal on this machine')

const rounds = 200
/** Searches of one reader are limited to so many a minute that two questions fit in this. */
const searchRounds = 20

/** Milliseconds of each of `count` answers, sorted; a tenth more is asked first, to warm up. */
async function timesOf(path: string, count: number): Promise<number[]> {
  const warmUp = Math.ceil(count / 10)
  const times: number[] = []
  for (let round = 0; round < count + warmUp; round += 1) {
    const began = performance.now()
    const answer = await fetch(new URL(path, base))
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    if (round >= warmUp) times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)
}

const home = await (await fetch(base)).text()
const document = /href="[^"]*?(documents\/[0-9a-f-]{36})"/.exec(home)?.[1]
if (document === undefined) throw new Error('the home page names no document')

const pages = {
  healthz: 'healthz',
  home: '',
  document,
  'search 义务教育招生': `search?q=${encodeURIComponent('义务教育招生')}`,
  'search 人民政府': `search?q=${encodeURIComponent('人民政府')}`,
}
let bare = 0
for (const [name, path] of Object.entries(pages)) {
  const times = await timesOf(path, path.startsWith('search') ? searchRounds : rounds)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0
  if (bare === 0) bare = at(0.5)
  console.log(`${name.padEnd(20)} p50 ${at(0.5).toFixed(1)} ms  p95 ${at(0.95).toFixed(1)} ms  ${(at(0.5) / bare).toFixed(1)} × healthz`)
}
