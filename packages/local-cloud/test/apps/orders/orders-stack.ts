import { join } from 'node:path'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { SqsSendMessage as SendOnSchedule } from 'aws-cdk-lib/aws-scheduler-targets'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import {
  Choice, Condition, DefinitionBody, Fail, JsonPath, Map as MapState, Parallel, Pass, StateMachine, StateMachineType, Succeed, TaskInput,
  Wait, WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions'
import { DynamoAttributeValue, DynamoPutItem, LambdaInvoke, SnsPublish, SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { bundle } from '../../synthesized.ts'

const node = { handler: 'index.handler', runtime: Runtime.NODEJS_24_X, memorySize: 256, timeout: Duration.seconds(10) }

/** Prices one line of an order; the first try of a line that is called flaky fails. */
const pricing = `const tried = new Set()
exports.handler = async ({ sku, count }) => {
  if (sku === 'flaky' && !tried.has(sku)) { tried.add(sku); const error = new Error('try again'); error.name = 'Busy'; throw error }
  if (sku === 'unknown') { const error = new Error('no such thing'); error.name = 'NoSuchSku'; throw error }
  return { sku, cents: count * 250 }
}`

/** A shop: signed-in people order by HTTP, a state machine prices, stores and announces the order. */
export function ordersStack(issuer: string) {
  return (stack: Stack): void => {
    const orders = new Table(stack, 'Orders', {
      partitionKey: { name: 'orderId', type: AttributeType.STRING }, billingMode: BillingMode.PAY_PER_REQUEST,
    })
    const packing = new Queue(stack, 'Packing')
    const sold = new Topic(stack, 'Sold')
    const office = new Queue(stack, 'Office')
    sold.addSubscription(new SqsSubscription(office, { rawMessageDelivery: true }))
    const price = new LambdaFunction(stack, 'Price', { ...node, code: new InlineCode(pricing) })

    const refuse = new Fail(stack, 'Refused', { errorPath: '$.error.Error', causePath: '$.error.Cause' })
    const store = new DynamoPutItem(stack, 'Store', {
      table: orders,
      item: {
        orderId: DynamoAttributeValue.fromString(JsonPath.stringAt('$.orderId')),
        buyer: DynamoAttributeValue.fromString(JsonPath.format('user {}', JsonPath.stringAt('$.buyer'))),
        lines: DynamoAttributeValue.numberFromString(
          JsonPath.format('{}', JsonPath.arrayLength(JsonPath.objectAt('$.priced') as unknown as string)),
        ),
      },
      resultPath: JsonPath.DISCARD,
    })
    const tell = new Parallel(stack, 'Tell', { resultPath: JsonPath.DISCARD })
      .branch(new SqsSendMessage(stack, 'Pack', {
        queue: packing,
        messageBody: TaskInput.fromObject({ orderId: JsonPath.stringAt('$.orderId'), priced: JsonPath.objectAt('$.priced') }),
      }))
      .branch(new SnsPublish(stack, 'Announce', { topic: sold, subject: 'Sold', message: TaskInput.fromJsonPathAt('$.orderId') }))
    const priceLine = new LambdaInvoke(stack, 'PriceLine', {
      lambdaFunction: price, payloadResponseOnly: false, resultSelector: { 'sku.$': '$.Payload.sku', 'cents.$': '$.Payload.cents' },
    })
    // Each instance of the function fails once.
    priceLine.addRetry({ errors: ['Busy'], interval: Duration.seconds(1), maxAttempts: 3, backoffRate: 1 })
    const priceAll = new MapState(stack, 'PriceAll', { itemsPath: '$.lines', resultPath: '$.priced', maxConcurrency: 2 })
      .itemProcessor(priceLine)
    priceAll.addCatch(refuse, { resultPath: '$.error' })
    const done = new Succeed(stack, 'Done', { outputPath: '$.priced' })
    const start = new Choice(stack, 'Anything')
      .when(
        Condition.isPresent('$.lines[0]'),
        priceAll.next(store).next(tell).next(new Wait(stack, 'Settle', { time: WaitTime.duration(Duration.seconds(0)) })).next(done),
      )
      .otherwise(new Pass(stack, 'Empty').next(new Fail(stack, 'NothingOrdered', { error: 'EmptyOrder', cause: 'there is nothing in it' })))
    const machine = new StateMachine(stack, 'Order', {
      definitionBody: DefinitionBody.fromChainable(start), timeout: Duration.minutes(5), stateMachineType: StateMachineType.STANDARD,
    })

    const place = new LambdaFunction(stack, 'Place', {
      ...node, code: bundle(join(import.meta.dirname, 'place-order.ts')), environment: { STATE_MACHINE_ARN: machine.stateMachineArn },
    })
    machine.grantStartExecution(place)
    const stock = new Queue(stack, 'Stock')
    new Schedule(stack, 'Stocktaking', {
      schedule: ScheduleExpression.rate(Duration.days(1)),
      target: new SendOnSchedule(stock, { input: ScheduleTargetInput.fromText('count the mugs') }),
    })
    const api = new HttpApi(stack, 'Api')
    const authorizer = new HttpJwtAuthorizer('People', issuer, { jwtAudience: ['shop'] })
    api.addRoutes({
      path: '/orders/{orderId}', methods: [HttpMethod.PUT], integration: new HttpLambdaIntegration('Place', place), authorizer,
      authorizationScopes: ['orders:write'],
    })
    for (const [name, value] of Object.entries({
      ApiUrl: api.apiEndpoint, MachineArn: machine.stateMachineArn, Table: orders.tableName, PackingUrl: packing.queueUrl,
      OfficeUrl: office.queueUrl, StockUrl: stock.queueUrl,
    })) {
      new CfnOutput(stack, name, { value })
    }
  }
}
