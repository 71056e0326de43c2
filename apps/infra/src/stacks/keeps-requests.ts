import type { HandlerGrant, HotStore } from '@keg/cdk-constructs'
import { KEPT_REQUESTS } from '@keg/flows'
import { Grant } from 'aws-cdk-lib/aws-iam'

/**
 * Lets a handler keep which requests it has done, and write nothing else of the table.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export const keepsRequests = (ledger: HotStore): HandlerGrant => (handler) => {
  Grant.addToPrincipal({
    grantee: handler, actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], resourceArns: [ledger.table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${KEPT_REQUESTS}*`] } },
  })
}
