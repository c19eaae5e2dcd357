import { defineConfig } from 'vitest/config'

// Browser tests have their own configuration: they need Chromium. PostgreSQL joins in when LIENVUNG_TEST_DATABASE_URL is set.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'node_modules/**'],
    globalSetup: ['test/support/prepare.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    testTimeout: 30_000,
    hookTimeout: 90_000,
    // two cores, and each PGlite holds a gigabyte while it starts
    maxWorkers: 2,
  },
})
