import { defineService } from '../../ground/service.ts'
import { lambda } from '../lambda/name.ts'
import { CustomResources } from './custom-resources.ts'
import { cloudFormation } from './name.ts'
import { cdkMetadata } from './resources/cdk-metadata.ts'
import { cloudFormationCustomResource } from './resources/custom-resource.ts'
import { cloudFormationStack } from './resources/stack.ts'

export const service = defineService(cloudFormation, {
  uses: { lambda },
  start: ({ region, newId, log }, used) =>
    new CustomResources({ ...used, region, newId, log: (message) => log({ level: 'info', source: 'cloud', message }) }),
  resources: [cdkMetadata, cloudFormationCustomResource, cloudFormationStack],
})
