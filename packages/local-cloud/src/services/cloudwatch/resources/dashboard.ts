import { ignored, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html */
export const cloudWatchDashboard = resource('AWS::CloudWatch::Dashboard', {
  properties: { DashboardName: text, DashboardBody: ignored('there is no console to show it'), Tags: tags },
  create: ({ DashboardName }, { physicalName }) => ({ ref: DashboardName ?? physicalName(255) }),
})
