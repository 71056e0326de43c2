import { readsCertificates, type HandlerGrant, type HotStore } from '@keg/cdk-constructs'
import { Grant } from 'aws-cdk-lib/aws-iam'
import { onAny } from './on-any.ts'

const KEG = 'the handler learns from its caller which keg it is about, and from AWS IoT which certificates that has'

/**
 * Lets a handler read which groups a thing is in, change items of the allow list and revoke certificates, and sets `KEG_GROUP` to the name
 * of the group of the kegs and `SERIALS_TABLE` to that of the list.
 */
export const revokesKegs = (serials: HotStore, group: string): HandlerGrant => (handler) => {
  onAny(handler, 'iot:ListThingGroupsForThing', 'thing', KEG)
  readsCertificates(handler)
  onAny(handler, 'iot:UpdateCertificate', 'cert', KEG)
  Grant.addToPrincipal({ grantee: handler, actions: ['dynamodb:UpdateItem'], resourceArns: [serials.table.tableArn] })
  handler.addEnvironment('KEG_GROUP', group)
  handler.addEnvironment('SERIALS_TABLE', serials.tableName)
}

/** Lets a handler end connections. */
export const disconnectsKegs: HandlerGrant = (handler) => onAny(handler, 'iot:DeleteConnection', 'client', KEG)
