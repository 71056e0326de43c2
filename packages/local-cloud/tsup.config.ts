import { defineConfig } from 'tsup'

// `node:sqlite` has no other name. DuckDB is optional, and loaded by what is installed. The worker is a program of its own beside the bundle: a function's child process runs it.
export default defineConfig({ entry: { index: 'src/index.ts', worker: 'src/services/lambda/worker.ts' }, format: ['esm'], dts: { entry: 'src/index.ts', banner: '/// <reference lib="esnext.disposable" />' }, clean: true, removeNodeProtocol: false, external: ['@duckdb/node-api'] })
