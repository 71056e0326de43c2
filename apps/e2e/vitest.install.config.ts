import { defineConfig } from 'vitest/config'

const conditions = ['@keg/source', 'node']

/** `pnpm nx run e2e:install`: takes longer than `pnpm test` should. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ['src/install/*.spec.ts'], execArgv: ['--conditions=@keg/source'], testTimeout: 60_000 },
})
