import { App, CfnOutput, CustomResource, Stack } from 'aws-cdk-lib'
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { FunctionUrlAuthType, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import { Provider } from 'aws-cdk-lib/custom-resources'

const app = new App({ outdir: 'cdk.out', analyticsReporting: false })
const stack = new Stack(app, 'Shop')
const table = new TableV2(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } })
const handler = new NodejsFunction(stack, 'Count', {
  entry: 'count.ts', runtime: Runtime.NODEJS_24_X, environment: { TABLE: table.tableName },
})
table.grantReadWriteData(handler)
const onEventHandler = new NodejsFunction(stack, 'Seed', {
  entry: 'seed.ts', runtime: Runtime.NODEJS_24_X, environment: { TABLE: table.tableName },
})
table.grantWriteData(onEventHandler)
new CustomResource(stack, 'Seeded', { serviceToken: new Provider(stack, 'Provider', { onEventHandler }).serviceToken })
new CfnOutput(stack, 'Url', { value: handler.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url })
app.synth()
