import { it } from 'vitest'
import { fuzzBroker } from '@keg/mqtt-broker/testing/fuzz'
import { fuzzHttp } from './fuzz-http.ts'

// `pnpm fuzz [runs] [seed]` does more of it.
it('the broker takes changed packets and noise', () => fuzzBroker(1500, 20261124), 60_000)
it('the HTTP handler takes any request', () => fuzzHttp(3000, 20261124), 60_000)
