import { implementedOperations, printModel, readServiceModel, withMissingOperations, type Constraints } from '@keg/aws-service/generate'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { modelledServices, type ModelledService } from './modelled-services.ts'

const folderOf = (name: string) => new URL(`../src/services/${name}/`, import.meta.url)

/** The operations that a file in the service's `operations` implements. */
export const implementedBy = (name: string): string[] => implementedOperations(new URL('operations/', folderOf(name)))

export const constraintsFile = (name: string): URL => new URL(`constraints/${name}.json`, import.meta.url)
export const modelFile = (name: string): URL => new URL('model.generated.ts', folderOf(name))
export const gapsFile = (name: string): URL => new URL('known-gaps.md', folderOf(name))

/**
 * The text of a service's `model.generated.ts`. Times are seconds and bytes base64, as JSON has them; what REST has in its body as it is
 * stays bytes.
 */
export function generateModel(name: string, { client, docs, isRest, hasDates }: ModelledService): string {
  return printModel({
    model: readServiceModel([{ service: name, client }]),
    constraints: JSON.parse(readFileSync(constraintsFile(name), 'utf8')) as Constraints,
    implemented: implementedBy(name),
    isRest: isRest === true,
    types: { blob: isRest === true ? 'Uint8Array' : 'string', timestamp: hasDates === true ? 'Date | number' : 'number' },
    madeBy: [
      'Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK\'s client and model/constraints. Do not edit.',
    ],
    docs: (operation) => `https://docs.aws.amazon.com/${docs}/API_${operation.name}.html`,
  })
}

/** A service's `known-gaps.md` with the operations that are missing now. */
export function generateGaps(name: string, { client, isQuery, beside = [] }: ModelledService): string {
  const all = readServiceModel([{ service: name, client }]).operations.map((operation) => operation.name)
  return withMissingOperations(readFileSync(gapsFile(name), 'utf8'), {
    all, implemented: [...implementedBy(name), ...beside], list: 'operations/',
    answer: `answers \`${isQuery === true ? 'InvalidAction' : 'UnknownOperationException'}\` by its name`,
  })
}

const PACKAGE_GAPS = new URL('../KNOWN-GAPS.md', import.meta.url)
const SERVICES_START = '<!-- services: made by model/generate.ts -->'

/** The package's `KNOWN-GAPS.md`: what is general, and what each service says of itself. */
export function generatePackageGaps(): string {
  const [general = ''] = readFileSync(PACKAGE_GAPS, 'utf8').split(SERVICES_START)
  const services = new URL('../src/services/', import.meta.url)
  const pages = globSync('*/known-gaps.md', { cwd: services }).sort().map((page) => readFileSync(new URL(page, services), 'utf8').trim())
  return `${general}${SERVICES_START}\n\n${pages.join('\n\n')}\n`
}

if (import.meta.main) {
  for (const [name, service] of Object.entries(modelledServices)) {
    writeFileSync(modelFile(name), generateModel(name, service))
    writeFileSync(gapsFile(name), generateGaps(name, service))
  }
  writeFileSync(PACKAGE_GAPS, generatePackageGaps())
}
