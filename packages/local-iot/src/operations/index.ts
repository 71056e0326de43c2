import type { OperationTypes } from './model.generated.ts'
import { createAuthorizer } from './authorizers/create-authorizer.ts'
import { deleteAuthorizer } from './authorizers/delete-authorizer.ts'
import { describeAuthorizer } from './authorizers/describe-authorizer.ts'
import { updateAuthorizer } from './authorizers/update-authorizer.ts'
import { createKeysAndCertificate } from './certificates/create-keys-and-certificate.ts'
import { deleteCertificate } from './certificates/delete-certificate.ts'
import { describeCertificate } from './certificates/describe-certificate.ts'
import { updateCertificate } from './certificates/update-certificate.ts'
import { deleteThingShadow } from './data/delete-thing-shadow.ts'
import { getRetainedMessage } from './data/get-retained-message.ts'
import { getThingShadow } from './data/get-thing-shadow.ts'
import { listRetainedMessages } from './data/list-retained-messages.ts'
import { publish } from './data/publish.ts'
import { updateThingShadow } from './data/update-thing-shadow.ts'
import { describeEndpoint } from './describe-endpoint.ts'
import { attachPolicy } from './policies/attach-policy.ts'
import { createPolicy } from './policies/create-policy.ts'
import { deletePolicy } from './policies/delete-policy.ts'
import { detachPolicy } from './policies/detach-policy.ts'
import { getPolicy } from './policies/get-policy.ts'
import { createTopicRule } from './rules/create-topic-rule.ts'
import { deleteTopicRule } from './rules/delete-topic-rule.ts'
import { disableTopicRule } from './rules/disable-topic-rule.ts'
import { enableTopicRule } from './rules/enable-topic-rule.ts'
import { getTopicRule } from './rules/get-topic-rule.ts'
import { listTopicRules } from './rules/list-topic-rules.ts'
import { replaceTopicRule } from './rules/replace-topic-rule.ts'
import { attachThingPrincipal } from './things/attach-thing-principal.ts'
import { createThing } from './things/create-thing.ts'
import { deleteThing } from './things/delete-thing.ts'
import { describeThing } from './things/describe-thing.ts'
import { detachThingPrincipal } from './things/detach-thing-principal.ts'
import { listThingPrincipals } from './things/list-thing-principals.ts'
import { listThings } from './things/list-things.ts'
import { updateThing } from './things/update-thing.ts'

/** Every operation that Keg emulates, by AWS's name. */
export const operations = {
  AttachPolicy: attachPolicy,
  AttachThingPrincipal: attachThingPrincipal,
  CreateAuthorizer: createAuthorizer,
  CreateKeysAndCertificate: createKeysAndCertificate,
  CreatePolicy: createPolicy,
  CreateThing: createThing,
  CreateTopicRule: createTopicRule,
  DeleteAuthorizer: deleteAuthorizer,
  DeleteCertificate: deleteCertificate,
  DeletePolicy: deletePolicy,
  DeleteThing: deleteThing,
  DeleteThingShadow: deleteThingShadow,
  DeleteTopicRule: deleteTopicRule,
  DescribeAuthorizer: describeAuthorizer,
  DescribeCertificate: describeCertificate,
  DescribeEndpoint: describeEndpoint,
  DescribeThing: describeThing,
  DetachPolicy: detachPolicy,
  DetachThingPrincipal: detachThingPrincipal,
  DisableTopicRule: disableTopicRule,
  EnableTopicRule: enableTopicRule,
  GetPolicy: getPolicy,
  GetRetainedMessage: getRetainedMessage,
  GetThingShadow: getThingShadow,
  GetTopicRule: getTopicRule,
  ListRetainedMessages: listRetainedMessages,
  ListThingPrincipals: listThingPrincipals,
  ListThings: listThings,
  ListTopicRules: listTopicRules,
  Publish: publish,
  ReplaceTopicRule: replaceTopicRule,
  UpdateAuthorizer: updateAuthorizer,
  UpdateCertificate: updateCertificate,
  UpdateThing: updateThing,
  UpdateThingShadow: updateThingShadow,
} as const

type Registry = typeof operations

/** The operations by name, with what each takes and answers. */
export type Operations = {
  [Name in keyof Registry]: { input: OperationTypes[Name]['input']; output: Awaited<ReturnType<Registry[Name]['run']>> }
}
