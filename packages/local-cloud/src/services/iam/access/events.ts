import type { AccessTable } from './asked.ts'

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
export const eventsAccess: AccessTable = ({ operation }, { arn }) => (operation === 'PutEvents' ? [{ action: 'events:PutEvents', resource: arn('events', 'event-bus/default') }] : undefined)
