import { existsSync, globSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// Workspace packages resolve to their source, so that no test needs a build.
// `import` and `require` are not named: each is added where code imports or requires, and a package may differ between the two.
const conditions = ['@keg/source', 'node']

/** One configuration for every project: `vitest run --config ../../vitest.config.ts` in its folder. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    // What a project does around each file of its tests.
    setupFiles: existsSync('test/setup.ts') ? ['test/setup.ts'] : [],
    execArgv: ['--conditions=@keg/source'],
    reporters: ['default', 'json'],
    outputFile: { json: '.test-results/vitest.json' },
    // For a machine that does other things beside: nothing waits for it but what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A new worker for each file would be half of the time. No test leaves anything behind in a module or a
    // global, where the next one would see it.
    isolate: false,
    // Node itself loads what tests import, as it loads the programs that they start, and keeps what it compiles for the next of them: Vite
    // would transform the sources for each project anew. Node reads no TSX.
    experimental: { viteModuleRunner: globSync('src/**/*.tsx').length > 0 },
  },
})
