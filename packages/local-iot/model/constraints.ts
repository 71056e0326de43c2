import { printConstraints, readConstraints, type ServiceDescription } from '@keg/aws-service/generate'
import { readFileSync, writeFileSync } from 'node:fs'

// Takes the service descriptions that botocore (Apache-2.0) ships, unzipped: iot/2015-05-28/service-2.json and
// iot-data/2015-05-28/service-2.json.
const services = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')) as ServiceDescription)
writeFileSync(new URL('constraints.json', import.meta.url), printConstraints(readConstraints(services)))
