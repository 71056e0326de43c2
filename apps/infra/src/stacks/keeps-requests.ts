import type { HandlerGrant, HotStore } from '@keg/cdk-constructs'
import { KEPT_COMMANDS, KEPT_REQUESTS } from '@keg/flows'
import { Grant } from 'aws-cdk-lib/aws-iam'

/**
 * Lets a handler write items of the ledger's table whose partition keys begin so, and nothing else of it.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
const writesBelow = (prefix: string) => (ledger: HotStore): HandlerGrant => (handler) => {
  Grant.addToPrincipal({
    grantee: handler, actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], resourceArns: [ledger.table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] } },
  })
}

/** Lets a handler keep which requests it has done. */
export const keepsRequests = writesBelow(KEPT_REQUESTS)

/** Lets a handler keep commands, and how far they have come. */
export const writesCommands = writesBelow(KEPT_COMMANDS)
