import { ignored, text } from '../properties/property.ts'
import { tags } from './tags.ts'
import { replacement, resource } from './resource.ts'

const NOT_EMULATED = 'Amazon Location is not emulated: this tracker has a name and nothing behind it, and actions of rules that name it fail.'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-location-tracker.html */
export const locationTracker = resource('AWS::Location::Tracker', {
  properties: {
    TrackerName: text,
    Description: ignored('there is nothing to describe'), EventBridgeEnabled: ignored('no position comes'), KmsKeyEnableGeospatialQueries: ignored('no position comes'),
    KmsKeyId: ignored('nothing is stored'), PositionFiltering: ignored('no position comes'), PricingPlan: ignored('nothing costs anything'), PricingPlanDataSource: ignored('nothing costs anything'), Tags: tags,
  },
  create({ TrackerName }, context) {
    const name = TrackerName ?? context.physicalName(100)
    context.services.tellNotEmulated(context.constructPath, NOT_EMULATED)
    const arn = context.arn('geo', `tracker/${name}`)
    return { ref: name, attributes: { Arn: arn, TrackerArn: arn } }
  },
  update: ({ TrackerName }, { ref, attributes = {}, properties: before }) => (TrackerName === before.TrackerName ? { ref, attributes } : replacement),
})
