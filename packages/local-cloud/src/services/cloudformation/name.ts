import { serviceName } from '../../ground/service-name.ts'
import type { CustomResources } from './custom-resources.ts'

/** CloudFormation's own types: custom resources and nested stacks. */
export const cloudFormation = serviceName<CustomResources>('cloudformation')
