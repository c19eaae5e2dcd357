import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with `N passed, N failed, N skipped` alone on a line, and before it says what a missing server kept from running. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((one) => [...one.children.allTests()].map((test) => test.result().state))
    const broken = modules.filter((one) => one.state() === 'failed' && [...one.children.allTests()].length === 0).length
    const count = (state: string): number => states.filter((one) => one === state).length
    if (process.env['LIENVUNG_TEST_DATABASE_URL'] === undefined) {
      console.log(
        'Chưa chạy trên PostgreSQL: đặt LIENVUNG_TEST_DATABASE_URL để chạy cả bộ hợp đồng. / The contracts were not run on PostgreSQL.',
      )
    }
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`)
  }
}
