import { defineConfig } from 'tsup'
// eslint-disable-next-line @nx/enforce-module-boundaries -- how all packages are built is in no project
import { declared } from '../../tsup.declared.ts'

// `node:sqlite` has no other name. DuckDB is optional, and loaded by what is installed. The others are programs of their own beside the
// bundle: child processes run them.
export default defineConfig({
  entry: {
    index: 'src/index.ts', worker: 'src/services/lambda/worker.ts', 'duckdb-program': 'src/services/duckdb/duckdb-program.ts',
    'expression-program': 'src/services/expressions/expression-program.ts',
  },
  format: ['esm'], dts: { entry: declared('packages/local-cloud'), banner: '/// <reference lib="esnext.disposable" />' }, clean: true,
  removeNodeProtocol: false, external: ['@duckdb/node-api'],
})
