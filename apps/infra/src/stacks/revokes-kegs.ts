import { readsCertificates, type HandlerGrant, type HotStore } from '@keg/cdk-constructs'
import { Grant } from 'aws-cdk-lib/aws-iam'
import { onAny } from './on-any.ts'

const KEG = 'the handler learns from its caller which keg it is about, and from AWS IoT which certificates that has'

/** Lets a handler change items of the allow list and revoke certificates, and sets `SERIALS_TABLE` to the name of the list. */
export const revokesKegs = (serials: HotStore): HandlerGrant => (handler) => {
  readsCertificates(handler)
  onAny(handler, 'iot:UpdateCertificate', 'cert', KEG)
  Grant.addToPrincipal({ grantee: handler, actions: ['dynamodb:UpdateItem'], resourceArns: [serials.table.tableArn] })
  handler.addEnvironment('SERIALS_TABLE', serials.tableName)
}

/** Lets a handler end connections. */
export const disconnectsKegs: HandlerGrant = (handler) => onAny(handler, 'iot:DeleteConnection', 'client', KEG)
