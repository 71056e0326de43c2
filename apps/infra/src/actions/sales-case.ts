import { toSalesforce } from '@keg/cdk-constructs'
import type { ActionBuilder } from './behind.ts'

/**
 * To Salesforce, where the stage has an account there: one case, however often it is told. What fails there goes where the rule's error
 * action leads.
 */
export const salesCase: ActionBuilder<'salesCase'> = (_action, { outside: { sales }, queue }) =>
  sales && toSalesforce({
    secret: sales.secret,
    externalId: { field: sales.idField, from: 'caseId' },
    fields: { Subject: 'subject', Description: 'text', Origin: { value: 'Keg' } },
    onFailure: queue.quarantineQueue,
  })
