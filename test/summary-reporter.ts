// Ends a run with one plain line, `N passed, N failed`, that any machine can read.
import type { Reporter, TestModule } from 'vitest/node'

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((one) => [...one.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const brokenFiles = modules.filter((one) => one.state() === 'failed' && [...one.children.allTests('failed')].length === 0).length
    const failed = tests.filter((test) => test.result().state === 'failed').length + brokenFiles + errors.length
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  }
}
