import * as iot from '@aws-sdk/client-iot'
import * as iotData from '@aws-sdk/client-iot-data-plane'
import {
  implementedOperations, printModel, readServiceModel, withMissingOperations, type Constraints, type ServiceModel,
} from '@keg/aws-service/generate'
import { readFileSync, writeFileSync } from 'node:fs'

const operationsFolder = new URL('../src/operations/', import.meta.url)
const generatedFile = new URL('../src/model/model.generated.ts', import.meta.url)
const gapsFile = new URL('../KNOWN-GAPS.md', import.meta.url)

/** The operations that a file in `src/operations` implements. */
export const implemented = (): string[] => implementedOperations(operationsFolder)

/** AWS IoT's control plane and data plane, as the installed SDK has them. */
export const iotModel = (): ServiceModel => readServiceModel([{ service: 'iot', client: iot }, { service: 'iotdata', client: iotData }])

/** The text of `model.generated.ts`: every operation's route, and the shapes of those that a file in `src/operations` implements. */
export function generateModel(): string {
  return printModel({
    model: iotModel(),
    constraints: JSON.parse(readFileSync(new URL('constraints.json', import.meta.url), 'utf8')) as Constraints,
    implemented: implemented(),
    isRest: true,
    madeBy: [
      'Made by `node --conditions=@keg/source model/generate.ts` from the schemas of @aws-sdk/client-iot and client-iot-data-plane,',
      'and constraints.json. Do not edit.',
    ],
    docs: ({ name, service }) =>
      `https://docs.aws.amazon.com/iot/latest/apireference/API_${service === 'iot' ? '' : 'iotdata_'}${name}.html`,
  })
}

/** `KNOWN-GAPS.md` with the operations that are missing now. */
export function generateGaps(): string {
  const all = iotModel().operations.map(({ name }) => name)
  return withMissingOperations(readFileSync(gapsFile, 'utf8'), {
    all, implemented: implemented(), list: 'src/operations/index.ts', answer: 'answers 501 `NotImplementedException` by its name',
  })
}

if (import.meta.main) {
  writeFileSync(generatedFile, generateModel())
  writeFileSync(gapsFile, generateGaps())
}
