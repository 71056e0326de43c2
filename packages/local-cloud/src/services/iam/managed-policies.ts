const logs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents']
const allowing = (...Action: string[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })

/**
 * What AWS's own policies allow, as far as functions of an assembly can ask for it here; by the name at the end of their ARN.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const managedPolicies: ReadonlyMap<string, string> = new Map(Object.entries({
  AdministratorAccess: allowing('*'),
  AWSLambdaBasicExecutionRole: allowing(...logs),
  AWSLambdaVPCAccessExecutionRole: allowing(...logs),
  AWSLambdaSQSQueueExecutionRole: allowing('sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', ...logs),
  AWSLambdaDynamoDBExecutionRole: allowing(
    'dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams', ...logs,
  ),
  AWSXRayDaemonWriteAccess: allowing('xray:*'),
  CloudWatchLambdaInsightsExecutionRolePolicy: allowing(...logs),
  AmazonSQSFullAccess: allowing('sqs:*'),
  AmazonSNSFullAccess: allowing('sns:*'),
  AmazonS3FullAccess: allowing('s3:*'),
  AWSIoTFullAccess: allowing('iot:*', 'iotjobsdata:*'),
  AWSIoTDataAccess: allowing(
    'iot:Connect', 'iot:Publish', 'iot:Subscribe', 'iot:Receive', 'iot:GetThingShadow', 'iot:UpdateThingShadow', 'iot:DeleteThingShadow',
    'iot:ListNamedShadowsForThing',
  ),
}))
