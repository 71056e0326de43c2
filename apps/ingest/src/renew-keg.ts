import { variable } from '@keg/store/variable'
import { dynamoDbAllowList } from './adapters/dynamodb-allow-list.ts'
import { iotCertificates } from './adapters/iot-certificates.ts'
import { iotJobs } from './adapters/iot-jobs.ts'
import { renew } from './fleet/renewal.ts'
import { hookHandler } from './hook-handler.ts'

const ports = { list: dynamoDbAllowList(variable('SERIALS_TABLE')), certificates: iotCertificates(), jobs: iotJobs() }

/** The hook of kegs that renew their certificates: each for itself, by the one that it has, for a job that has it do so. */
export const handler = hookHandler('renew-keg', (event) => renew(event, ports))
