import { athenaNamedQuery } from '../services/athena/resources/named-query.ts'
import { athenaWorkGroup } from '../services/athena/resources/work-group.ts'
import { dynamodbGlobalTable } from '../services/dynamodb/resources/global-table.ts'
import { dynamodbTable } from '../services/dynamodb/resources/table.ts'
import { iamManagedPolicy } from '../services/iam/resources/managed-policy.ts'
import { iamPolicy } from '../services/iam/resources/policy.ts'
import { iamRole } from '../services/iam/resources/role.ts'
import { kinesisFirehoseDeliveryStream } from '../services/firehose/resources/delivery-stream.ts'
import { locationTracker } from '../services/location/resources/tracker.ts'
import type { ResourceType } from '../ground/resource.ts'
import { ssmParameter } from '../services/ssm/resources/parameter.ts'
import { stepFunctionsStateMachine } from '../services/step-functions/resources/state-machine.ts'

const types: readonly ResourceType[] = [
  athenaNamedQuery,
  athenaWorkGroup,
  dynamodbGlobalTable,
  dynamodbTable,
  iamManagedPolicy,
  iamPolicy,
  iamRole,
  kinesisFirehoseDeliveryStream,
  locationTracker,
  ssmParameter,
  stepFunctionsStateMachine,
]

/** Every CloudFormation type that runs here, by its name. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(types.map((type) => [type.type, type]))
