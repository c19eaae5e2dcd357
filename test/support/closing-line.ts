import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with `N passed, N failed, N skipped` alone on a line, and before it says what a missing server kept from running. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const byModule = modules.map((one) => ({ one, states: [...one.children.allTests()].map((test) => test.result().state) }))
    const count = (state: string): number => byModule.flatMap(({ states }) => states).filter((it) => it === state).length
    // a file that does not load, or whose preparation fails, has failed although no test of it has
    const broken = byModule.filter(({ one, states }) => one.state() === 'failed' && !states.includes('failed')).length
    const contracts = modules.some((one) => one.moduleId.includes('/test/contracts/'))
    if (contracts && process.env['LIENVUNG_TEST_DATABASE_URL'] === undefined) {
      console.log(
        'Chưa chạy trên PostgreSQL: đặt LIENVUNG_TEST_DATABASE_URL để chạy cả bộ hợp đồng. / The contracts were not run on PostgreSQL.',
      )
    }
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`)
  }
}
