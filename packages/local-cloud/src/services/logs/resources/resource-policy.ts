import { ignored, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-resourcepolicy.html */
export const logsResourcePolicy = resource('AWS::Logs::ResourcePolicy', {
  properties: { PolicyName: required(text), PolicyDocument: ignored('what services of AWS write to groups is written by this run') },
  create: ({ PolicyName }) => ({ ref: PolicyName }),
})
