import * as iot from '@aws-sdk/client-iot'
import * as iotData from '@aws-sdk/client-iot-data-plane'
import * as iotJobsData from '@aws-sdk/client-iot-jobs-data-plane'
import {
  implementedOperations, printModel, readServiceModel, withCounts, withMissingOperations, type Constraints, type ServiceModel,
} from '@keg/aws-service/generate'
import { readFileSync, writeFileSync } from 'node:fs'
import { storedOnly } from './stored-only.ts'

/**
 * What is one host in AWS: operations whose names and paths are their own. The jobs data plane has names and paths of the control plane's
 * for other operations.
 */
interface Plane {
  /** As the installed SDK has it. */
  readonly model: ServiceModel
  /** With a file for each operation that is here. */
  readonly folder: URL
  /** Where its generated model is. */
  readonly generated: URL
  /** The clients that the model is made from. */
  readonly clients: string
  /** The file of its constraints. */
  readonly constraints: string
  readonly docs: (operation: { readonly name: string; readonly service: string }) => string
}

const REFERENCE = 'https://docs.aws.amazon.com/iot/latest/apireference/API_'

/** AWS IoT's control plane and data plane. */
export const iotPlane: Plane = {
  model: readServiceModel([{ service: 'iot', client: iot }, { service: 'iotdata', client: iotData }]),
  folder: new URL('../src/operations/', import.meta.url),
  generated: new URL('../src/model/model.generated.ts', import.meta.url),
  clients: '@aws-sdk/client-iot and client-iot-data-plane',
  constraints: 'constraints.json',
  docs: ({ name, service }) => `${REFERENCE}${service === 'iot' ? '' : 'iotdata_'}${name}.html`,
}

/** AWS IoT's jobs data plane. */
export const jobsPlane: Plane = {
  model: readServiceModel([{ service: 'iot-jobs-data', client: iotJobsData }]),
  folder: new URL('../src/jobs-data/', import.meta.url),
  generated: new URL('../src/jobs-data/model.generated.ts', import.meta.url),
  clients: '@aws-sdk/client-iot-jobs-data-plane',
  constraints: 'jobs-data-constraints.json',
  docs: ({ name }) => `${REFERENCE}iot-jobs-data_${name}.html`,
}

const planes = [iotPlane, jobsPlane]
const gapsFile = new URL('../KNOWN-GAPS.md', import.meta.url)
const readmeFile = new URL('../README.md', import.meta.url)

/** The operations of a plane that a file in its folder implements. */
export const implemented = ({ folder }: Plane): string[] => implementedOperations(folder)

/** The text of `model.generated.ts`: every operation's route, and the shapes of those that a file in the plane's folder implements. */
export function generateModel(plane: Plane): string {
  const { model, clients, constraints, docs } = plane
  return printModel({
    model, docs,
    constraints: JSON.parse(readFileSync(new URL(constraints, import.meta.url), 'utf8')) as Constraints,
    implemented: implemented(plane),
    isRest: true,
    madeBy: [
      `Made by \`node --conditions=@keg/source model/generate.ts\` from the schemas of ${clients},`, `and ${constraints}. Do not edit.`,
    ],
  })
}

const counted = () => ({
  all: planes.flatMap(({ model }) => model.operations.map(({ name }) => name)).sort(), implemented: planes.flatMap(implemented), storedOnly,
})

/** `KNOWN-GAPS.md` with the operations as they are now. */
export const generateGaps = (): string => withMissingOperations(readFileSync(gapsFile, 'utf8'), {
  ...counted(), list: 'src/operations/index.ts', answer: 'answers 501 `NotImplementedException` by its name',
})

/** `README.md` with their counts. */
export const generateReadme = (): string => withCounts(readFileSync(readmeFile, 'utf8'), counted())

if (import.meta.main) {
  for (const plane of planes) writeFileSync(plane.generated, generateModel(plane))
  writeFileSync(gapsFile, generateGaps())
  writeFileSync(readmeFile, generateReadme())
}
