import { createLocalIot } from '../src/index.ts'

/** A core in a process of its own, to be killed: `node durable-core.ts DIR [AWS-ENDPOINT]`. */
const [, , dataDir = '.', endpoint] = process.argv
const aws = endpoint === undefined ? {} : { aws: { endpoint, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } } }
const { endpoints, caFile, region, credentials } = await createLocalIot({ dataDir, ...aws })
process.send?.({ endpoints, caFile, region, credentials })
