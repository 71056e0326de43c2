/** Each is a policy action. @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html */
const ACTIONS = ['DescribeJobExecution', 'GetPendingJobExecutions', 'StartNextPendingJobExecution', 'UpdateJobExecution']

/** What an AWS IoT policy must allow for an operation on a thing's jobs over HTTPS; `undefined` for an operation that is for IAM alone. */
export const jobsPolicyRequests = (
  operation: string,
  { thingName }: { readonly thingName?: unknown },
): readonly (readonly [action: string, resource: string])[] | undefined =>
  ACTIONS.includes(operation) ? [[`iotjobsdata:${operation}`, `thing/${String(thingName)}`]] : undefined
