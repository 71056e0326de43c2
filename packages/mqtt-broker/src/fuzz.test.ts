import { it } from 'vitest'
import { fuzzBroker } from './testing/fuzz-broker.ts'

// `pnpm fuzz [runs] [seed]` in packages/local-iot does more of it.
it('the broker takes changed packets and noise', () => fuzzBroker(1500, 20261124), 60_000)
