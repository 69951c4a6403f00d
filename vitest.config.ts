import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'test/{integration,endurance}/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    setupFiles: ['test/helpers/property-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A machine with a lot to do takes longer than the second that is the default.
    expect: { poll: { timeout: 10_000 } },
    // Native modules hold handles that worker threads cannot unload.
    pool: 'forks',
    env: { RUST_LOG: 'error' },
  },
})
