import { printConstraints, readConstraints, type ServiceDescription } from '@keg/aws-service/generate'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constraintsFile, implementedBy } from './generate.ts'
import { modelledServices } from './modelled-services.ts'

// Takes botocore's folder `data` (Apache-2.0), unzipped, and the names of services; without names, of all. To be run before `generate.ts` where an operation has come.
const [data = '', ...names] = process.argv.slice(2)
for (const name of names.length > 0 ? names : Object.keys(modelledServices)) {
  const { botocore = '' } = modelledServices[name] ?? {}
  const implemented = new Set(implementedBy(name))
  const description = JSON.parse(readFileSync(join(data, botocore, 'service-2.json'), 'utf8')) as ServiceDescription
  writeFileSync(constraintsFile(name), printConstraints(readConstraints([description], (operation) => implemented.has(operation))))
}
