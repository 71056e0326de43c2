import { action, delivery, LastingFailure } from './action.ts'
import { isMap, itemOf } from './attribute-value.ts'
import { fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamodb-v2-rule-action.html */
export const dynamoDBv2Action = action('dynamoDBv2', ({ roleArn, putItem: { tableName } }, setup) => {
  const rendered = fields({ TableName: tableName }, setup)
  return delivery('dynamoDBv2', { resource: tableName, roleArn }, async (input) => {
    if (!isMap(input.output))
      throw new LastingFailure('The DynamoDBv2 action writes the members of a JSON object; the rule put out something else.')
    return { ...(await rendered(input)), Item: itemOf(input.output) }
  })
})
