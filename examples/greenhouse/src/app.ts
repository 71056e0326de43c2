import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { GreenhouseStack } from './greenhouse-stack.ts'

const app = new App()
new GreenhouseStack(app, 'Greenhouse')
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
