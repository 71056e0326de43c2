import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

const sfn = new SFNClient({})

/** Starts the state machine for an order, in the name of whoever signed in. */
export async function handler(
  { pathParameters, body, requestContext }: APIGatewayProxyEventV2WithJWTAuthorizer,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { claims } = requestContext.authorizer.jwt
  const order = { orderId: pathParameters?.['orderId'], buyer: claims['sub'], lines: JSON.parse(body ?? '[]') }
  const { executionArn } = await sfn.send(new StartExecutionCommand({
    stateMachineArn: process.env['STATE_MACHINE_ARN'], name: order.orderId, input: JSON.stringify(order),
  }))
  return { statusCode: 202, body: JSON.stringify({ executionArn }) }
}
