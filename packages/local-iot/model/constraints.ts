import { printConstraints, readConstraints, type ServiceDescription } from '@keg/aws-service/generate'
import { readFileSync, writeFileSync } from 'node:fs'

// Takes the service descriptions that botocore (Apache-2.0) ships, unzipped: iot/2015-05-28/service-2.json and
// iot-data/2015-05-28/service-2.json and iot-jobs-data/2017-09-29/service-2.json, whose shapes have names of the others' for other things.
const services = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')) as ServiceDescription)
const isOfJobs = ({ metadata }: ServiceDescription) => metadata.serviceId === 'IoT Jobs Data Plane'
for (const [file, described] of [
  ['constraints.json', services.filter((service) => !isOfJobs(service))], ['jobs-data-constraints.json', services.filter(isOfJobs)],
] as const) {
  if (described.length > 0) writeFileSync(new URL(file, import.meta.url), printConstraints(readConstraints(described)))
}
