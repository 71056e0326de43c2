/** The AWS services that the core sends requests to, by the names of the `aws` command. */
export type AwsServiceName = (typeof AWS_SERVICES)[number]
/**
 * The names of {@link AwsServiceName}, as values.
 *
 * @example
 * const endpoints = Object.fromEntries(AWS_SERVICES.map((service) => [service, 'http://127.0.0.1:4566']))
 * await createLocalIot({ aws: { endpoints, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } } })
 */
export const AWS_SERVICES = [
  'cloudwatch', 'dynamodb', 'firehose', 'kinesis', 'lambda', 'logs', 's3', 'secretsmanager', 'sns', 'sqs', 'stepfunctions',
] as const
