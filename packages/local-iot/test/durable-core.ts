import { createLocalIot } from '../src/index.ts'

/** A core in a process of its own, to be killed: `node durable-core.ts DIR`. */
const { endpoints, caFile, region, credentials } = await createLocalIot({ dataDir: process.argv[2] ?? '.' })
process.send?.({ endpoints, caFile, region, credentials })
