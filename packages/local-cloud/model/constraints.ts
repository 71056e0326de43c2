import { printConstraints, readConstraints, type Constraints, type ServiceDescription } from '@keg/aws-service/generate'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constraintsFile, implementedBy } from './generate.ts'
import { modelledServices } from './modelled-services.ts'

// Takes botocore's folder `data` (Apache-2.0), unzipped, and the names of services; without names, of all. To be run before `generate.ts`
// where an operation has come.
const [data = '', ...names] = process.argv.slice(2)
for (const name of names.length > 0 ? names : Object.keys(modelledServices)) {
  const { botocore = '', notHeld = [] } = modelledServices[name] ?? {}
  const implemented = new Set(implementedBy(name))
  const description = JSON.parse(readFileSync(join(data, botocore, 'service-2.json'), 'utf8')) as ServiceDescription
  writeFileSync(
    constraintsFile(name),
    printConstraints(withoutMembers(readConstraints([description], (operation) => implemented.has(operation)), notHeld)),
  )
}

function withoutMembers({ shapes, members }: Constraints, left: readonly string[]): Constraints {
  const kept = Object.entries(members).map(([structure, constraints]) =>
    [structure, Object.fromEntries(Object.entries(constraints).filter(([member]) => !left.includes(`${structure}.${member}`)))] as const)
  return { shapes, members: Object.fromEntries(kept) }
}
