import { fuzzBroker } from '@keg/mqtt-broker/testing/fuzz'
import { fuzzHttp } from './fuzz-http.ts'

const [runs = '50000', seed] = process.argv.slice(2)
const from = seed === undefined ? undefined : Number(seed)
await fuzzBroker(Number(runs), from)
process.stdout.write(`${runs} attacks on the broker, none crashed\n`)
await fuzzHttp(Number(runs), from)
process.stdout.write(`${runs} requests, none failed\n`)
