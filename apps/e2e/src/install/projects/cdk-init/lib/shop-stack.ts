/* eslint-disable @typescript-eslint/consistent-type-imports -- as cdk init writes it */
import * as cdk from 'aws-cdk-lib/core';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as nodejs from 'aws-cdk-lib/aws-lambda-nodejs';
import { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    const hello = new nodejs.NodejsFunction(this, 'Hello', { entry: 'lib/hello.ts', runtime: lambda.Runtime.NODEJS_24_X });
    const url = hello.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
    new cdk.CfnOutput(this, 'Url', { value: url.url });
  }
}
