import { it } from 'vitest'
import { fuzzHttp } from './fuzz-http.ts'

// `pnpm fuzz [runs] [seed]` does more of it.
it('the HTTP handler takes any request', () => fuzzHttp(3000, 20261124), 60_000)
