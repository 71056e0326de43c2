import { notEmulated } from '../../../ground/not-emulated.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-location-tracker.html */
export const locationTracker = notEmulated('AWS::Location::Tracker', {
  name: 'TrackerName',
  others: [
    'Description', 'EventBridgeEnabled', 'KmsKeyEnableGeospatialQueries', 'KmsKeyId', 'PositionFiltering', 'PricingPlan',
    'PricingPlanDataSource', 'Tags',
  ],
  says: 'Amazon Location is not emulated: this tracker has a name and nothing behind it, and actions of rules that name it fail.',
  created(name, context) {
    const arn = context.arn('geo', `tracker/${name}`)
    return { ref: name, attributes: { Arn: arn, TrackerArn: arn } }
  },
})
