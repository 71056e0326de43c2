import { defineService } from '../../ground/service.ts'
import { DuckDbEngine } from './duckdb.ts'
import { duckDb } from './name.ts'

export const service = defineService(duckDb, {
  start: (ground) => new DuckDbEngine({
    guard: ground, log: (message) => ground.log({ level: 'warn', source: 'cloud', message }), ...ground.options.athena,
  }),
  close: (engine) => engine.close(),
})
